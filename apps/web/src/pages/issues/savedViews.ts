import { useState } from 'react';
import { useMe } from '../../session/me.tsx';

export interface SavedView {
  name: string;
  search: string;
}

function read<T>(key: string, otherwise: T): T {
  try {
    const text = localStorage.getItem(key);
    return text ? (JSON.parse(text) as T) : otherwise;
  } catch {
    return otherwise;
  }
}

/** Something a person chose about a page, remembered on this machine per account. */
export function useRemembered<T>(name: string, otherwise: T): [T, (value: T) => void] {
  const key = `qingshan.choice.${encodeURIComponent(useMe().account)}/${name}`;
  const [value, setValue] = useState(() => read(key, otherwise));
  return [
    value,
    (next: T) => {
      setValue(next);
      localStorage.setItem(key, JSON.stringify(next));
    },
  ];
}
