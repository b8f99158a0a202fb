import {
  categories,
  type IssueSummary,
  kindRow,
  severityLabels,
  sourceRow,
  states,
} from '@qingshan/contract';
import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { Due, Level } from '../../parts/Level.tsx';
import { StateTag } from '../../parts/StateTag.tsx';
import { dayOf, moment } from '../../parts/time.ts';

export interface LedgerColumn {
  key: string;
  label: string;
  /** Sort of the contract, ascending; absent: not sortable. */
  sort?: 'due' | 'raised' | 'number' | 'severity';
  width?: number;
  shownAtFirst: boolean;
  show: (issue: IssueSummary) => React.ReactNode;
  text: (issue: IssueSummary) => string | number | null;
}

/** Open: whether past due; closed with a deadline: in time or late. */
const inTimeText = ({ overdue, closedInTime }: IssueSummary): string => {
  if (closedInTime !== null) return closedInTime ? '按期办结' : '超期办结';
  return overdue ? '超期' : '否';
};

/** The ledger's columns: on screen and in the exported file. */
export const ledgerColumns: LedgerColumn[] = [
  {
    key: 'number',
    label: '编号',
    sort: 'number',
    width: 158,
    shownAtFirst: true,
    show: (issue) => (
      <Link className="num" to={`/issues/${issue.id}`}>
        {issue.number}
      </Link>
    ),
    text: (issue) => issue.number,
  },
  {
    key: 'title',
    label: '问题',
    shownAtFirst: true,
    show: (issue) => (
      <>
        {issue.title}
        {issue.reopenedTimes > 0 && <span className="mark">重开 {issue.reopenedTimes} 次</span>}
        {issue.imported && <span className="mark">导入</span>}
      </>
    ),
    text: (issue) => issue.title,
  },
  {
    key: 'kind',
    label: '类型',
    width: 108,
    shownAtFirst: true,
    show: (issue) => kindRow(issue.kind).label,
    text: (issue) => kindRow(issue.kind).label,
  },
  {
    key: 'category',
    label: '大类',
    width: 100,
    shownAtFirst: false,
    show: (issue) => categories[kindRow(issue.kind).category],
    text: (issue) => categories[kindRow(issue.kind).category],
  },
  {
    key: 'source',
    label: '来源',
    width: 62,
    shownAtFirst: true,
    show: (issue) => sourceRow(issue.source).short,
    text: (issue) => sourceRow(issue.source).label,
  },
  {
    key: 'place',
    label: '地点',
    width: 134,
    shownAtFirst: true,
    show: (issue) => issue.placeName,
    text: (issue) => issue.placeName,
  },
  {
    key: 'owner',
    label: '责任人',
    width: 146,
    shownAtFirst: true,
    show: (issue) => issue.ownerName ?? <span className="quiet">未交办</span>,
    text: (issue) => issue.ownerName,
  },
  {
    key: 'state',
    label: '状态',
    width: 96,
    shownAtFirst: true,
    show: (issue) => <StateTag state={issue.state} />,
    text: (issue) => states[issue.state].label,
  },
  {
    key: 'due',
    label: '期限',
    sort: 'due',
    width: 176,
    shownAtFirst: true,
    show: (issue) => <Due issue={issue} />,
    text: (issue) => (issue.dueAt ? dayOf(issue.dueAt) : null),
  },
  {
    key: 'overdue',
    label: '超期',
    width: 110,
    shownAtFirst: false,
    show: (issue) =>
      issue.overdue || issue.closedInTime === false ? (
        <Level of="red" text={inTimeText(issue)} />
      ) : (
        inTimeText(issue)
      ),
    text: inTimeText,
  },
  {
    key: 'severity',
    label: '程度',
    sort: 'severity',
    width: 84,
    shownAtFirst: false,
    show: (issue) => severityLabels[issue.severity],
    text: (issue) => severityLabels[issue.severity],
  },
  {
    key: 'raised',
    label: '上报时间',
    sort: 'raised',
    width: 104,
    shownAtFirst: true,
    show: (issue) => (
      <span className="num" title={moment(issue.raisedAt)}>
        {dayOf(issue.raisedAt)}
      </span>
    ),
    text: (issue) => moment(issue.raisedAt),
  },
  {
    key: 'closed',
    label: '销号时间',
    width: 110,
    shownAtFirst: false,
    show: (issue) => (issue.closedAt ? <span className="num">{dayOf(issue.closedAt)}</span> : '—'),
    text: (issue) => (issue.closedAt ? moment(issue.closedAt) : null),
  },
];

export function tableColumns(shown: readonly string[], sort: string): TableColumnsType<IssueSummary> {
  return ledgerColumns
    .filter((column) => shown.includes(column.key))
    .map((column) => ({
      key: column.key,
      title: column.label,
      ...(column.width ? { width: column.width } : {}),
      ...(column.sort
        ? {
            sorter: true,
            sortOrder: sort === column.sort ? 'ascend' : sort === `-${column.sort}` ? 'descend' : null,
          }
        : {}),
      render: (_: unknown, issue: IssueSummary) => column.show(issue),
    }));
}
