import { HIGHEST_AQI } from '../air/aqi-levels.table.ts';
import { type Basis, basisOf, editionFor, type When } from '../edition.ts';
import { StandardRefusal } from '../refusal.ts';
import { nonNegative, within } from '../units/concentration.ts';
import {
  EMERGENCY_WARNINGS,
  type EmergencyTable,
  FIRE_CLASSES,
  FIRE_SIGNALS,
  type FireClassTable,
  type FireSignalTable,
  PLAN_2017,
  PLAN_2018,
  PLAN_2024,
  type PollutionCondition,
  type PollutionPlan,
  type WarningColour,
} from './warning.table.ts';

/** The national plans for heavy-pollution weather, oldest first. */
export const POLLUTION_PLANS: readonly PollutionPlan[] = [PLAN_2017, PLAN_2018, PLAN_2024];
/** The editions known of forest fire signals, of emergency colours and of classes of forest fires. */
export const FIRE_SIGNAL_TABLES: readonly FireSignalTable[] = [FIRE_SIGNALS];
export const EMERGENCY_TABLES: readonly EmergencyTable[] = [EMERGENCY_WARNINGS];
export const FIRE_CLASS_TABLES: readonly FireClassTable[] = [FIRE_CLASSES];

/** A warning for heavy-pollution weather; colour null = none. */
export interface PollutionWarning {
  readonly colour: WarningColour | null;
  readonly plan: string;
  readonly basis: Basis;
}

function longest(aqi: readonly (number | null)[], above: number): number {
  let best = 0;
  let run = 0;
  for (const value of aqi) {
    run = value !== null && value > above ? run + 1 : 0;
    best = Math.max(best, run);
  }
  return best;
}

function holds(condition: PollutionCondition, days: readonly (number | null)[]): boolean {
  return longest(days, condition.aqiAbove) * 24 >= condition.hours;
}

/**
 * Warning colour for forecast daily AQI values in order; null = no forecast, which ends a run.
 * The plan is picked by date or given; the answer names it. Errors: `out-of-range` for an AQI outside 0–500, `nothing-to-judge`, those of the edition.
 * @source 重污染天气预警分级 2017, 2018; 2024 recollected
 */
export function pollutionWarning(
  days: readonly (number | null)[],
  when: When,
  plan: PollutionPlan = editionFor(POLLUTION_PLANS, when),
): PollutionWarning {
  if (days.length === 0) throw new StandardRefusal('nothing-to-judge', 'days', '没有预报值，不能判断预警');
  for (const aqi of days) if (aqi !== null) within(aqi, 'aqi', 0, HIGHEST_AQI);
  const rule = plan.rules.find(({ anyOf }) =>
    anyOf.some((conditions) => conditions.every((condition) => holds(condition, days))),
  );
  return {
    colour: rule?.colour ?? null,
    plan: plan.id,
    basis: basisOf(plan, '预警分级', plan.mark, plan.note ? { note: plan.note } : {}),
  };
}

/** Signal of a forest fire danger grade 1 to 5. Errors: `out-of-range`, those of the edition. @source LY/T 2578-2016 */
export function fireSignal(
  grade: number,
  when: When,
): {
  readonly colour: WarningColour | 'green';
  readonly label: string;
  readonly basis: Basis;
} {
  const table = editionFor(FIRE_SIGNAL_TABLES, when);
  const signal = table.signals.find((one) => one.grade === within(grade, 'grade', 1, 5));
  if (!signal) throw new StandardRefusal('out-of-range', 'grade', '火险等级应为 1 至 5 的整数');
  return {
    colour: signal.colour,
    label: signal.label,
    basis: basisOf(table, '分级', signal.mark, { note: table.note }),
  };
}

/** Colour of an emergency warning level 1 (gravest) to 4. Errors: `out-of-range`, those of the edition. @source 突发事件应对法 */
export function emergencyColour(level: number, when: When): WarningColour {
  const colour = editionFor(EMERGENCY_TABLES, when).colours[within(level, 'level', 1, 4) - 1];
  if (!colour) throw new StandardRefusal('out-of-range', 'level', '预警级别应为 1 至 4 的整数');
  return colour;
}

/** Class of a forest fire by burnt area in hectares. Errors: `not-a-number`, `not-finite`, `negative`, those of the edition. @source 森林防火条例 第四十条 */
export function fireClass(hectares: number, when: When): string {
  const area = nonNegative(hectares, 'hectares');
  const { classes } = editionFor(FIRE_CLASS_TABLES, when);
  return classes.find(({ belowHa }) => belowHa === null || area < belowHa)?.label as string;
}
