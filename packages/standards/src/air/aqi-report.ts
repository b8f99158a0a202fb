import { type Basis, basisOf, editionFor, type When } from '../edition.ts';
import { StandardRefusal } from '../refusal.ts';
import { type MgPerM3, nonNegative, type UgPerM3 } from '../units/concentration.ts';
import { levelRow } from './aqi-level.ts';
import type { AirItem, AqiTable, BreakpointRow, Pollutant, ReportItem } from './aqi-table.ts';
import { AQI_TABLES, breakpointRow, isBeyondTable, lookedUp, NOT_COMPUTED, subIndexOf } from './iaqi.ts';

type Maybe<T> = T | null | undefined;

/** Means of one hour; null or left out = missing. 24 h and 8 h means count in the 2012 hourly report only. */
export interface HourlyAir {
  readonly pm25?: Maybe<UgPerM3>;
  readonly pm10?: Maybe<UgPerM3>;
  readonly so2?: Maybe<UgPerM3>;
  readonly no2?: Maybe<UgPerM3>;
  readonly co?: Maybe<MgPerM3>;
  readonly o3?: Maybe<UgPerM3>;
  readonly o3_8h?: Maybe<UgPerM3>;
  readonly pm25_24h?: Maybe<UgPerM3>;
  readonly pm10_24h?: Maybe<UgPerM3>;
  readonly so2_24h?: Maybe<UgPerM3>;
}

/** Means of one day; `o3_8h` is the daily maximum 8 h mean, `o3` the daily maximum 1 h mean (2012 only). */
export type DailyAir = Pick<HourlyAir, 'pm25' | 'pm10' | 'so2' | 'no2' | 'co' | 'o3' | 'o3_8h'>;

/** Further facts of a report. */
export interface ReportOptions {
  /** Items outside the monitoring plan that were not primary at light pollution or worse in three years (2026 clause 5.3.2). */
  readonly outsidePlan?: readonly Pollutant[];
}

/** An hourly or daily AQI report. */
export interface AqiReport {
  /** null when nothing could be computed or the edition withholds it. */
  readonly aqi: number | null;
  readonly level: 1 | 2 | 3 | 4 | 5 | 6 | null;
  readonly label: string | null;
  readonly colour: string | null;
  /** Highest sub-index above 50, all ties; 24 h means are named by their pollutant. */
  readonly primary: readonly AirItem[];
  /** 2012: items with a sub-index above 100. */
  readonly exceeding: readonly AirItem[];
  readonly iaqi: Readonly<Partial<Record<AirItem, number | null>>>;
  /** Pollutants without any sub-index. */
  readonly missing: readonly Pollutant[];
  /** Items whose concentration lies above their table. */
  readonly beyondTable: readonly AirItem[];
  /** Computed, but not published because items are missing. */
  readonly withheld: boolean;
  readonly edition: string;
  readonly basis: Basis;
}

interface PlanRow {
  readonly item: AirItem;
  readonly pollutant: Pollutant;
  readonly row: BreakpointRow;
}
interface Plan {
  readonly rows: readonly PlanRow[];
  readonly pollutants: readonly Pollutant[];
  readonly basis: Basis;
}

const INPUTS: ReadonlySet<string> = new Set<AirItem>([
  'pm25',
  'pm10',
  'so2',
  'no2',
  'co',
  'o3',
  'o3_8h',
  'pm25_24h',
  'pm10_24h',
  'so2_24h',
]);
const plans = new Map<readonly ReportItem[], Plan>();

function planOf(table: AqiTable, items: readonly ReportItem[]): Plan {
  let plan = plans.get(items);
  if (!plan) {
    const rows = items.map(([item, pollutant, period]) => ({
      item,
      pollutant,
      row: breakpointRow(table, pollutant, period) as BreakpointRow,
    }));
    const pollutants = [...new Set(rows.map((row) => row.pollutant))];
    plan = { rows, pollutants, basis: basisOf(table, table.clause, table.mark) };
    plans.set(items, plan);
  }
  return plan;
}

/** Checks every input, also those that the edition does not use. */
function checkInputs(air: HourlyAir): void {
  if (typeof air !== 'object' || air === null)
    throw new StandardRefusal('missing-input', 'air', '请给各项浓度');
  for (const key in air) {
    const given = air[key as AirItem];
    if (!INPUTS.has(key))
      throw new StandardRefusal(
        'unknown-item',
        key,
        `不认识的项目“${key.slice(0, 40)}”，可用：${[...INPUTS].join('、')}`,
      );
    if (given !== null && given !== undefined) nonNegative(given, key);
  }
}

