import { isDay } from '../calendar/china-day.ts';
import { type Basis, basisOf } from '../edition.ts';
import { StandardRefusal } from '../refusal.ts';
import { nonNegative, within } from '../units/concentration.ts';
import { FIRE_WEATHER } from './fire-weather.table.ts';
import { fineFuelMoisture, nextDc, nextDmc, nextFfmc } from './moisture-codes.ts';

/** The three moisture codes that go from day to day. */
export interface MoistureCodes {
  readonly ffmc: number;
  readonly dmc: number;
  readonly dc: number;
}

/** Noon weather of one day. Latitude in degrees north; left out: 46, where the system needs no adjustment. */
export interface FireWeatherDay {
  readonly date: string;
  readonly temp_c: number;
  readonly rh_pct: number;
  readonly wind_kmh: number;
  readonly rain24_mm: number;
  readonly lat?: number | null;
}

/** All codes and indices of one day. */
export interface FireWeather extends MoistureCodes {
  readonly isi: number;
  readonly bui: number;
  readonly fwi: number;
  readonly dsr: number;
}

/** Standard start values after snow melt: FFMC 85, DMC 6, DC 15. */
export const START_CODES: MoistureCodes = FIRE_WEATHER.start;

/** Initial Spread Index from FFMC and wind (km/h). @source CFS Forestry Technical Report 35 (Van Wagner 1987) */
export function initialSpread(ffmc: number, windKmh: number): number {
  const moisture = fineFuelMoisture(ffmc);
  const fuel = 91.9 * Math.exp(-0.1386 * moisture) * (1 + moisture ** 5.31 / 4.93e7);
  return 0.208 * Math.exp(0.05039 * windKmh) * fuel;
}

/** Buildup Index from DMC and DC. @source CFS Forestry Technical Report 35 (Van Wagner 1987) */
export function buildUp(dmc: number, dc: number): number {
  if (dmc === 0 && dc === 0) return 0;
  const index = (0.8 * dc * dmc) / (dmc + 0.4 * dc);
  if (index >= dmc) return index;
  return Math.max(dmc - (0.92 + (0.0114 * dmc) ** 1.7) * ((dmc - index) / dmc), 0);
}

/** Fire Weather Index from ISI and BUI. @source CFS Forestry Technical Report 35 (Van Wagner 1987) */
export function fireWeatherIndex(isi: number, bui: number): number {
  const fuel = bui <= 80 ? 0.626 * bui ** 0.809 + 2 : 1000 / (25 + 108.64 * Math.exp(-0.023 * bui));
  const intensity = 0.1 * isi * fuel;
  // biome-ignore lint/suspicious/noApproximativeNumericConstant: 0.434 is the constant of the published equation
  return intensity <= 1 ? intensity : Math.exp(2.72 * (0.434 * Math.log(intensity)) ** 0.647);
}

/** Daily Severity Rating from FWI. @source CFS Forestry Technical Report 35 (Van Wagner 1987) */
export function dailySeverity(fwi: number): number {
  return 0.0272 * fwi ** 1.77;
}

function checkCodes(codes: MoistureCodes): void {
  if (typeof codes !== 'object' || codes === null)
    throw new StandardRefusal('missing-input', 'start', '请给前一日的 ffmc、dmc、dc');
  within(codes.ffmc, 'ffmc', 0, 101);
  nonNegative(codes.dmc, 'dmc');
  nonNegative(codes.dc, 'dc');
}

function checkDay(day: FireWeatherDay): void {
  if (typeof day !== 'object' || day === null)
    throw new StandardRefusal('missing-input', 'day', '请给当日天气，如 {"date":"2026-03-01","temp_c":17,…}');
  if (typeof day.date !== 'string' || !isDay(day.date)) {
    throw new StandardRefusal(
      'bad-date',
      'date',
      `日期“${String(day.date).slice(0, 40)}”无法识别，请写成 2026-03-01`,
    );
  }
  const { temp_c, rh_pct, wind_kmh, rain24_mm } = FIRE_WEATHER.ranges;
  within(day.temp_c, 'temp_c', temp_c[0], temp_c[1]);
  within(day.rh_pct, 'rh_pct', rh_pct[0], rh_pct[1]);
  within(day.wind_kmh, 'wind_kmh', wind_kmh[0], wind_kmh[1]);
  within(day.rain24_mm, 'rain24_mm', rain24_mm[0], rain24_mm[1]);
  if (day.lat !== null && day.lat !== undefined) within(day.lat, 'lat', -90, 90);
}

/**
 * FFMC, DMC, DC, ISI, BUI, FWI and DSR of a day from the codes of the day before.
 * temp_c °C, rh_pct %, wind_kmh km/h at 10 m, rain24_mm mm in 24 h, all at noon local time.
 * Missing data: refused, since every code builds on the last. Errors: `out-of-range`, `not-a-number`, `not-finite`, `negative`, `bad-date`.
 * @source CFS Forestry Technical Report 35 (Van Wagner 1987)
 */
export function fireWeather(day: FireWeatherDay, before: MoistureCodes = START_CODES): FireWeather {
  checkDay(day);
  checkCodes(before);
  const month = Number(day.date.slice(5, 7));
  const latitude = day.lat ?? FIRE_WEATHER.latitude;
  const ffmc = nextFfmc(before.ffmc, day.temp_c, day.rh_pct, day.wind_kmh, day.rain24_mm);
  const dmc = nextDmc(before.dmc, day.temp_c, day.rh_pct, day.rain24_mm, latitude, month);
  const dc = nextDc(before.dc, day.temp_c, day.rain24_mm, latitude, month);
  const isi = initialSpread(ffmc, day.wind_kmh);
  const bui = buildUp(dmc, dc);
  const fwi = fireWeatherIndex(isi, bui);
  return { ffmc, dmc, dc, isi, bui, fwi, dsr: dailySeverity(fwi) };
}

/** What fire weather results rest on. */
export function fireWeatherBasis(): Basis {
  return basisOf(FIRE_WEATHER, FIRE_WEATHER.clause, FIRE_WEATHER.mark, { note: FIRE_WEATHER.note });
}

/**
 * Start DC of spring from the last DC of autumn and the winter's rain and snow (mm water): 400·ln(800/(a·800·e^(−DC/400) + b·3.94·mm)), at least 15.
 * a = carry-over fraction, b = wetting efficiency, 0 to 1. Errors: as `fireWeather`.
 * @source CFS Forestry Technical Report 35; Lawson & Armitage 2008
 */
export function overwinteredDc(
  lastDc: number,
  winterPrecipitationMm: number,
  carryOver = FIRE_WEATHER.overwinter.carryOver,
  wetting = FIRE_WEATHER.overwinter.wetting,
): number {
  const autumn = 800 * Math.exp(-nonNegative(lastDc, 'lastDc') / 400);
  const spring =
    within(carryOver, 'carryOver', 0, 1) * autumn +
    within(wetting, 'wetting', 0, 1) * 3.94 * nonNegative(winterPrecipitationMm, 'winterPrecipitationMm');
  return spring <= 0 ? Number(lastDc) : Math.max(400 * Math.log(800 / spring), FIRE_WEATHER.overwinter.least);
}
