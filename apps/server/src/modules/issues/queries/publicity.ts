import {
  inspectionLevelLabels,
  kindRow,
  placePrefix,
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
  text: string | null;
}

/** When each problem was last put on public notice, and with what words. */
async function publishedOf(tx: Tx, county: string, ids: readonly string[]): Promise<Map<string, Published>> {
  const { rows } = await sql<Published & { id: string }>`
    select distinct on (subject_id) subject_id as id, at, details::jsonb ->> 'message' as text from journal
    where county_code = ${county} and subject_id = any (${[...ids]}::text[]) and kind = 'issue.publicize'
    order by subject_id, seq desc`.execute(tx);
  return new Map(rows.map(({ id, ...published }) => [id, published]));
}

const inspectionOf = ({ inspectionLevel, documentNumber }: SourceFields): string =>
  [inspectionLevel && `${inspectionLevelLabels[inspectionLevel]}督查`, documentNumber]
    .filter(Boolean)
    .join(' · ');

/** 公示 of a place, the running ones first. No person is named: what is published is the inspectors' own text. */
export async function publicityOf(tx: Tx, place: string, now: Date) {
  const county = place.slice(0, 6);
  const prefix = placePrefix(place.padEnd(12, '0'));
  const today = dayOf(now);
  const rows = await ledger(tx)
    .selectFrom('issues')
    .select(['id', 'title', 'kind', 'place_code', 'fields', 'state', 'publicity_until'])
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
      const until = row.publicity_until ?? today;
      return {
        title: row.title,
        kind: kindRow(row.kind).label,
        placeName: names.get(publicPlace(row.place_code))?.pathName ?? '',
        inspection: inspectionOf(fields),
        requirement: fields.requirement ?? null,
        text: notice?.text ?? null,
        from: notice ? dayOf(notice.at) : until,
        until,
        over: until < today,
        closed: row.state !== 'publicized',
      };
    }),
  };
}
