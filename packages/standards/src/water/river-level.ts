import { type Basis, basisOf, editionFor, type When } from '../edition.ts';
import { StandardRefusal } from '../refusal.ts';
import { exactMean } from '../rounding.ts';
import { classOrNull, type WaterBody, type WaterClass } from './gb3838.ts';
import { type BelowDetection, countedValue, type WaterSample } from './sample.ts';
import { type SurfaceJudgement, surfaceClass } from './surface-class.ts';
import {
  type EvaluationRule,
  type ShareLevel,
  SURFACE_EVALUATION_2011,
  type SurfaceItem,
} from './surface-water.table.ts';

/** The editions of the evaluation rule known. */
export const SURFACE_EVALUATION_TABLES: readonly EvaluationRule[] = [SURFACE_EVALUATION_2011];

/** Sections of a river or basin by class: I–III, IV–V, worse than V. */
export interface SectionCounts {
  readonly good: number;
  readonly poor: number;
  readonly worse: number;
}

/** Level of a river or basin by shares. Shares are 0 to 1. */
export interface ShareJudgement {
  readonly level: string;
  readonly sections: number;
  readonly goodShare: number;
  readonly worseShare: number;
  readonly basis: Basis;
}

function count(value: number, field: string): number {
  if (!Number.isInteger(value) || value < 0)
    throw new StandardRefusal('out-of-range', field, `${field} 应为不小于 0 的整数`);
  return value;
}

function fits(row: ShareLevel, counts: SectionCounts, total: number): boolean {
  const goodEnough = counts.good * 100 >= row.goodFrom * total;
  return goodEnough && (row.worseBelow === null || counts.worse * 100 < row.worseBelow * total);
}

/**
 * Level of a river, river system or basin with at least 5 sections by the shares of classes, compared exactly.
 * good ≥ 90 % 优; ≥ 75 % 良好; below: worse than V < 20 % 轻度, < 40 % 中度, from 40 % 重度.
 * Sections without a class (dry, frozen) must be left out before. Errors: `out-of-range`, `nothing-to-judge` for fewer than 5 sections,
 * and those of the edition.
 * @source 环办[2011]22号 (heavy row recollected)
 */
export function riverLevel(counts: SectionCounts, when: When): ShareJudgement {
  const rule = editionFor(SURFACE_EVALUATION_TABLES, when);
  const total = count(counts.good, 'good') + count(counts.poor, 'poor') + count(counts.worse, 'worse');
  if (total < rule.fewSections) {
    throw new StandardRefusal(
      'nothing-to-judge',
      'sections',
      `断面不足 ${rule.fewSections} 个（${total} 个），请按断面浓度均值评价（fewSectionsLevel）`,
    );
  }
  const row = rule.shareLevels.find((candidate) => fits(candidate, counts, total)) as ShareLevel;
  return {
    level: row.level,
    sections: total,
    goodShare: counts.good / total,
    worseShare: counts.worse / total,
    basis: basisOf(rule, '河流、流域（水系）评价', row.mark),
  };
}

/** Counts sections by class; null (dry, frozen, not measured) is counted apart. Errors: `out-of-range` for a class other than 1 to 6. */
export function countSections(
  classes: readonly (WaterClass | null)[],
): SectionCounts & { readonly notJudged: number } {
  const judged = classes.flatMap((grade) => classOrNull(grade) ?? []);
  const among = (low: number, high: number) => judged.filter((grade) => grade >= low && grade <= high).length;
  return {
    good: among(1, 3),
    poor: among(4, 5),
    worse: among(6, 6),
    notJudged: classes.length - judged.length,
  };
}

/**
 * Mean of samples item by item, for a lake's points or for fewer than 5 sections; missing values are left out, below detection counts half.
 * Errors: `not-a-number`, `not-finite`, `negative`, `out-of-range`. @source 环办[2011]22号
 */
export function meanSample(samples: readonly WaterSample[]): WaterSample {
  const keys = [...new Set(samples.flatMap((sample) => Object.keys(sample)))] as (keyof WaterSample)[];
  const means = keys.map((key) => {
    const values = samples.flatMap((sample) => {
      const value: unknown = sample[key];
      if (value === null || value === undefined) return [];
      return [countedValue(value as number | BelowDetection, key)];
    });
    return [key, exactMean(values)] as const;
  });
  return Object.fromEntries(means) as WaterSample;
}

/**
 * Level of a river or basin with fewer than 5 sections, or of a lake from its points: items are averaged, then judged singly.
 * Errors: as `surfaceClass`. @source 环办[2011]22号
 */
export function fewSectionsLevel(
  samples: readonly WaterSample[],
  body: WaterBody,
  when: When,
): SurfaceJudgement {
  return surfaceClass(meanSample(samples), body, when);
}

/** Main pollutants of a basin: items worse than class III by the share of sections, the first three. */
export function basinMainPollutants(
  sections: readonly SurfaceJudgement[],
): { readonly item: SurfaceItem; readonly sections: number; readonly share: number }[] {
  const judged = sections.filter((section) => section.class !== null);
  const tally = new Map<SurfaceItem, number>();
  for (const section of judged)
    for (const { item } of section.exceeding) tally.set(item, (tally.get(item) ?? 0) + 1);
  return [...tally]
    .sort((a, b) => b[1] - a[1])
    .slice(0, SURFACE_EVALUATION_2011.mainCount)
    .map(([item, times]) => ({ item, sections: times, share: times / judged.length }));
}
