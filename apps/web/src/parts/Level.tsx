import type { IssueSummary, Urgency } from '@qingshan/contract';
import { dayOf, moment } from './time.ts';

/** Every level has a sign and a word beside its colour. */
export const levels: Record<Urgency, { sign: string; word: string }> = {
  red: { sign: '●', word: '超期' },
  orange: { sign: '▲', word: '紧急' },
  yellow: { sign: '◆', word: '临近' },
  green: { sign: '✓', word: '正常' },
  none: { sign: '–', word: '未计时' },
};

export function Level({ of, text }: { of: Urgency; text?: string }) {
  const { sign, word } = levels[of];
  return (
    <span className={`level level-${of}`}>
      <span aria-hidden="true">{sign}</span> {text ?? word}
    </span>
  );
}

/** Level and day of the deadline: `● 超期 2026-05-03`. */
export function Due({
  issue,
}: {
  issue: Pick<IssueSummary, 'dueAt' | 'urgency' | 'dueEstimated' | 'closedAt'>;
}) {
  if (!issue.dueAt) return <span className="quiet">未定期限</span>;
  return (
    <span className="due" title={`期限 ${moment(issue.dueAt)}`}>
      {issue.urgency !== 'none' && <Level of={issue.urgency} />}{' '}
      <span className="num">
        {dayOf(issue.dueAt)}
        {issue.dueEstimated && <abbr title="跨入节假日尚未公布的年份，只扣除了周末">（暂估）</abbr>}
      </span>
    </span>
  );
}
