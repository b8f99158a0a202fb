export {
  buildUp,
  dailySeverity,
  type FireWeather,
  type FireWeatherDay,
  fireWeather,
  fireWeatherBasis,
  fireWeatherIndex,
  initialSpread,
  type MoistureCodes,
  overwinteredDc,
  START_CODES,
} from './fire-weather.ts';
