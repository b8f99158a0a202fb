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

interface Counts {
  readonly total: number;
  readonly open: number;
  readonly overdue: number;
  readonly soon: number;
  readonly closed: number;
  readonly in_time: number;
  readonly late: number;
  readonly reopened: number;
}

interface Group extends Counts {
  readonly state: string;
  readonly source: string;
  readonly category: string;
  readonly place: string;
}

/** What is counted: one place, or all that the actor may see. */
interface Scope {
  readonly county: string;
  /** Code and query of the place; null: everything in the actor's reach. */
  readonly place: string | null;
  /** Places shown one by one. */
  readonly parts: readonly string[];
}

const MONTHS_SHOWN = 12;
const NOTHING: Counts = {
  total: 0,
  open: 0,
  overdue: 0,
  soon: 0,
  closed: 0,
  in_time: 0,
  late: 0,
  reopened: 0,
};

const finishedList = stateCodes.filter((state) => ['closed', 'rated', 'reviewed'].includes(state)).join(',');

function within({ county, place }: Scope): RawBuilder<unknown> {
  if (!place) return sql`county_code = ${county}`;
  const prefix = placePrefix(place);
  return sql`county_code = ${county} and place_code >= ${prefix} and place_code < ${`${prefix}~`}`;
}

/** One pass over the problems: counts by state, source, category and the place one level down. */
async function countGroups(tx: Tx, scope: Scope, level: number, now: Date): Promise<Group[]> {
  const { rows } = await sql<Group>`
    select state, source, category, case when place_code = ${scope.place} then place_code else left(place_code, ${sql.lit(level)}) end as place, count(*)::int as total,
      count(*) filter (where is_open)::int as open,
      count(*) filter (where is_open and due_at < coalesce(answered_at, ${now}))::int as overdue,
      count(*) filter (where is_open and answered_at is null and due_at >= ${now} and due_at <= ${urgencyLimits(now).yellowUntil})::int as soon,
      count(*) filter (where closed_at is not null)::int as closed,
      count(*) filter (where closed_in_time)::int as in_time, count(*) filter (where not closed_in_time)::int as late,
      count(*) filter (where reopened_times > 0)::int as reopened
    from issues where ${within(scope)} group by 1, 2, 3, 4`.execute(tx);
  return rows;
}

function add(a: Counts, b: Counts): Counts {
  return {
    total: a.total + b.total,
    open: a.open + b.open,
    overdue: a.overdue + b.overdue,
    soon: a.soon + b.soon,
    closed: a.closed + b.closed,
    in_time: a.in_time + b.in_time,
    late: a.late + b.late,
    reopened: a.reopened + b.reopened,
  };
}

function sumBy(
  groups: readonly Group[],
  key: 'state' | 'source' | 'category' | 'place',
): Map<string, Counts> {
  const sums = new Map<string, Counts>();
  for (const group of groups) sums.set(group[key], add(sums.get(group[key]) ?? NOTHING, group));
  return sums;
}

const percent = ({ in_time, late }: Counts): number | null =>
  in_time + late === 0 ? null : Math.round((in_time / (in_time + late)) * 1000) / 10;

/** Conditions of a list, joined; empty ones left out. */
const listOf = (...conditions: readonly string[]): string => conditions.filter(Boolean).join('&');

const judgedOf = ({ in_time, late }: Counts, query: string) => ({
  count: in_time + late,
  query: listOf(query, 'inTime=any'),
});

function rowOf(code: string, name: string, counted: Counts | undefined, query: string) {
  const counts = counted ?? NOTHING;
  return {
    code,
    name,
    total: { count: counts.total, query },
    open: { count: counts.open, query: listOf(query, 'state=open') },
    overdue: { count: counts.overdue, query: listOf(query, 'overdue=true') },
    closed: { count: counts.closed, query: listOf(query, `state=${finishedList}`) },
    judged: judgedOf(counts, query),
    onTimePercent: percent(counts),
  };
}

async function byMonth(tx: Tx, scope: Scope, base: string, now: Date) {
  const months: string[] = [];
  for (
    let month = dayOf(now).slice(0, 7);
    months.length < MONTHS_SHOWN;
    month = addDays(`${month}-01`, -1).slice(0, 7)
  )
    months.unshift(month);
  const from = startOfDay(`${months[0]}-01`);
  const counted = await sql<{ month: string; raised: number; closed: number }>`
    select month, sum(raised)::int as raised, sum(closed)::int as closed from (
      select to_char(raised_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, 1 as raised, 0 as closed from issues where ${within(scope)} and raised_at >= ${from}
      union all select to_char(closed_at at time zone 'Asia/Shanghai', 'YYYY-MM'), 0, 1 from issues where ${within(scope)} and closed_at >= ${from}) each group by month`.execute(
    tx,
  );
  const found = new Map(counted.rows.map((row) => [row.month, row]));
  return months.map((month) => {
    const last = addDays(`${addDays(`${month}-28`, 4).slice(0, 7)}-01`, -1);
    return {
      month,
      raised: {
        count: found.get(month)?.raised ?? 0,
        query: listOf(base, `raisedFrom=${month}-01`, `raisedTo=${last}`),
      },
      closed: {
        count: found.get(month)?.closed ?? 0,
        query: listOf(base, `closedFrom=${month}-01`, `closedTo=${last}`),
      },
    };
  });
}

