import {
  daysBetween,
  type FireWeatherDay,
  fireWeather,
  fireWeatherBasis,
  type MoistureCodes,
  START_CODES,
  StandardRefusal,
} from '@qingshan/standards';
import { type Answer, type Evaluation, type Input, namesOf } from './input.ts';

const KEYS = new Set([
  'id',
  'station',
  'name',
  'date',
  'temp_c',
  'rh_pct',
  'wind_kmh',
  'rain24_mm',
  'lat',
  'start',
  'start_ffmc',
  'start_dmc',
  'start_dc',
]);

/** The start values of a row: `start`, or three columns of a spreadsheet. */
function startOf(input: Input): MoistureCodes | null {
  if (input.start !== null && input.start !== undefined) {
    const { ffmc, dmc, dc } = input.start as MoistureCodes;
    return { ffmc, dmc, dc };
  }
  const {
    start_ffmc: ffmc,
    start_dmc: dmc,
    start_dc: dc,
  } = input as Record<string, number | null | undefined>;
  if ([ffmc, dmc, dc].every((value) => value === null || value === undefined)) return null;
  return { ffmc, dmc, dc } as MoistureCodes;
}

function unknownKey(input: Input): void {
  const unknown = Object.keys(input).find((key) => !KEYS.has(key));
  if (unknown) throw new StandardRefusal('unknown-item', unknown, `不认识的项目“${unknown.slice(0, 40)}”`);
}

/** Fire weather of one station's days in order. A refused day leaves the codes as they were; days left out are told as `gap_days`. */
export function fwi(): Evaluation {
  let codes: MoistureCodes = START_CODES;
  let lastDay: string | null = null;
  return {
    columns: ['ffmc', 'dmc', 'dc', 'isi', 'bui', 'fwi', 'dsr', 'gap_days'],
    answer: (input): Answer => {
      unknownKey(input);
      const start = startOf(input);
      const day = input as unknown as FireWeatherDay;
      const now = fireWeather(day, start ?? codes);
      const step = lastDay === null || start ? 1 : daysBetween(lastDay, day.date);
      if (step < 1)
        throw new StandardRefusal('bad-date', 'date', `日期应晚于上一行（${lastDay}），重新起算请给 start`);
      codes = now;
      lastDay = day.date;
      return {
        ...namesOf(input),
        date: day.date,
        ...now,
        ...(step > 1 ? { gap_days: step - 1 } : {}),
        basis: fireWeatherBasis(),
      };
    },
  };
}
