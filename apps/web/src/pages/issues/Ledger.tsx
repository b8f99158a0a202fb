import type { IssueSummary } from '@qingshan/contract';
import { Button, Table } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useAsk } from '../../api/useAsk.ts';
import { PageTitle } from '../../desk/PageTitle.tsx';
import { Answer, Nothing } from '../../parts/Answer.tsx';
import { Pager } from '../../parts/Pager.tsx';
import { useWide } from '../../parts/useWide.ts';
import { useMay } from '../../session/me.tsx';
import { AssignMany } from './AssignMany.tsx';
import { ledgerColumns, tableColumns } from './columns.tsx';
import { IssueCards } from './IssueCards.tsx';
import { LedgerFilters } from './LedgerFilters.tsx';
import { LedgerTools } from './LedgerTools.tsx';
import { filterCount, type LedgerQuery, queryFromUrl, refined, urlFromQuery } from './ledgerQuery.ts';
import { useRemembered } from './savedViews.ts';
import './ledger.css';

const tabs: { name: string; change: LedgerQuery }[] = [
  { name: '全部', change: { state: undefined, overdue: undefined } },
  { name: '未办结', change: { state: 'open', overdue: undefined } },
  { name: '超期', change: { state: 'open', overdue: 'true' } },
  { name: '已办结', change: { state: 'done', overdue: undefined } },
];
const atFirst = ledgerColumns.filter((column) => column.shownAtFirst).map((column) => column.key);

export default function Ledger() {
  const [search, setSearch] = useSearchParams();
  const query = queryFromUrl(search);
  const asked = useAsk('listIssues', { query }, { keepLast: true });
  const wide = useWide();
  const mayAssign = useMay('issues.assignMany');
  const mayRaise = useMay('issues.raise');
  const [shown, setShown] = useRemembered('ledgerColumns', atFirst);
  const [chosen, setChosen] = useState<IssueSummary[]>([]);
  const go = (next: LedgerQuery) => setSearch(urlFromQuery(next));
  const refine = (change: LedgerQuery) => go(refined(query, change));
  const sort = query.sort ?? '-raised';

  return (
    <div className="ledger">
      <PageTitle title="问题台账">
        <LedgerTools query={query} shown={shown} onShown={setShown} onOpen={(view) => setSearch(view)} />
        {mayRaise && (
          <Link className="primary-link" to="/issues/new">
            上报问题
          </Link>
        )}
      </PageTitle>
      <nav className="tabs no-print" aria-label="按办理情况">
        {tabs.map(({ name, change }) => (
          <Link
            key={name}
            to={`?${urlFromQuery(refined(query, change))}`}
            aria-current={
              query.state === change.state && query.overdue === change.overdue ? 'page' : undefined
            }
          >
            {name}
          </Link>
        ))}
      </nav>
      <LedgerFilters query={query} onRefine={refine} onClear={() => go({})} />
      {mayAssign && chosen.length > 0 && <AssignMany chosen={chosen} onDone={() => setChosen([])} />}
      <Answer of={asked} lines={10}>
        {(page) => (
          <>
            {page.items.length === 0 ? (
              <Nothing>
                <p>{page.page > 1 ? `没有第 ${page.page} 页。` : '没有符合条件的问题。'}</p>
                {page.page > 1 ? (
                  <Button onClick={() => refine({ page: 1 })}>回到第一页</Button>
                ) : filterCount(query) > 0 ? (
                  <Button onClick={() => go({})}>清除全部条件</Button>
                ) : (
                  mayRaise && <Link to="/issues/new">上报第一件问题</Link>
                )}
              </Nothing>
            ) : wide ? (
              <Table<IssueSummary>
                rowKey="id"
                size="small"
                dataSource={page.items}
                columns={tableColumns(shown, sort)}
                pagination={false}
                loading={asked.isPlaceholderData}
                tableLayout="fixed"
                showSorterTooltip={false}
                sortDirections={['descend', 'ascend', 'descend']}
                {...(mayAssign
                  ? {
                      rowSelection: {
                        selectedRowKeys: chosen.map((issue) => issue.id),
                        preserveSelectedRowKeys: true,
                        onChange: (_keys: React.Key[], rows: IssueSummary[]) =>
                          setChosen(rows.filter(Boolean)),
                        getCheckboxProps: (issue: IssueSummary) =>
                          ({ 'aria-label': `选择 ${issue.number}` }) as { name?: string },
                      },
                    }
                  : {})}
                onChange={(_pages, _filters, sorter) => {
                  const one = Array.isArray(sorter) ? sorter[0] : sorter;
                  const by = ledgerColumns.find((column) => column.key === one?.columnKey)?.sort;
                  if (by) refine({ sort: one?.order === 'ascend' ? by : `-${by}` });
                }}
              />
            ) : (
              <IssueCards issues={page.items} />
            )}
            <Pager
              page={page.page}
              size={page.size}
              total={page.total}
              atLeast={page.totalIsAtLeast}
              sizes={[20, 50, 100, 200]}
              onChange={(number, size) => refine({ page: size === page.size ? number : 1, size })}
            />
          </>
        )}
      </Answer>
    </div>
  );
}
