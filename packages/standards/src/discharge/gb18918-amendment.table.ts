import type { Mark, StandardHeader } from '../edition.ts';

/** What the amendment takes out of the national limits. */
export interface SewageAmendment extends StandardHeader {
  /** Plants of towns other than the county seat below this size follow provincial limits. */
  readonly belowM3PerDay: number;
  readonly mark: Mark;
}

/** Amendment of GB 18918-2002, known by its announcement only. @source GB 18918-2002 修改单 */
export const GB_18918_AMENDMENT: SewageAmendment = {
  standard: 'GB 18918-2002',
  edition: '2002 修改单',
  title: '城镇污水处理厂污染物排放标准 修改单',
  source: 'announcement; the amendment itself has not been read',
  effectiveFrom: '2026-03-01',
  effectiveTo: null,
  datesMark: 'two-sources',
  note: 'clause 4.1.3.1 changed too',
  belowM3PerDay: 500,
  mark: 'single-source',
};
