import type { UploadedFile } from '@qingshan/contract';
import { expect, test } from 'vitest';
import { bodyOf, takesPhotos } from './actValues.ts';

const photo = { sha256: 'a'.repeat(64), name: 'x.jpg' } as UploadedFile;

test('photos go by digest, empty texts do not go', () => {
  expect(bodyOf({ message: '已清运', reason: '', photos: [photo] })).toEqual({
    message: '已清运',
    photos: ['a'.repeat(64)],
  });
});

test('parts keep their ids and leave out what was not chosen', () => {
  const parts = [
    { id: '1', title: '河边垃圾', placeCode: undefined, kind: undefined },
    { id: '2', title: '排污口', kind: 'outfall' as const },
  ];
  expect(bodyOf({ parts }).parts).toEqual([
    { id: '1', title: '河边垃圾' },
    { id: '2', title: '排污口', kind: 'outfall' },
  ]);
});

test('reporting back takes photos, assigning does not', () => {
  expect(takesPhotos('reportBack', ['message', 'afterPhotos'])).toBe(true);
  expect(takesPhotos('assign', ['owner'])).toBe(false);
});
