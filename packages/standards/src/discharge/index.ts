export { StandardRefusal } from '../refusal.ts';
export { KITCHEN_TABLES, type KitchenScale, kitchenFume, kitchenScale } from './kitchen.ts';
export type { DischargeJudgement } from './limit-check.ts';
export {
  type Animal,
  asPigs,
  LIVESTOCK_TABLES,
  livestockDischarge,
  livestockDrainage,
  livestockScale,
} from './livestock.ts';
export { SEWAGE_PLANT_TABLES, type SewagePlant, sewageEffluent, sewagePlantAir } from './sewage-plant.ts';
export { type Discharger, WASTE_WATER_TABLES, wasteWater, wasteWaterSectors } from './waste-water.ts';
