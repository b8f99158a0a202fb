import {
  categories,
  type IssueKind,
  issueKinds,
  type Source,
  type State,
  sourceRow,
  states,
} from '@qingshan/contract';
import { levels } from '../../parts/Level.tsx';
import { type LedgerQuery, listOf } from './ledgerQuery.ts';

const named = (text: string | undefined, nameOf: (code: string) => string | undefined): string =>
  listOf(text)
    .map((code) => nameOf(code) ?? code)
    .join('、');

const kindName = (code: string) =>
  code in categories
    ? categories[code as keyof typeof categories]
    : (issueKinds[code as IssueKind]?.label as string | undefined);
const stateName = (code: string) =>
  code === 'open' ? '未办结' : code === 'done' ? '已办结' : states[code as State]?.label;
const urgencyName = (code: string) => levels[code as keyof typeof levels]?.word;

const inTimeNames = { true: '按期办结', false: '超期办结', any: '有期限且已办结' } as const;
const mineNames = { owned: '我负责的', raised: '我上报的', todo: '等我办的' } as const;

const span = (what: string, from: string | undefined, to: string | undefined) =>
  from || to ? `${what} ${from ?? ''} 至 ${to ?? ''}` : '';

/** The filters of a list in words, for the head of what is printed. */
export function filterWords(query: LedgerQuery, placeName: string | undefined): string {
  const words = [
    query.place && `地点：${placeName ?? query.place}${query.exact ? '（本级）' : ''}`,
    query.kind && `类型：${named(query.kind, kindName)}`,
    query.source && `来源：${named(query.source, (code) => sourceRow(code as Source)?.label)}`,
    query.state && `状态：${named(query.state, stateName)}`,
    query.urgency && `缓急：${named(query.urgency, urgencyName)}`,
    query.overdue && (query.overdue === 'true' ? '超期未办结' : '未超期'),
    query.inTime && inTimeNames[query.inTime],
    query.mine && mineNames[query.mine],
    query.reopened && '重开过',
    query.q && `查找：${query.q}`,
    span('上报', query.raisedFrom, query.raisedTo),
    span('销号', query.closedFrom, query.closedTo),
  ].filter(Boolean);
  return words.length > 0 ? words.join('；') : '全部问题';
}
