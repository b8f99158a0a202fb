import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(min-width: 768px)');

/** False on phones: tables become cards. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => query.matches,
  );
}
