import type { IssueSummary } from '@qingshan/contract';
import { client } from '../../api/client.ts';
import { today } from '../../parts/time.ts';
import { ledgerColumns } from './columns.tsx';
import { csvFile } from './csv.ts';
import type { LedgerQuery } from './ledgerQuery.ts';

export const EXPORT_MOST = 5000;
const PAGE_SIZE = 200;

/** Every row of the current filter, page by page, up to 5,000; told how far it is; stops when asked to. */
export async function rowsOf(
  query: LedgerQuery,
  progress: (done: number, total: number) => void,
  stopped: () => boolean,
): Promise<{ rows: IssueSummary[]; complete: boolean }> {
  const rows = new Map<string, IssueSummary>();
  for (let page = 1; ; page += 1) {
    const answer = await client.call('listIssues', { query: { ...query, page, size: PAGE_SIZE } });
    for (const issue of answer.items) rows.set(issue.id, issue);
    const total = Math.min(answer.total, EXPORT_MOST);
    progress(rows.size, total);
    const last = answer.items.length < PAGE_SIZE;
    if (stopped() || last || page * PAGE_SIZE >= EXPORT_MOST)
      return { rows: [...rows.values()], complete: last };
  }
}

export function saveLedger(rows: readonly IssueSummary[]): void {
  const file = csvFile([
    ledgerColumns.map((column) => column.label),
    ...rows.map((issue) => ledgerColumns.map((column) => column.text(issue))),
  ]);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([file], { type: 'text/csv;charset=utf-8' }));
  link.download = `问题台账-${today()}.csv`;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
