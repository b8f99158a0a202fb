import { StandardRefusal } from '../refusal.ts';
import { classOrNull, type WaterClass } from './gb3838.ts';

/** A section with its target class. class null = not judged, with the reason. */
export interface TargetSection {
  readonly id: string;
  readonly class: WaterClass | null;
  readonly target: 1 | 2 | 3 | 4 | 5;
  readonly reason?: 'dry' | 'frozen' | 'not-measured';
}

/** 断面达标率 with its counts. */
export interface TargetCompliance {
  readonly met: number;
  readonly judged: number;
  readonly ratio: number | null;
  readonly failing: readonly string[];
  readonly notJudged: readonly { readonly id: string; readonly reason: string }[];
}

function targetOf(section: TargetSection): number {
  if (![1, 2, 3, 4, 5].includes(section.target))
    throw new StandardRefusal('out-of-range', 'target', `断面 ${section.id} 的目标类别应为 1 至 5 的整数`);
  return section.target;
}

/**
 * Share of sections at or better than their target among those judged. Dry, frozen or unmeasured sections are left out and named.
 * ratio null when no section was judged. Errors: `out-of-range` for a class other than 1 to 6 or a target other than 1 to 5.
 * @source 环办[2011]22号 (recollected)
 */
export function targetCompliance(sections: readonly TargetSection[]): TargetCompliance {
  const judged = sections.filter((section) => classOrNull(section.class) !== null);
  const failing = judged
    .filter((section) => (section.class as number) > targetOf(section))
    .map((section) => section.id);
  const met = judged.length - failing.length;
  const notJudged = sections
    .filter((section) => !judged.includes(section))
    .map((section) => ({ id: section.id, reason: section.reason ?? 'not-measured' }));
  return {
    met,
    judged: judged.length,
    ratio: judged.length === 0 ? null : met / judged.length,
    failing,
    notJudged,
  };
}
