import type { WaterClass } from './gb3838.ts';

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

/**
 * Share of sections at or better than their target among those judged. Dry, frozen or unmeasured sections are left out and named.
 * ratio null when no section was judged.
 * @source 环办[2011]22号 (recollected)
 */
export function targetCompliance(sections: readonly TargetSection[]): TargetCompliance {
  const judged = sections.filter((section) => section.class !== null);
  const failing = judged
    .filter((section) => (section.class as number) > section.target)
    .map((section) => section.id);
  const met = judged.length - failing.length;
  const notJudged = sections
    .filter((section) => section.class === null)
    .map((section) => ({ id: section.id, reason: section.reason ?? 'not-measured' }));
  return {
    met,
    judged: judged.length,
    ratio: judged.length === 0 ? null : met / judged.length,
    failing,
    notJudged,
  };
}
