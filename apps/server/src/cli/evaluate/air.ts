import {
  type AqiReport,
  type DailyAir,
  dailyAqi,
  type HourlyAir,
  hourlyAqi,
  type Pollutant,
  StandardRefusal,
} from '@qingshan/standards';
import {
  type Answer,
  type EvaluateOptions,
  type Evaluation,
  type Input,
  namesOf,
  renamed,
  valuesOf,
  whenOf,
} from './input.ts';

const COLUMNS = ['aqi', 'level', 'class', 'color', 'primary', 'missing', 'edition'];
const HOURLY = ['pm25', 'pm10', 'so2', 'no2', 'co', 'o3', 'o3_8h', 'pm25_24h', 'pm10_24h'];
const DAILY = ['pm25', 'pm10', 'so2', 'no2', 'co', 'o3', 'o3_8h'];

function told(input: Input, report: AqiReport): Answer {
  return {
    ...namesOf(input),
    aqi: report.aqi,
    level: report.level,
    class: report.label,
    color: report.colour,
    primary: report.primary,
    exceeding: report.exceeding,
    iaqi: report.iaqi,
    missing: report.missing,
    beyond_table: report.beyondTable,
    withheld: report.withheld,
    edition: report.edition,
    basis: report.basis,
  };
}

/** Further names of items that are understood. */
const ALIASES: Readonly<Record<string, string>> = {
  'pm2.5': 'pm25',
  pm2_5: 'pm25',
  'pm2.5_24h': 'pm25_24h',
  pm2_5_24h: 'pm25_24h',
};
const POLLUTANTS: readonly unknown[] = ['pm25', 'pm10', 'so2', 'no2', 'co', 'o3'] satisfies Pollutant[];

/** Items that `outside_plan` names: a list, or text with spaces as spreadsheets have it. */
function outsidePlan(input: Input): Pollutant[] {
  const given = input.outside_plan ?? [];
  const items: unknown = typeof given === 'string' ? given.split(' ').filter(Boolean) : given;
  if (!Array.isArray(items) || !items.every((item) => POLLUTANTS.includes(item)))
    throw new StandardRefusal(
      'unknown-item',
      'outside_plan',
      `outside_plan 应列出监测方案之外的项目：${POLLUTANTS.join('、')}`,
    );
  return items as Pollutant[];
}

function airOf(input: Input): HourlyAir & DailyAir {
  return renamed(valuesOf(input, ['outside_plan']), ALIASES);
}

/** AQI of an hour. */
export function airHour(options: EvaluateOptions): Evaluation {
  return {
    columns: [...COLUMNS, ...HOURLY.map((item) => `iaqi.${item}`)],
    answer: (input) => {
      return told(
        input,
        hourlyAqi(airOf(input), whenOf(input, options), { outsidePlan: outsidePlan(input) }),
      );
    },
  };
}

/** AQI of a day. */
export function airDay(options: EvaluateOptions): Evaluation {
  return {
    columns: [...COLUMNS, ...DAILY.map((item) => `iaqi.${item}`)],
    answer: (input) => {
      return told(input, dailyAqi(airOf(input), whenOf(input, options), { outsidePlan: outsidePlan(input) }));
    },
  };
}
