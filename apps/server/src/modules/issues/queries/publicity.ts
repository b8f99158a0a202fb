import {
  inspectionLevelLabels,
  kindRow,
  placePrefix,
  privateNumberIn,
  publicPlace,
  type SourceFields,
} from '@qingshan/contract';
import { type SqlBool, sql } from 'kysely';
import { addDays, dayOf, type Tx } from '../../../platform/index.ts';
import { placeNames } from '../../responsibility/index.ts';
import { ledger } from '../tables.ts';

/** Notices that have run their time stay readable for so many days. */
const SHOWN_AFTER_DAYS = 30;
const MOST = 100;

interface Published {
  at: Date;
  title: string | null;
  text: string | null;
}

/** When each problem was last put on public notice, and with what words. */
async function publishedOf(tx: Tx, county: string, ids: readonly string[]): Promise<Map<string, Published>> {
  const { rows } = await sql<Published & { id: string }>`
    select distinct on (subject_id) subject_id as id, at, details::jsonb ->> 'publicTitle' as title,
      details::jsonb ->> 'message' as text from journal
    where county_code = ${county} and subject_id = any (${[...ids]}::text[]) and kind = 'issue.publicize'
    order by subject_id, seq desc`.execute(tx);
  return new Map(rows.map(({ id, ...published }) => [id, published]));
}

const inspectionOf = ({ inspectionLevel, documentNumber }: SourceFields): string =>
  [inspectionLevel && `${inspectionLevelLabels[inspectionLevel]}督查`, documentNumber]
    .filter((part) => part && !privateNumberIn(part))
    .join(' · ');

/**
 * 公示 of a place, the running ones first. Published are the title and text that the inspectors wrote for it, the kind,
 * the village, and level and number of the document; never the problem's own title, description or requirement. Private
 * numbers are refused when it is written; texts from before that rule are left out where they hold one.
 */
export async function publicityOf(tx: Tx, place: string, now: Date) {
  const county = place.slice(0, 6);
  const prefix = placePrefix(place.padEnd(12, '0'));
  const today = dayOf(now);
  const rows = await ledger(tx)
    .selectFrom('issues')
    .select(['id', 'kind', 'place_code', 'fields', 'state', 'publicity_until'])
    .where('county_code', '=', county)
    .where('place_code', '>=', prefix)
    .where('place_code', '<', `${prefix}~`)
    .where(sql<SqlBool>`publicity_until >= ${addDays(today, -SHOWN_AFTER_DAYS)}::date`)
    .orderBy('publicity_until', 'desc')
    .orderBy('id')
    .limit(MOST)
    .execute();
  const published = await publishedOf(
    tx,
    county,
    rows.map((row) => row.id),
  );
  const names = await placeNames(
    tx,
    rows.map((row) => publicPlace(row.place_code)),
  );
  return {
    notices: rows.map((row) => {
      const fields = JSON.parse(row.fields) as SourceFields;
      const notice = published.get(row.id);
      const kind = kindRow(row.kind).label;
      const until = row.publicity_until ?? today;
      return {
        title: notice?.title ?? kind,
        kind,
        placeName: names.get(publicPlace(row.place_code))?.pathName ?? '',
        inspection: inspectionOf(fields),
        text: notice?.text && !privateNumberIn(notice.text) ? notice.text : null,
        from: notice ? dayOf(notice.at) : until,
        until,
        over: until < today,
        closed: row.state !== 'publicized',
      };
    }),
  };
}
