import { MOST_DAYS_BACK } from '@qingshan/contract';
import { Refusal } from '../../../platform/index.ts';
import type { Author } from '../author.ts';
import { earliestChange } from '../rules/terms.ts';

/**
 * A change of who held a post rewrites what the ledger answers for the days since: it may be dated back a little, further
 * only by the county's administrator with a reason. The system itself (seeds, imports) is not bound.
 * @returns what the journal keeps of it. Errors: `date-out-of-range`, `invalid-input` without a reason.
 */
export function demandRecent(
  author: Author,
  {
    field,
    day,
    today,
  }: { readonly field: 'from' | 'to' | 'on'; readonly day: string; readonly today: string },
  reason: string | undefined,
): { readonly backdated?: true; readonly reason?: string } {
  const earliest = earliestChange(today);
  if (author.personId === null || day >= earliest) return {};
  if (!author.datesBack)
    throw new Refusal(
      'date-out-of-range',
      `日期 ${day} 太早：最多往前补录 ${MOST_DAYS_BACK} 天（${earliest} 起），更早的由县系统管理员补录`,
      { fields: { [field]: `不早于 ${earliest}` } },
    );
  if (!reason)
    throw new Refusal(
      'invalid-input',
      `补录 ${MOST_DAYS_BACK} 天以前的任职，请写明理由，理由会记入办理日志`,
      {
        fields: { reason: '请写明理由' },
      },
    );
  return { backdated: true, reason };
}

/** Nobody gives a post to himself, nor himself more of it. Error: `not-allowed`. */
export function demandOther(author: Author, personId: string): void {
  if (author.personId !== personId) return;
  throw new Refusal('not-allowed', '不能把岗位任给自己，请由另一位有权办理的人来办');
}
