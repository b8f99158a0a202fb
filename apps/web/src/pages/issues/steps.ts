import { type IssueDetail, type Step, states, steps, type Verb, verbCodes, verbs } from '@qingshan/contract';

export type StepMark = 'done' | 'now' | 'ahead' | 'skipped' | 'stopped';

export interface DrawnStep {
  step: Step;
  mark: StepMark;
  /** Last time it was done; null when not done or not on the timeline (brought in from another ledger). */
  at: string | null;
  times: number;
}

/** The verb that carries a step out: 核查 is done by 核查通过. */
export function verbOfStep(step: Step): Verb | null {
  return verbCodes.find((code) => verbs[code].label.startsWith(step)) ?? null;
}

/**
 * The steps of one problem: those before the awaited one are done, the awaited one is now. 督促 happens only when
 * somebody urges, so it is skipped rather than done when nobody did; so is 评价 when a problem was reviewed without it.
 */
export function drawnSteps(issue: Pick<IssueDetail, 'state' | 'timeline'>): DrawnStep[] {
  const { awaiting, tone } = states[issue.state];
  const reached = awaiting === null ? steps.length : steps.indexOf(awaiting);
  return steps.map((step, index) => {
    const verb = verbOfStep(step);
    const entries = issue.timeline.filter((entry) => entry.kind === `issue.${verb}`);
    const last = entries.reduce<string | null>(
      (at, entry) => (at === null || entry.at > at ? entry.at : at),
      null,
    );
    const times = entries.length;
    if (tone === 'off') {
      return { step, mark: times > 0 ? 'done' : 'stopped', at: last, times };
    }
    const mayBeSkipped = step === '督促' || step === '评价';
    if (index < reached) {
      return { step, mark: times === 0 && mayBeSkipped ? 'skipped' : 'done', at: last, times };
    }
    return { step, mark: index === reached ? 'now' : 'ahead', at: null, times };
  });
}
