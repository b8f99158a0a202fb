import type { IssueDetail } from '@qingshan/contract';
import { dayOf } from '../../parts/time.ts';
import { drawnSteps, type StepMark } from './steps.ts';

const words: Record<StepMark, string> = {
  done: '已完成',
  now: '当前',
  ahead: '未到',
  skipped: '未发生',
  stopped: '已终止',
};

export function StepBar({ issue }: { issue: IssueDetail }) {
  return (
    <ol className="steps" aria-label="办理环节">
      {drawnSteps(issue).map(({ step, mark, at, times }, index) => (
        <li key={step} className={`step-${mark}`} aria-current={mark === 'now' ? 'step' : undefined}>
          <span className="step-dot" aria-hidden="true">
            {mark === 'done' ? '✓' : mark === 'skipped' || mark === 'stopped' ? '–' : index + 1}
          </span>
          <span className="step-name">
            {step}
            {times > 1 && <small> {times} 次</small>}
          </span>
          <span className="step-when">{at ? dayOf(at) : words[mark]}</span>
        </li>
      ))}
    </ol>
  );
}
