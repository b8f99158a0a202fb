import { fullPlaceCode, placePrefix } from '@qingshan/contract';
import { useState } from 'react';
import { useAsk } from '../api/useAsk.ts';
import { inReach } from '../session/reach.ts';
import { useSettled } from './useSettled.ts';

/** Before typing: a village and all below it, or the places just below a larger division. */
function firstQuery(within: string) {
  const prefix = placePrefix(fullPlaceCode(within));
  const village = prefix.slice(0, 12);
  return prefix.length < 12
    ? { parent: fullPlaceCode(prefix), limit: 200 }
    : { q: village, within: village, limit: 200 };
}

/**
 * Places to choose from: those that the typed words find inside `within`, or those just below it before typing.
 * @param reach prefixes of what may be chosen; absent: anything
 */
export function usePlaceOptions(within: string, reach?: readonly string[]) {
  const [words, setWords] = useState('');
  const q = useSettled(words.trim());
  const inside = placePrefix(fullPlaceCode(within)).slice(0, 12);
  const found = useAsk(
    'searchPlaces',
    { query: q ? { q, within: inside, limit: 50 } : firstQuery(within) },
    { keepLast: true, staleMs: 300_000 },
  );
  const options = (found.data?.items ?? [])
    .filter((place) => !reach || inReach(place.code, reach))
    .map((place) => ({ value: place.code, label: place.pathName || place.name }));
  const empty = found.isFetching ? '正在查找…' : found.isError ? '查找失败，请重试' : '没有找到，请换个名称';
  return { words, setWords, options, found, empty };
}
