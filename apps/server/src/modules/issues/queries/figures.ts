import { placePrefix, type Urgency } from '@qingshan/contract';
import { sql } from 'kysely';
import type { Clock, Tx } from '../../../platform/index.ts';
import { type OpenWork, placeNames } from '../../responsibility/index.ts';
import { urgencyLimits } from '../rules/urgency.ts';

interface Counted {
  place: string;
  open: number;
  red: number;
  orange: number;
  yellow: number;
}

/** Open, overdue and soon-due problems below each of some places, in one pass over the open ones. */
export async function countOpen(
  tx: Tx,
  county: string,
  prefixes: readonly string[],
  now: Date,
): Promise<Map<string, Counted>> {
  if (prefixes.length === 0) return new Map();
  const limits = urgencyLimits(now);
  const { rows } = await sql<Counted>`
    select p.prefix as place, count(i.id)::int as open,
      count(*) filter (where i.due_at < coalesce(i.answered_at, ${limits.now}))::int as red,
      count(*) filter (where i.answered_at is null and i.due_at >= ${limits.now} and i.due_at <= ${limits.orangeUntil})::int as orange,
      count(*) filter (where i.answered_at is null and i.due_at > ${limits.orangeUntil} and i.due_at <= ${limits.yellowUntil})::int as yellow
    from unnest(${[...prefixes]}::text[]) as p(prefix)
    left join issues i on i.county_code = ${county} and i.is_open and i.place_code >= p.prefix and i.place_code < p.prefix || '~'
    group by p.prefix`.execute(tx);
  return new Map(rows.map((row) => [row.place, row]));
}

function lightOf(counted: Counted): Urgency {
  if (counted.red > 0) return 'red';
  if (counted.orange > 0) return 'orange';
  return counted.yellow > 0 ? 'yellow' : 'green';
}

/** Places as lights, worst first; every figure with the query of its list. */
export async function figuresByPlace(tx: Tx, county: string, codes: readonly string[], now: Date) {
  const counted = await countOpen(tx, county, codes.map(placePrefix), now);
  const names = await placeNames(tx, codes);
  const order: Urgency[] = ['red', 'orange', 'yellow', 'green'];
  return codes
    .flatMap((code) => {
      const row = counted.get(placePrefix(code));
      if (!row) return [];
      return [
        {
          code,
          name: names.get(code)?.name ?? code,
          light: lightOf(row),
          open: { count: row.open, query: `place=${code}&state=open` },
          overdue: { count: row.red, query: `place=${code}&overdue=true` },
          dueSoon: { count: row.orange + row.yellow, query: `place=${code}&urgency=orange,yellow` },
        },
      ];
    })
    .sort(
      (a, b) =>
        order.indexOf(a.light) - order.indexOf(b.light) ||
        b.overdue.count - a.overdue.count ||
        b.open.count - a.open.count ||
        a.code.localeCompare(b.code),
    );
}

/** Open work for the module below: by post and by place. */
export function openWorkAt(clock: Clock): OpenWork {
  return {
    async byPost(tx, county, postIds) {
      const { rows } = await sql<{
        post: string;
        count: number;
      }>`select owner_post_id as post, count(*)::int as count from issues
        where county_code = ${county} and is_open and owner_post_id = any (${[...postIds]}::text[]) group by owner_post_id`.execute(
        tx,
      );
      return new Map(rows.map((row) => [row.post, row.count]));
    },
    async byPlace(tx, county, prefixes) {
      const counted = await countOpen(tx, county, prefixes, clock.now());
      return new Map([...counted].map(([prefix, row]) => [prefix, { open: row.open, overdue: row.red }]));
    },
  };
}
