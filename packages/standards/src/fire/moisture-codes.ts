import { FIRE_WEATHER, type MonthlyByLatitude } from './fire-weather.table.ts';

/** Scale factor of the FF scale, 250 · 59.5 / 101. */
const FF_SCALE = 147.27723;

function monthly(rows: readonly MonthlyByLatitude[], latitude: number, month: number): number {
  const row = rows.find(({ above }) => latitude > above);
  return row?.months[month - 1] as number;
}

/** Fine fuel moisture content (%) of an FFMC. @source CFS Forestry Technical Report 35 (Van Wagner 1987) */
export function fineFuelMoisture(ffmc: number): number {
  return (FF_SCALE * (101 - ffmc)) / (59.5 + ffmc);
}

function wetted(moisture: number, rain: number): number {
  if (rain <= 0.5) return moisture;
  const effective = rain - 0.5;
  const gain = 42.5 * effective * Math.exp(-100 / (251 - moisture)) * (1 - Math.exp(-6.93 / effective));
  const extra = moisture > 150 ? 0.0015 * (moisture - 150) ** 2 * Math.sqrt(effective) : 0;
  return Math.min(moisture + gain + extra, 250);
}

function dryingRate(share: number, temp: number, wind: number): number {
  const rate = 0.424 * (1 - share ** 1.7) + 0.0694 * Math.sqrt(wind) * (1 - share ** 8);
  return rate * 0.581 * Math.exp(0.0365 * temp);
}

/** Fine Fuel Moisture Code of today from yesterday's. temp °C, rh %, wind km/h, rain mm in 24 h, all at noon. @source CFS Forestry Technical Report 35 (Van Wagner 1987) */
export function nextFfmc(before: number, temp: number, rh: number, wind: number, rain: number): number {
  const moisture = wetted(fineFuelMoisture(before), rain);
  const warmth = 0.18 * (21.1 - temp) * (1 - Math.exp(-0.115 * rh));
  const humid = Math.exp((rh - 100) / 10);
  const drying = 0.942 * rh ** 0.679 + 11 * humid + warmth;
  const wetting = 0.618 * rh ** 0.753 + 10 * humid + warmth;
  let now = moisture;
  if (moisture > drying) now = drying + (moisture - drying) * 10 ** -dryingRate(rh / 100, temp, wind);
  else if (moisture < wetting)
    now = wetting - (wetting - moisture) * 10 ** -dryingRate((100 - rh) / 100, temp, wind);
  const code = (59.5 * (250 - now)) / (FF_SCALE + now);
  return Math.min(Math.max(code, 0), 101);
}

function duffAfterRain(before: number, rain: number): number {
  if (rain <= 1.5) return before;
  const effective = 0.92 * rain - 1.27;
  const moisture = 20 + 280 / Math.exp(0.023 * before);
  const slope =
    before <= 33
      ? 100 / (0.5 + 0.3 * before)
      : before <= 65
        ? 14 - 1.3 * Math.log(before)
        : 6.2 * Math.log(before) - 17.2;
  const wet = moisture + (1000 * effective) / (48.77 + slope * effective);
  return Math.max(43.43 * (5.6348 - Math.log(wet - 20)), 0);
}

/** Duff Moisture Code of today. temp °C, rh %, rain mm, `latitude` degrees north, `month` 1 to 12. @source CFS Forestry Technical Report 35 (Van Wagner 1987) */
export function nextDmc(
  before: number,
  temp: number,
  rh: number,
  rain: number,
  latitude: number,
  month: number,
): number {
  const warm = Math.max(temp, -1.1) + 1.1;
  const drying = 1.894 * warm * (100 - rh) * monthly(FIRE_WEATHER.dayLength, latitude, month) * 1e-4;
  return duffAfterRain(before, rain) + drying;
}

/** Drought Code of today. temp °C, rain mm, `latitude` degrees north, `month` 1 to 12. @source CFS Forestry Technical Report 35 (Van Wagner 1987) */
export function nextDc(before: number, temp: number, rain: number, latitude: number, month: number): number {
  const loss = (0.36 * (Math.max(temp, -2.8) + 2.8) + monthly(FIRE_WEATHER.dayFactor, latitude, month)) / 2;
  let wet = before;
  if (rain > 2.8) {
    const effective = 0.83 * rain - 1.27;
    const equivalent = 800 * Math.exp(-before / 400);
    wet = Math.max(before - 400 * Math.log(1 + (3.937 * effective) / equivalent), 0);
  }
  return wet + Math.max(loss, 0);
}
