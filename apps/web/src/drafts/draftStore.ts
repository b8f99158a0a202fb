/**
 * Unsent forms, kept on this machine per account and form until they are sent. Another person signing in on the
 * same machine neither sees nor overwrites them.
 */
export interface DraftStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  key(index: number): string | null;
  readonly length: number;
}

interface Stored<T> {
  savedAtMs: number;
  value: T;
}

export interface Draft<T> {
  value: T;
  savedAtMs: number;
}

const PREFIX = 'qingshan.draft.';
const KEEP_MS = 90 * 24 * 3600 * 1000;

const keyOf = (account: string, form: string) => `${PREFIX}${encodeURIComponent(account)}/${form}`;

export function loadDraft<T>(storage: DraftStorage, account: string, form: string): Draft<T> | null {
  const text = storage.getItem(keyOf(account, form));
  if (!text) return null;
  try {
    const stored = JSON.parse(text) as Stored<T>;
    return { value: stored.value, savedAtMs: stored.savedAtMs };
  } catch {
    return null;
  }
}

/** False when the machine has no room left; the form then says so. */
export function saveDraft<T>(
  storage: DraftStorage,
  account: string,
  form: string,
  value: T,
  nowMs: number,
): boolean {
  const stored: Stored<T> = { savedAtMs: nowMs, value };
  try {
    storage.setItem(keyOf(account, form), JSON.stringify(stored));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(storage: DraftStorage, account: string, form: string): void {
  storage.removeItem(keyOf(account, form));
}

/** Forgets drafts older than 90 days, of whoever. */
export function forgetOldDrafts(storage: DraftStorage, nowMs: number): number {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
  let forgotten = 0;
  for (const key of keys) {
    if (!key?.startsWith(PREFIX)) continue;
    const savedAtMs = /"savedAtMs":(\d+)/.exec(storage.getItem(key) ?? '')?.[1];
    if (savedAtMs && nowMs - Number(savedAtMs) <= KEEP_MS) continue;
    storage.removeItem(key);
    forgotten += 1;
  }
  return forgotten;
}
