export { StandardRefusal } from '../refusal.ts';
export {
  indoorLimit,
  judgeNoise,
  NOISE_TABLES,
  type NoiseJudgement,
  type NoiseLimit,
  type NoisePeriod,
  type NoiseSource,
  type NoiseZone,
  nightMaximumAllowance,
  noiseLimit,
  noisePeriod,
  type RoomKind,
  withoutBackground,
} from './noise-limit.ts';
