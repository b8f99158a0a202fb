export { StandardRefusal } from '../refusal.ts';
export { type MgPerKg, mgPerKg, mgPerKgFromUgPerKg } from '../units/concentration.ts';
export {
  CONSTRUCTION_LAND_TABLES,
  constructionLandItem,
  type LandClass,
  type LandItemJudgement,
  type LandRisk,
} from './construction-land.ts';
export {
  FARMLAND_TABLES,
  type FarmCategory,
  type FarmItem,
  type FarmItemJudgement,
  type FarmLand,
  type FarmlandJudgement,
  type FarmSoil,
  farmlandCategory,
} from './farmland.ts';
export { type SoilGrade, type SoilNemerow, soilNemerow, soilSingleGrade } from './soil-index.ts';
