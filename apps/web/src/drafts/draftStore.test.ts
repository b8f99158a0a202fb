import { expect, test } from 'vitest';
import { type DraftStorage, dropDraft, forgetOldDrafts, loadDraft, saveDraft } from './draftStore.ts';

function memory(roomForKeys = 100): DraftStorage & { map: Map<string, string> } {
  const map = new Map<string, string>();
  return {
    map,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => {
      if (!map.has(key) && map.size >= roomForKeys) throw new Error('QuotaExceededError');
      map.set(key, value);
    },
    removeItem: (key) => void map.delete(key),
    key: (index) => [...map.keys()][index] ?? null,
    get length() {
      return map.size;
    },
  };
}

test('a draft comes back to the one who typed it, and to nobody else', () => {
  const storage = memory();
  saveDraft(storage, 'wang', 'issue.1.reportBack', { message: '已清运' }, 1000);
  expect(loadDraft(storage, 'wang', 'issue.1.reportBack')).toEqual({
    value: { message: '已清运' },
    savedAtMs: 1000,
  });
  expect(loadDraft(storage, 'li', 'issue.1.reportBack')).toBeNull();
  expect(loadDraft(storage, 'wang', 'issue.2.reportBack')).toBeNull();
});

test('an account whose name looks like another key stays apart', () => {
  const storage = memory();
  saveDraft(storage, 'wang.issue', '1', 'a', 1);
  expect(loadDraft(storage, 'wang', 'issue.1')).toBeNull();
});

test('a sent form leaves no draft', () => {
  const storage = memory();
  saveDraft(storage, 'wang', 'new', { title: '乱堆' }, 1);
  dropDraft(storage, 'wang', 'new');
  expect(storage.map.size).toBe(0);
});

test('a full machine is told, a broken entry is no draft', () => {
  const storage = memory(0);
  expect(saveDraft(storage, 'wang', 'new', 'x', 1)).toBe(false);
  const other = memory();
  saveDraft(other, 'wang', 'new', 'x', 1);
  for (const key of other.map.keys()) other.map.set(key, '{broken');
  expect(loadDraft(other, 'wang', 'new')).toBeNull();
});

test('drafts older than 90 days are forgotten, foreign keys stay', () => {
  const storage = memory();
  const day = 24 * 3600 * 1000;
  storage.setItem('other', '1');
  saveDraft(storage, 'wang', 'old', 'x', 0);
  saveDraft(storage, 'wang', 'recent', 'x', 80 * day);
  expect(forgetOldDrafts(storage, 91 * day)).toBe(1);
  expect([...storage.map.keys()].length).toBe(2);
});
