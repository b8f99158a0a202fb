import { chinaDay } from '../calendar/china-day.ts';
import { editionFor, type When } from '../edition.ts';
import { findLimits, type LimitRow, type LimitTable } from '../limit-table.ts';
import { StandardRefusal } from '../refusal.ts';
import { finite } from '../units/concentration.ts';
import { GB_18918_2002 } from './gb18918-2002.table.ts';
import { GB_18918_AMENDMENT } from './gb18918-amendment.table.ts';
import { builtFits, type DischargeJudgement, judgeRow } from './limit-check.ts';

/** The editions of GB 18918 known. */
export const SEWAGE_PLANT_TABLES: readonly LimitTable[] = [GB_18918_2002];

/** A municipal sewage plant and its outfall. */
export interface SewagePlant {
  readonly level: '1-A' | '1-B' | '2' | '3';
  /** Day of commissioning: total phosphorus differs before 2006-01-01. */
  readonly builtOn?: string;
  /** Water temperature: ammonia differs up to 12 °C. */
  readonly waterTempC?: number;
  /** Where it stands and how large it is: from 2026-03-01 town plants below 500 m³/d follow provincial limits. */
  readonly place?: 'county-seat' | 'town';
  readonly capacityM3PerDay?: number;
}

function refuseProvincial(plant: SewagePlant, when: When): void {
  const day = 'on' in when ? chinaDay(when.on) : GB_18918_AMENDMENT.effectiveFrom;
  if (plant.place !== 'town' || day < GB_18918_AMENDMENT.effectiveFrom) return;
  if (plant.capacityM3PerDay === undefined)
    throw new StandardRefusal(
      'missing-input',
      'capacityM3PerDay',
      '建制镇的厂 2026-03-01 起按规模区分，请给设计规模（m³/d）',
    );
  if (plant.capacityM3PerDay < GB_18918_AMENDMENT.belowM3PerDay) {
    throw new StandardRefusal(
      'provincial-limits',
      'capacityM3PerDay',
      '2026-03-01 起，县城以外建制镇 500 m³/d 以下的厂执行省级标准，请改用本省限值',
    );
  }
}

function fits(row: LimitRow, plant: SewagePlant): boolean {
  const condition = row.condition;
  const water = /water (>|<=) (\d+) °C/.exec(condition);
  if (water) {
    if (plant.waterTempC === undefined)
      throw new StandardRefusal('missing-input', 'waterTempC', '氨氮限值按水温区分，请给 waterTempC');
    return (water[1] === '>') === finite(plant.waterTempC, 'waterTempC') > Number(water[2]);
  }
  if (condition.includes('built ') && plant.builtOn === undefined) {
    throw new StandardRefusal('missing-input', 'builtOn', '总磷限值按建成日期区分，请给 builtOn');
  }
  return builtFits(condition, plant.builtOn);
}

/**
 * Daily mean of a plant's effluent against its limit (mg/L unless the item says otherwise; air of table 4 is not judged here).
 * From 2026-03-01 plants in towns other than the county seat below 500 m³/d are refused: provincial limits hold, the amendment has not been read.
 * Errors: `provincial-limits`, `missing-input`, `unknown-item`, `no-limit` (level without a limit), `not-a-number`, `not-finite`, `negative`.
 * @source GB 18918-2002 表1 表2 表3
 */
export function sewageEffluent(
  item: string,
  value: number,
  plant: SewagePlant,
  when: When,
): DischargeJudgement {
  const table = editionFor(SEWAGE_PLANT_TABLES, when);
  refuseProvincial(plant, when);
  const rows = findLimits(table, {
    item,
    condition: (condition) => condition.startsWith('daily mean'),
    level: (level) => level === 'all levels' || level === `level ${plant.level}`,
  });
  const row = rows.find((candidate) => fits(candidate, plant));
  if (!row)
    throw new StandardRefusal(
      'no-limit',
      item,
      `${table.standard} 对 ${plant.level} 级没有项目“${item}”的限值`,
    );
  return judgeRow(table, row, value);
}

/** Air at a plant's boundary (NH₃, H₂S mg/m³; odour; CH₄ %) against table 4. Errors: as `sewageEffluent`. @source GB 18918-2002 表4 */
export function sewagePlantAir(
  item: 'nh3' | 'h2s' | 'odor_concentration' | 'ch4',
  value: number,
  level: '1' | '2' | '3',
  when: When,
): DischargeJudgement {
  const table = editionFor(SEWAGE_PLANT_TABLES, when);
  const row = findLimits(table, { item, clause: '表4', level: `level ${level}` })[0];
  if (!row) throw new StandardRefusal('no-limit', item, `${table.standard} 表4 没有项目“${item}”`);
  return judgeRow(table, row, value);
}
