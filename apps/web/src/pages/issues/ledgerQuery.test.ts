import { expect, test } from 'vitest';
import { filterCount, listOf, queryFromUrl, refined, textOf, urlFromQuery } from './ledgerQuery.ts';

test('an address and its question are the same thing both ways', () => {
  const url =
    'place=990121101000&kind=rubbish%2Cwater&state=open&overdue=true&q=%E5%9E%83%E5%9C%BE&sort=due&page=3';
  expect(urlFromQuery(queryFromUrl(new URLSearchParams(url)))).toBe(url);
});

test('parts that the contract does not allow are left out', () => {
  const query = queryFromUrl(new URLSearchParams('overdue=maybe&page=0&size=9999&sort=fastest&evil=1&q='));
  expect(query).toEqual({});
});

test('what the contract takes as given is not written', () => {
  expect(urlFromQuery({ page: 1, size: 50, sort: '-raised' })).toBe('');
});

test('a new filter starts at page one, turning the page keeps the filters', () => {
  expect(refined({ state: 'open', page: 7 }, { q: '河' })).toEqual({ state: 'open', q: '河' });
  expect(refined({ state: 'open', page: 7 }, { page: 8 })).toEqual({ state: 'open', page: 8 });
});

test('filters are counted without order and paging', () => {
  expect(filterCount({ sort: 'due', page: 2, size: 20, state: 'open', q: 'x' })).toBe(2);
});

test('lists in one parameter', () => {
  expect(listOf('red,orange')).toEqual(['red', 'orange']);
  expect(listOf(undefined)).toEqual([]);
  expect(textOf([])).toBeUndefined();
});
