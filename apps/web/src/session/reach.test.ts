import { expect, test } from 'vitest';
import { commonPlace, inReach, onlyPlace } from './reach.ts';

test('what several villages have in common is their town, across towns the county', () => {
  expect(commonPlace(['990121101203', '990121101204'], '990121')).toBe('990121101');
  expect(commonPlace(['990121101203', '990121102201'], '990121')).toBe('990121');
  expect(commonPlace(['990121101203W01'], '990121')).toBe('990121101203W01');
  expect(commonPlace(['990121101203W01', '990121101203W02'], '990121')).toBe('990121101203');
  expect(commonPlace([], '990121')).toBe('990121');
});

test('a grid keeper has one place, a town office has not', () => {
  expect(onlyPlace(['990121101203W01'])).toBe('990121101203W01');
  expect(onlyPlace(['990121101'])).toBeNull();
  expect(onlyPlace(['990121101203', '990121101204'])).toBeNull();
});

test('reach goes by prefix', () => {
  expect(inReach('990121101203W01', ['990121101'])).toBe(true);
  expect(inReach('990121101203', ['990121101203W01'])).toBe(false);
});
