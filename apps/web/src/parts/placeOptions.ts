import { fullPlaceCode, placePrefix } from '@qingshan/contract';
import { useState } from 'react';
import { useAsk } from '../api/useAsk.ts';
import { useSettled } from './useSettled.ts';

/** Places to choose from: those that the typed words find inside `within`, or those just below it before typing. */
export function usePlaceOptions(within: string) {
  const [words, setWords] = useState('');
  const q = useSettled(words.trim());
  const whole = fullPlaceCode(within);
  const found = useAsk(
    'searchPlaces',
    { query: q ? { q, within: placePrefix(whole), limit: 50 } : { parent: whole, limit: 200 } },
    { keepLast: true, staleMs: 300_000 },
  );
  const options = (found.data?.items ?? []).map((place) => ({
    value: place.code,
    label: place.pathName || place.name,
  }));
  const empty = found.isFetching ? '正在查找…' : found.isError ? '查找失败，请重试' : '没有找到，请换个名称';
  return { words, setWords, options, found, empty };
}
