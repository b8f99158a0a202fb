import type { IssueSummary } from '@qingshan/contract';
import { client } from '../../api/client.ts';
import { today } from '../../parts/time.ts';
import { ledgerColumns } from './columns.tsx';
import type { LedgerQuery } from './ledgerQuery.ts';

export const EXPORT_MOST = 5000;
const PAGE_SIZE = 200;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Every row of the current filter, page by page, up to 5,000; told how far it is; stops when asked to. */
export async function rowsOf(
  query: LedgerQuery,
  progress: (done: number, total: number) => void,
  stopped: () => boolean,
  most = EXPORT_MOST,
): Promise<{ rows: IssueSummary[]; complete: boolean }> {
  const rows = new Map<string, IssueSummary>();
  for (let page = 1; ; page += 1) {
    const answer = await client.call('listIssues', { query: { ...query, page, size: PAGE_SIZE } });
    for (const issue of answer.items) rows.set(issue.id, issue);
    const total = Math.min(answer.total, most);
    progress(rows.size, total);
    const last = answer.items.length < PAGE_SIZE;
    if (stopped() || last || page * PAGE_SIZE >= most) return { rows: [...rows.values()], complete: last };
  }
}

/** Excel's widths are in characters. */
const PIXELS_A_CHARACTER = 7;
const TITLE_WIDTH = 46;

/** The rows as an Excel workbook with all columns, handed to the browser to keep. */
export async function saveLedger(rows: readonly IssueSummary[]): Promise<void> {
  const { workbookOf } = await import('./xlsx.ts');
  const file = workbookOf(
    '问题台账',
    [
      ledgerColumns.map((column) => column.label),
      ...rows.map((issue) => ledgerColumns.map((column) => column.text(issue))),
    ],
    ledgerColumns.map(({ width }) => (width ? Math.ceil(width / PIXELS_A_CHARACTER) : TITLE_WIDTH)),
  );
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([file], { type: XLSX }));
  link.download = `问题台账-${today()}.xlsx`;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
