import { expect, test } from 'vitest';
import { filterWords } from './filterWords.ts';

test('the filters of a list in words', () => {
  const query = { place: '990121101201', exact: 'true', state: 'open,closed', kind: 'water,noise' } as const;
  expect(filterWords(query, '柳湾村')).toBe(
    '地点：柳湾村（本级）；类型：河湖水环境、噪声扰民；状态：未办结、已销号',
  );
  expect(filterWords({ inTime: 'false', closedFrom: '2026-11-01' }, undefined)).toBe(
    '超期办结；销号 2026-11-01 至 ',
  );
  expect(filterWords({ sort: 'due' }, undefined)).toBe('全部问题');
});
