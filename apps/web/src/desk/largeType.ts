import { useSyncExternalStore } from 'react';

/** 长辈版: larger type and controls, remembered on this machine. */
const KEY = 'qingshan.largeType';
const listeners = new Set<() => void>();
let large = localStorage.getItem(KEY) === 'on';

function show() {
  document.documentElement.dataset.type = large ? 'large' : 'normal';
}
show();

export function setLargeType(on: boolean): void {
  large = on;
  localStorage.setItem(KEY, on ? 'on' : 'off');
  show();
  for (const listener of listeners) listener();
}

export function useLargeType(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => large,
  );
}
