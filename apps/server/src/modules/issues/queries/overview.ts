import {
  type Category,
  categories,
  placePrefix,
  sourceCodes,
  sourceRow,
  stateCodes,
  states,
} from '@qingshan/contract';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, addDays, dayOf, notFound, startOfDay, type Tx } from '../../../platform/index.ts';
import { childrenOf, placeNames } from '../../responsibility/index.ts';
import { urgencyLimits } from '../rules/urgency.ts';

interface Group {
  key: string;
  total: number;
  open: number;
  overdue: number;
  closed: number;
  in_time: number;
  late: number;
}

const MONTHS_SHOWN = 12;

const finishedList = stateCodes.filter((state) => ['closed', 'rated', 'reviewed'].includes(state)).join(',');

/** Counts by one grouping over all problems of a place. */
async function groupBy(
  tx: Tx,
  county: string,
  prefix: string,
  key: RawBuilder<unknown>,
  now: Date,
): Promise<Group[]> {
  const { rows } = await sql<Group>`
    select ${key} as key, count(*)::int as total, count(*) filter (where is_open)::int as open,
      count(*) filter (where is_open and due_at < ${now})::int as overdue,
      count(*) filter (where closed_at is not null)::int as closed,
      count(*) filter (where closed_in_time)::int as in_time, count(*) filter (where not closed_in_time)::int as late
    from issues where county_code = ${county} and place_code >= ${prefix} and place_code < ${`${prefix}~`} group by 1`.execute(
    tx,
  );
  return rows;
}

const percent = (inTime: number, late: number): number | null =>
  inTime + late === 0 ? null : Math.round((inTime / (inTime + late)) * 1000) / 10;

function rowOf(code: string, name: string, group: Group | undefined, query: string) {
  const counted = group ?? { total: 0, open: 0, overdue: 0, closed: 0, in_time: 0, late: 0 };
  return {
    code,
    name,
    total: { count: counted.total, query },
    open: { count: counted.open, query: `${query}&state=open` },
    overdue: { count: counted.overdue, query: `${query}&overdue=true` },
    closed: { count: counted.closed, query: `${query}&state=${finishedList}` },
    onTimePercent: percent(counted.in_time, counted.late),
  };
}

const sumOf = (groups: readonly Group[], field: Exclude<keyof Group, 'key'>): number =>
  groups.reduce((sum, group) => sum + group[field], 0);

async function byMonth(tx: Tx, county: string, prefix: string, base: string, now: Date) {
  const thisMonth = dayOf(now).slice(0, 7);
  const months: string[] = [];
  for (let month = thisMonth; months.length < MONTHS_SHOWN; month = addDays(`${month}-01`, -1).slice(0, 7))
    months.unshift(month);
  const from = startOfDay(`${months[0]}-01`);
  const counted = await sql<{ month: string; raised: number; closed: number }>`
    select month, sum(raised)::int as raised, sum(closed)::int as closed from (
      select to_char(raised_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, 1 as raised, 0 as closed from issues where county_code = ${county} and place_code >= ${prefix} and place_code < ${`${prefix}~`} and raised_at >= ${from}
      union all select to_char(closed_at at time zone 'Asia/Shanghai', 'YYYY-MM'), 0, 1 from issues where county_code = ${county} and place_code >= ${prefix} and place_code < ${`${prefix}~`} and closed_at >= ${from}) each group by month`.execute(
    tx,
  );
  const found = new Map(counted.rows.map((row) => [row.month, row]));
  return months.map((month) => {
    const last = addDays(`${addDays(`${month}-28`, 4).slice(0, 7)}-01`, -1);
    return {
      month,
      raised: {
        count: found.get(month)?.raised ?? 0,
        query: `${base}&raisedFrom=${month}-01&raisedTo=${last}`,
      },
      closed: {
        count: found.get(month)?.closed ?? 0,
        query: `${base}&closedFrom=${month}-01&closedTo=${last}`,
      },
    };
  });
}

async function byPlace(tx: Tx, county: string, place: string, prefix: string, now: Date) {
  const level = prefix.length < 6 ? 6 : prefix.length < 9 ? 9 : prefix.length < 12 ? 12 : 15;
  const groups = new Map(
    (await groupBy(tx, county, prefix, sql`left(place_code, ${sql.lit(level)})`, now)).map((group) => [
      group.key,
      group,
    ]),
  );
  const children = await childrenOf(tx, place);
  return children.map((child) =>
    rowOf(child.code, child.name, groups.get(placePrefix(child.code)), `place=${child.code}`),
  );
}

/** The place whose figures are shown: the asked one inside one's reach, else the widest of one's own. */
function chosenPlace(actor: Actor, asked: string | undefined): string {
  const own = [...actor.prefixes].sort((a, b) => a.length - b.length)[0] ?? actor.countyCode;
  if (!asked) return own.padEnd(12, '0');
  if (!actor.prefixes.some((prefix) => placePrefix(asked).startsWith(prefix))) throw notFound('这个地点');
  return asked.padEnd(12, '0');
}

/** Counts of a place, each with the query of the list it counts. */
export async function overviewOf(tx: Tx, actor: Actor, asked: string | undefined, now: Date) {
  const county = actor.countyCode;
  const place = chosenPlace(actor, asked);
  const prefix = placePrefix(place);
  const base = `place=${place}`;
  const byState = await groupBy(tx, county, prefix, sql`state`, now);
  const bySource = new Map(
    (await groupBy(tx, county, prefix, sql`source`, now)).map((group) => [group.key, group]),
  );
  const byCategory = new Map(
    (await groupBy(tx, county, prefix, sql`category`, now)).map((group) => [group.key, group]),
  );
  const months = await byMonth(tx, county, prefix, base, now);
  const limits = urgencyLimits(now);
  const extra = await sql<{
    soon: number;
    reopened: number;
  }>`select count(*) filter (where is_open and due_at >= ${now} and due_at <= ${limits.yellowUntil})::int as soon, count(*) filter (where reopened_times > 0)::int as reopened
    from issues where county_code = ${county} and place_code >= ${prefix} and place_code < ${`${prefix}~`}`.execute(
    tx,
  );
  const current = months.at(-1);
  if (!current) throw new Error('no months');
  return {
    place: { code: place, name: (await placeNames(tx, [place])).get(place)?.name ?? place },
    total: { count: sumOf(byState, 'total'), query: base },
    open: { count: sumOf(byState, 'open'), query: `${base}&state=open` },
    overdue: { count: sumOf(byState, 'overdue'), query: `${base}&overdue=true` },
    dueSoon: { count: extra.rows[0]?.soon ?? 0, query: `${base}&urgency=orange,yellow` },
    closedThisMonth: current.closed,
    raisedThisMonth: current.raised,
    reopened: { count: extra.rows[0]?.reopened ?? 0, query: `${base}&reopened=true` },
    onTimePercent: percent(sumOf(byState, 'in_time'), sumOf(byState, 'late')),
    byState: stateCodes.map((state) => ({
      state,
      label: states[state].label,
      figure: {
        count: byState.find((group) => group.key === state)?.total ?? 0,
        query: `${base}&state=${state}`,
      },
    })),
    bySource: sourceCodes.map((source) =>
      rowOf(source, sourceRow(source).label, bySource.get(source), `${base}&source=${source}`),
    ),
    byCategory: (Object.keys(categories) as Category[]).map((category) =>
      rowOf(category, categories[category], byCategory.get(category), `${base}&kind=${category}`),
    ),
    byPlace: await byPlace(tx, county, place, prefix, now),
    byMonth: months,
    at: now.toISOString(),
  };
}