interface Computed {
  readonly iaqi: Partial<Record<AirItem, number | null>>;
  readonly present: Set<Pollutant>;
  readonly beyondTable: AirItem[];
  readonly highest: number;
}

function compute(table: AqiTable, plan: Plan, air: HourlyAir): Computed {
  const iaqi: Partial<Record<AirItem, number | null>> = {};
  const present = new Set<Pollutant>();
  const beyondTable: AirItem[] = [];
  let highest = -1;
  for (const { item, pollutant, row } of plan.rows) {
    const given = air[item];
    if (given === undefined && (item !== pollutant || present.has(pollutant))) continue;
    if (item === 'so2_24h' && !beyondTable.includes('so2')) continue;
    iaqi[item] = null;
    if (given === null || given === undefined) continue;
    const value = lookedUp(table, pollutant, given as number);
    const index = subIndexOf(table, row, value);
    if (isBeyondTable(row, value)) beyondTable.push(item);
    if (index === NOT_COMPUTED) continue;
    iaqi[item] = index;
    present.add(pollutant);
    if (index > highest) highest = index;
  }
  return { iaqi, present, beyondTable, highest };
}

function itemsAt(
  iaqi: Partial<Record<AirItem, number | null>>,
  wanted: (index: number) => boolean,
): AirItem[] {
  const found: AirItem[] = [];
  for (const key in iaqi) {
    const index = iaqi[key as AirItem];
    if (index === null || index === undefined || !wanted(index)) continue;
    // a 24 h mean speaks for its pollutant
    const name = key.replace('_24h', '') as AirItem;
    if (!found.includes(name)) found.push(name);
  }
  return found;
}

function report(
  table: AqiTable,
  items: readonly ReportItem[],
  air: HourlyAir,
  options: ReportOptions,
): AqiReport {
  checkInputs(air);
  const plan = planOf(table, items);
  const { iaqi, present, beyondTable, highest } = compute(table, plan, air);
  const missing = plan.pollutants.filter((pollutant) => !present.has(pollutant));
  const blocking = missing.filter((pollutant) => !options.outsidePlan?.includes(pollutant));
  const withheld =
    highest >= 0 && blocking.length > 0 && table.withheldUpTo !== null && highest <= table.withheldUpTo;
  const aqi = highest < 0 || withheld ? null : highest;
  const level = aqi === null ? null : levelRow(table, aqi);
  const { exceedingAbove } = table;
  return {
    aqi,
    level: level?.level ?? null,
    label: level?.label ?? null,
    colour: level?.colour ?? null,
    primary: aqi === null || aqi <= table.primaryAbove ? [] : itemsAt(iaqi, (index) => index === highest),
    exceeding: exceedingAbove === null ? [] : itemsAt(iaqi, (index) => index > exceedingAbove),
    iaqi,
    missing,
    beyondTable,
    withheld,
    edition: table.edition,
    basis: plan.basis,
  };
}

/**
 * Real-time AQI of one hour. AQI = the largest sub-index.
 * 2012: 1 h and 24 h particle means and O₃ 1 h and 8 h all count; 2026: six 1 h means.
 * Missing data: named in `missing`; 2026 publishes the AQI only when it is above 100, else it is withheld (null).
 * Errors: `not-a-number`, `not-finite`, `negative`, and those of the edition.
 * @source HJ 633-2012 表1 4.4; HJ 633-2026 表3 5.3
 */
export function hourlyAqi(air: HourlyAir, when: When, options: ReportOptions = {}): AqiReport {
  const table = editionFor(AQI_TABLES, when);
  return report(table, table.hourly, air, options);
}

/**
 * Daily AQI from daily means and the O₃ daily maximum 8 h mean (2012: and daily maximum 1 h mean).
 * Missing data and errors as `hourlyAqi`.
 * @source HJ 633-2012 表1 4.4; HJ 633-2026 表3 5.3
 */
export function dailyAqi(air: DailyAir, when: When, options: ReportOptions = {}): AqiReport {
  const table = editionFor(AQI_TABLES, when);
  return report(table, table.daily, air, options);
}
