import type { IssueSummary } from '@qingshan/contract';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useAsk } from '../../api/useAsk.ts';
import { Refusal } from '../../parts/Answer.tsx';
import { moment } from '../../parts/time.ts';
import { ledgerColumns } from './columns.tsx';
import { rowsOf } from './exportLedger.ts';
import { filterWords } from './filterWords.ts';
import type { LedgerQuery } from './ledgerQuery.ts';
import './printLedger.css';

const PRINT_MOST = 1000;

interface Sheet {
  rows: IssueSummary[];
  complete: boolean;
  at: string;
}

/** Prints every row of the question up to 1,000, with its filters and the date above, not only the page on screen. */
export function PrintLedger({ query, shown }: { query: LedgerQuery; shown: readonly string[] }) {
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const place = useAsk(
    'getPlace',
    { params: { code: query.place ?? '' } },
    { enabled: Boolean(query.place), staleMs: 3_600_000 },
  );
  useEffect(() => {
    if (!sheet) return;
    const done = () => setSheet(null);
    window.addEventListener('afterprint', done, { once: true });
    window.print();
    return () => window.removeEventListener('afterprint', done);
  }, [sheet]);
  async function print() {
    setBusy(true);
    setRefusal(null);
    try {
      const found = await rowsOf(
        query,
        () => undefined,
        () => false,
        PRINT_MOST,
      );
      setSheet({ ...found, at: new Date().toISOString() });
    } catch (error) {
      setRefusal(error);
    } finally {
      setBusy(false);
    }
  }
  const columns = ledgerColumns.filter((column) => shown.includes(column.key));
  return (
    <>
      <Button className="wide-only" loading={busy} onClick={print}>
        打印
      </Button>
      {refusal !== null && <Refusal error={refusal} />}
      {sheet &&
        createPortal(
          <section className="print-sheet">
            <h1>问题台账</h1>
            <p>
              {filterWords(query, place.data?.name)} · 共 {sheet.rows.length} 件
              {!sheet.complete && `（一次最多打印 ${PRINT_MOST} 件，其余请缩小条件）`} · 打印于{' '}
              {moment(sheet.at)}
            </p>
            <table>
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column.key}>{column.label}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {sheet.rows.map((issue) => (
                  <tr key={issue.id}>
                    {columns.map((column) => (
                      <td key={column.key}>{column.text(issue)}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>,
          document.body,
        )}
    </>
  );
}
