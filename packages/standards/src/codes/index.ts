export { StandardRefusal } from '../refusal.ts';
export { beaufortForce } from './beaufort.ts';
export {
  type CodeCheck,
  checkCreditCode,
  checkIdNumber,
  checkOrganisationCode,
  maskIdNumber,
  organisationCodeOf,
} from './check-codes.ts';
export { type ControlUnit, controlUnitOf } from './control-unit.ts';
export {
  bd09FromGcj02,
  bd09FromWgs84,
  gcj02FromBd09,
  gcj02FromBd09Once,
  gcj02FromWgs84,
  isShifted,
  type LngLat,
  wgs84FromBd09,
  wgs84FromGcj02,
} from './coordinates.ts';
export { type Division, type DivisionLevel, divisionAt, divisionOf, parentDivision } from './division.ts';
