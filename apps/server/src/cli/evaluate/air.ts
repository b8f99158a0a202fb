import {
  type AqiReport,
  type DailyAir,
  dailyAqi,
  type HourlyAir,
  hourlyAqi,
  type Pollutant,
} from '@qingshan/standards';
import {
  type Answer,
  type EvaluateOptions,
  type Evaluation,
  type Input,
  namesOf,
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

function outsidePlan(input: Input): Pollutant[] {
  return Array.isArray(input.outside_plan) ? (input.outside_plan as Pollutant[]) : [];
}

/** AQI of an hour. */
export function airHour(options: EvaluateOptions): Evaluation {
  return {
    columns: [...COLUMNS, ...HOURLY.map((item) => `iaqi.${item}`)],
    answer: (input) => {
      const air = valuesOf(input, ['outside_plan']) as HourlyAir;
      return told(input, hourlyAqi(air, whenOf(input, options), { outsidePlan: outsidePlan(input) }));
    },
  };
}

/** AQI of a day. */
export function airDay(options: EvaluateOptions): Evaluation {
  return {
    columns: [...COLUMNS, ...DAILY.map((item) => `iaqi.${item}`)],
    answer: (input) => {
      const air = valuesOf(input, ['outside_plan']) as DailyAir;
      return told(input, dailyAqi(air, whenOf(input, options), { outsidePlan: outsidePlan(input) }));
    },
  };
}
