import type { UploadedFile } from '@qingshan/contract';
import { expect, test } from 'vitest';
import { bodyOf, firstValues, takesPhotos } from './actValues.ts';

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

test('a public notice begins with village and kind, what was asked for and what was done', () => {
  const issue = {
    placeName: '清溪镇·柳湾村·二网格',
    kind: 'livestock_manure',
    fields: { requirement: '限期建成收集池' },
    timeline: [],
  } as const;
  expect(firstValues({ ...issue, timeline: [] }, 'publicize')).toEqual({
    publicTitle: '柳湾村畜禽粪污整改公示',
    message: '整改要求：限期建成收集池',
  });
  expect(firstValues({ ...issue, timeline: [] }, 'close')).toEqual({});
});