/** Digits of a place code that tell its children apart. */
function levelBelow(place: string): number {
  const { length } = placePrefix(place);
  return [6, 9, 12].find((level) => level > length) ?? 15;
}

/** The asked place inside one's reach; else one's own, or all of one's own where they are several. */
async function scopeOf(tx: Tx, actor: Actor, asked: string | undefined): Promise<Scope> {
  const county = actor.countyCode;
  if (asked && !actor.prefixes.some((prefix) => placePrefix(asked).startsWith(prefix)))
    throw notFound('这个地点');
  const [only, ...others] = actor.prefixes;
  if (!asked && others.length > 0)
    return { county, place: null, parts: actor.prefixes.map((prefix) => prefix.padEnd(12, '0')) };
  const place = (asked ?? only ?? county).padEnd(12, '0');
  return { county, place, parts: (await childrenOf(tx, place)).map((child) => child.code) };
}

const LEVEL_NAMES: Readonly<Record<number, string>> = { 6: '县本级', 9: '镇本级', 12: '村本级' };

/** What lies at the place itself and in none of its parts, so that the rows add up; left out where there is nothing. */
function placeItself({ place }: Scope, byPlace: ReadonlyMap<string, Counts>) {
  const counts = place ? byPlace.get(place) : undefined;
  if (!place || !counts) return [];
  const name = LEVEL_NAMES[placePrefix(place).length] ?? '本级';
  return [rowOf(place, name, counts, `place=${place}&exact=true`)];
}

/** Counts of a place, each with the query of the list it counts. */
export async function overviewOf(tx: Tx, actor: Actor, asked: string | undefined, now: Date) {
  const scope = await scopeOf(tx, actor, asked);
  const base = scope.place ? `place=${scope.place}` : '';
  const groups = await countGroups(tx, scope, scope.place ? levelBelow(scope.place) : 12, now);
  const all = groups.reduce<Counts>(add, NOTHING);
  const byState = sumBy(groups, 'state');
  const bySource = sumBy(groups, 'source');
  const byCategory = sumBy(groups, 'category');
  const byPlace = sumBy(groups, 'place');
  const months = await byMonth(tx, scope, base, now);
  const current = months.at(-1);
  if (!current) throw new Error('no months');
  const names = await placeNames(tx, [...scope.parts, ...(scope.place ? [scope.place] : [])]);
  if (asked && scope.place && !names.has(scope.place)) throw notFound('这个地点');
  const nameOf = (code: string) => names.get(code)?.name ?? code;
  return {
    place: {
      code: scope.place ?? '',
      name: scope.place ? nameOf(scope.place) : `我的 ${scope.parts.length} 个地方`,
    },
    total: { count: all.total, query: base },
    open: { count: all.open, query: listOf(base, 'state=open') },
    overdue: { count: all.overdue, query: listOf(base, 'overdue=true') },
    dueSoon: { count: all.soon, query: listOf(base, 'urgency=orange,yellow') },
    closedThisMonth: current.closed,
    raisedThisMonth: current.raised,
    reopened: { count: all.reopened, query: listOf(base, 'reopened=true') },
    judged: judgedOf(all, base),
    late: { count: all.late, query: listOf(base, 'inTime=false') },
    onTimePercent: percent(all),
    byState: stateCodes.map((state) => ({
      state,
      label: states[state].label,
      figure: { count: byState.get(state)?.total ?? 0, query: listOf(base, `state=${state}`) },
    })),
    bySource: sourceCodes.map((source) =>
      rowOf(source, sourceRow(source).label, bySource.get(source), listOf(base, `source=${source}`)),
    ),
    byCategory: (Object.keys(categories) as Category[]).map((category) =>
      rowOf(category, categories[category], byCategory.get(category), listOf(base, `kind=${category}`)),
    ),
    byPlace: [
      ...scope.parts.map((code) =>
        rowOf(code, nameOf(code), byPlace.get(placePrefix(code)), `place=${code}`),
      ),
      ...placeItself(scope, byPlace),
    ],
    byMonth: months,
    at: now.toISOString(),
  };
}
