// biome-ignore-all format: one value a line
import type { Mark, StandardHeader } from '../edition.ts';
import type { SurfaceItem } from './surface-water.table.ts';

/** Numbers of the city water quality index and of the Nemerow index of water. */
export interface WaterIndexTable extends StandardHeader {
  readonly target: 1 | 2 | 3 | 4 | 5;
  readonly leftOut: readonly SurfaceItem[];
  readonly phNeutral: number;
  readonly clause: string;
  readonly mark: Mark;
}

/** 城市地表水环境质量排名技术规定. @source 城市地表水环境质量排名技术规定（试行） */
export const CWQI_2017: WaterIndexTable = {
  standard: '城市地表水环境质量排名技术规定（试行）', edition: '2017', title: '城市地表水环境质量排名技术规定（试行）', source: 'item list from one page, formula recollected',
  effectiveFrom: '2017-06-01', effectiveTo: null, datesMark: 'memory', note: 'unverified',
  target: 3, leftOut: ['water_temp_rise', 'water_temp_drop', 'tn', 'fecal_coliform'], phNeutral: 7, clause: 'CWQI', mark: 'memory',
};

/** Nemerow index over the single indices to class III, a common textbook form. @source textbook form, no standard */
export const NEMEROW_WATER: WaterIndexTable = {
  standard: '内梅罗水污染指数', edition: 'textbook', title: '内梅罗水污染指数', source: 'textbook form; no standard fixes it for surface water',
  effectiveFrom: '1970-01-01', effectiveTo: null, datesMark: 'memory', note: 'unverified; no grades are given',
  target: 3, leftOut: ['water_temp_rise', 'water_temp_drop', 'tn', 'fecal_coliform'], phNeutral: 7, clause: 'PN', mark: 'memory',
};
