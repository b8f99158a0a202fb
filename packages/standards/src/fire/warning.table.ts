// biome-ignore-all format: one row a line
import type { Mark, StandardHeader } from '../edition.ts';

/** Warning colours, mildest first. */
export type WarningColour = 'blue' | 'yellow' | 'orange' | 'red';

/** One condition: the daily AQI is above `aqiAbove` for at least `hours` in a row; `atTop` = reaches 500. */
export interface PollutionCondition { readonly aqiAbove: number; readonly hours: number; readonly atTop?: boolean }
/** A colour is called when all conditions of one of its alternatives hold. */
export interface PollutionRule { readonly colour: WarningColour; readonly anyOf: readonly (readonly PollutionCondition[])[] }
/** A plan for heavy-pollution weather. Local plans may be stricter: write them as further tables. */
export interface PollutionPlan extends StandardHeader { readonly id: string; readonly mark: Mark; readonly rules: readonly PollutionRule[] }

const DAY = 24;
/** Four colours of 2017. @source 重污染天气预警分级 2017 */
export const PLAN_2017: PollutionPlan = {
  id: '2017-four-colours', standard: '重污染天气预警分级 2017', edition: '2017', title: '重污染天气预警分级（四级）', source: 'one document copy',
  effectiveFrom: '2017-01-01', effectiveTo: '2018-12-31', datesMark: 'memory', note: '', mark: 'single-source',
  rules: [
    { colour: 'red', anyOf: [[{ aqiAbove: 200, hours: 4 * DAY }, { aqiAbove: 300, hours: 2 * DAY }], [{ aqiAbove: 499, hours: DAY, atTop: true }]] },
    { colour: 'orange', anyOf: [[{ aqiAbove: 200, hours: 3 * DAY }, { aqiAbove: 300, hours: DAY }]] },
    { colour: 'yellow', anyOf: [[{ aqiAbove: 200, hours: 2 * DAY }]] },
    { colour: 'blue', anyOf: [[{ aqiAbove: 200, hours: DAY }]] },
  ],
};
/** Three colours after 2018. @source 重污染天气预警分级 2018 */
export const PLAN_2018: PollutionPlan = {
  id: '2018-three-colours', standard: '重污染天气预警分级 2018', edition: '2018', title: '重污染天气预警分级（三级）', source: 'one bureau page, agreeing with a document copy apart from blue and orange',
  effectiveFrom: '2019-01-01', effectiveTo: '2023-12-31', datesMark: 'memory', note: '', mark: 'single-source',
  rules: [
    { colour: 'red', anyOf: [[{ aqiAbove: 200, hours: 4 * DAY }, { aqiAbove: 300, hours: 2 * DAY }], [{ aqiAbove: 499, hours: DAY, atTop: true }]] },
    { colour: 'orange', anyOf: [[{ aqiAbove: 200, hours: 3 * DAY }]] },
    { colour: 'yellow', anyOf: [[{ aqiAbove: 200, hours: 2 * DAY }]] },
  ],
};
/** Revision of 2024, recollected. @source 重污染天气预警分级 2024 (recollected) */
export const PLAN_2024: PollutionPlan = {
  id: '2024-revision', standard: '重污染天气预警分级 2024', edition: '2024', title: '重污染天气预警分级（2024 修订）', source: 'recollection',
  effectiveFrom: '2024-01-01', effectiveTo: null, datesMark: 'memory', note: 'unverified', mark: 'memory',
  rules: [
    { colour: 'red', anyOf: [[{ aqiAbove: 200, hours: 3 * DAY }, { aqiAbove: 300, hours: DAY }]] },
    { colour: 'orange', anyOf: [[{ aqiAbove: 200, hours: 2 * DAY }], [{ aqiAbove: 150, hours: 3 * DAY }]] },
    { colour: 'yellow', anyOf: [[{ aqiAbove: 200, hours: DAY }], [{ aqiAbove: 150, hours: 2 * DAY }]] },
  ],
};

/** Signals of forest fire danger by grade. @source LY/T 2578-2016 (colours: two sources; grades recollected) */
export interface FireSignalTable extends StandardHeader { readonly signals: readonly { readonly grade: 1 | 2 | 3 | 4 | 5; readonly colour: WarningColour | 'green'; readonly label: string; readonly mark: Mark }[] }
/** Forest fire danger signals. @source LY/T 2578-2016 */
export const FIRE_SIGNALS: FireSignalTable = {
  standard: 'LY/T 2578-2016', edition: '2016', title: '森林火险预警信号分级及标识', source: 'title page and one page; grades recollected',
  effectiveFrom: '2016-12-01', effectiveTo: null, datesMark: 'memory', note: 'grade 1 has no signal; green is used on maps',
  signals: [
    { grade: 1, colour: 'green', label: '低火险', mark: 'single-source' },
    { grade: 2, colour: 'blue', label: '蓝色预警', mark: 'two-sources' },
    { grade: 3, colour: 'yellow', label: '黄色预警', mark: 'two-sources' },
    { grade: 4, colour: 'orange', label: '橙色预警', mark: 'two-sources' },
    { grade: 5, colour: 'red', label: '红色预警', mark: 'two-sources' },
  ],
};

/** Colours of warning levels of emergencies: 一级 red to 四级 blue. @source 突发事件应对法 */
export interface EmergencyTable extends StandardHeader { readonly mark: Mark; readonly colours: readonly WarningColour[] }
/** Warning levels 1 to 4. @source 突发事件应对法 */
export const EMERGENCY_WARNINGS: EmergencyTable = {
  standard: '突发事件应对法', edition: '2007', title: '突发事件预警级别', source: 'two secondary sources', effectiveFrom: '2007-11-01', effectiveTo: null, datesMark: 'memory', note: '', mark: 'two-sources',
  colours: ['red', 'orange', 'yellow', 'blue'],
};

/** Classes of a forest fire by burnt area (ha); deaths and injuries may raise it. @source 森林防火条例 */
export interface FireClassTable extends StandardHeader { readonly mark: Mark; readonly classes: readonly { readonly label: string; readonly belowHa: number | null }[] }
/** Classes of a forest fire. @source 森林防火条例 第四十条 */
export const FIRE_CLASSES: FireClassTable = {
  standard: '森林防火条例', edition: '2008', title: '森林火灾分级', source: 'a public page and recollection', effectiveFrom: '2009-01-01', effectiveTo: null, datesMark: 'memory', note: 'by area only', mark: 'two-sources',
  classes: [{ label: '一般', belowHa: 1 }, { label: '较大', belowHa: 100 }, { label: '重大', belowHa: 1000 }, { label: '特别重大', belowHa: null }],
};
