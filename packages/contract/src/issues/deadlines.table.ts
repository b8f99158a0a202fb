import type { IssueKind } from './kinds.table.ts';

export type DeadlineUnit = 'workingDays' | 'calendarDays' | 'hours';

export interface DeadlineRule {
  readonly amount: number;
  readonly unit: DeadlineUnit;
}

export interface DeadlineEdition {
  readonly name: string;
  /** First day on which an accepted problem gets its deadline from this edition, Asia/Shanghai. */
  readonly effectiveFrom: string;
  readonly source: string;
  readonly default: DeadlineRule;
  readonly kinds: Partial<Record<IssueKind, DeadlineRule>>;
}

const days = (amount: number): DeadlineRule => ({ amount, unit: 'workingDays' });
const hours = (amount: number): DeadlineRule => ({ amount, unit: 'hours' });

/**
 * How long a kind may take, counted from 受理. Local configuration of the demo county; no national figure exists
 * (12345 limits are local and in working days, facts/standards.md §6.4). The edition in force on the day of
 * acceptance applies; a later edition never moves a deadline already set.
 */
export const deadlineEditions: readonly DeadlineEdition[] = [
  {
    name: '青山县生态环境问题办理时限 2024 年试行版',
    effectiveFrom: '2000-01-01',
    source: '地方配置',
    default: days(15),
    kinds: { straw_burning: hours(24), wild_fire_use: hours(24), drinking_source: days(3) },
  },
  {
    name: '青山县生态环境问题办理时限 2026 年版',
    effectiveFrom: '2026-01-01',
    source: '地方配置',
    default: days(10),
    kinds: {
      straw_burning: hours(24),
      open_burning: hours(24),
      wild_fire_use: hours(12),
      fireworks: hours(24),
      rubbish: days(3),
      river_dumping: days(5),
      sewage: days(15),
      drinking_source: days(3),
      illegal_fishing: days(3),
      dead_animals: days(2),
      noise: days(5),
      kitchen_fume: days(15),
      dust: days(5),
      livestock_manure: days(20),
      black_odorous: days(30),
      river_building: days(30),
      outfall: days(20),
      deforestation: days(30),
      farmland_occupation: days(30),
      mine_restoration: days(60),
      scattered_workshop: days(30),
      industrial_discharge: days(15),
      facility_fault: days(5),
    },
  },
];
