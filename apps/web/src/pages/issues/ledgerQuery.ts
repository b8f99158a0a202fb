import { type Endpoints, type Input, listIssuesQuery } from '@qingshan/contract';

export type LedgerQuery = NonNullable<Input<Endpoints['listIssues']>['query']>;

const names = Object.keys(listIssuesQuery.shape) as (keyof LedgerQuery & string)[];

/** The ledger's question as written in the address; parts that the contract does not know or allow are left out. */
export function queryFromUrl(search: URLSearchParams): LedgerQuery {
  const query: Record<string, unknown> = {};
  for (const name of names) {
    const text = search.get(name);
    if (text === null || text === '') continue;
    const shape = listIssuesQuery.shape[name as keyof typeof listIssuesQuery.shape];
    const parsed = shape.safeParse(text);
    if (parsed.success) query[name] = parsed.data;
  }
  return query as LedgerQuery;
}

/** The address of a question: known names in the contract's order, first page and default order left out. */
export function urlFromQuery(query: LedgerQuery): string {
  const search = new URLSearchParams();
  for (const name of names) {
    const value = query[name];
    if (value === undefined || value === null || value === '') continue;
    if (name === 'page' && Number(value) === 1) continue;
    if (name === 'size' && Number(value) === 50) continue;
    if (name === 'sort' && value === '-raised') continue;
    search.set(name, String(value));
  }
  return search.toString();
}

/** A changed filter starts again at the first page. */
export function refined(query: LedgerQuery, change: LedgerQuery): LedgerQuery {
  const { page: _, ...rest } = { ...query, ...change };
  return change.page === undefined ? rest : { ...rest, page: change.page };
}

/** `a,b` ↔ a list, for filters that take several. */
export const listOf = (text: string | undefined) => (text ? text.split(',').filter(Boolean) : []);
export const textOf = (list: readonly string[]) => (list.length > 0 ? list.join(',') : undefined);

/** How many filters are set besides order and paging. */
export function filterCount(query: LedgerQuery): number {
  return Object.entries(query).filter(
    ([name, value]) =>
      value !== undefined && value !== '' && !['sort', 'page', 'size', 'exact'].includes(name),
  ).length;
}
