import { z } from 'zod';
import type { Endpoint } from '../endpoint.ts';
import { day, entityId, instant, sha256Hex } from '../ids.ts';
import { noticeShape } from '../issues/overview.ts';

export const uploadedFile = z.object({
  sha256: z.string(),
  name: z.string(),
  mediaType: z.string(),
  byteSize: z.int(),
  url: z.string(),
  thumbnailUrl: z.string().nullable(),
  takenAt: instant.nullable(),
  position: z.object({ lon: z.number(), lat: z.number() }).nullable(),
});
export type UploadedFile = z.output<typeof uploadedFile>;

export const journalRow = z.object({
  seq: z.string(),
  kind: z.string(),
  label: z.string(),
  subjectType: z.string(),
  subjectId: z.string(),
  subjectName: z.string().nullable().describe('number of the problem, name of the post …'),
  actorName: z.string().nullable(),
  actorPost: z.string().nullable(),
  placeCode: z.string().nullable(),
  placeName: z.string().nullable(),
  at: instant,
  details: z.record(z.string(), z.unknown()),
  batch: z.int().nullable().describe('number of the batch that seals it; null: not sealed yet'),
});

export const journalBatch = z.object({
  batch: z.int(),
  rows: z.int(),
  root: z.string(),
  chain: z.string(),
  algorithm: z.string(),
  sealedAt: instant,
});

export const platformEndpoints = {
  uploadFile: {
    method: 'POST',
    path: '/files',
    module: 'platform',
    summary: '上传照片或附件',
    permission: 'files.upload',
    bodyKind: 'multipart',
    answer: uploadedFile,
  },
  getFile: {
    method: 'GET',
    path: '/files/:sha256',
    module: 'platform',
    summary: '查看照片或附件（去除 EXIF）',
    permission: 'signedIn',
    params: z.object({ sha256: sha256Hex }),
    query: z.object({ size: z.enum(['full', 'thumbnail', 'original']).default('full') }),
    answer: 'file',
  },
  listJournal: {
    method: 'GET',
    path: '/journal',
    module: 'platform',
    summary: '办理日志',
    permission: 'journal.read',
    query: z.object({
      kind: z.string().max(60).optional(),
      subjectId: z.string().max(80).optional(),
      place: z.string().max(20).optional(),
      from: day.optional(),
      to: day.optional(),
      before: z
        .string()
        .regex(/^\d{1,18}$/)
        .optional()
        .describe('older than this sequence number'),
      size: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.object({
      items: z.array(journalRow),
      nextBefore: z.string().nullable(),
      unsealed: z.int(),
      lastBatch: journalBatch.nullable(),
    }),
  },
  listBatches: {
    method: 'GET',
    path: '/journal/batches',
    module: 'platform',
    summary: '封存批次与根',
    permission: 'journal.read',
    query: z.object({ page: z.coerce.number().int().min(1).max(500).default(1) }),
    answer: z.object({ items: z.array(journalBatch), total: z.int() }),
  },
  verifyJournal: {
    method: 'POST',
    path: '/journal/verify',
    module: 'platform',
    summary: '核验封存',
    permission: 'journal.read',
    answer: z.object({
      ok: z.boolean(),
      rows: z.int(),
      batches: z.int(),
      findings: z.array(z.string()),
      at: instant,
    }),
  },
  listNotices: {
    method: 'GET',
    path: '/notices',
    module: 'platform',
    summary: '我的消息',
    permission: 'signedIn',
    query: z.object({
      unread: z.enum(['true', 'false']).optional(),
      page: z.coerce.number().int().min(1).max(100).default(1),
    }),
    answer: z.object({ items: z.array(noticeShape), unread: z.int() }),
  },
  readNotices: {
    method: 'POST',
    path: '/notices/read',
    module: 'platform',
    summary: '标为已读',
    permission: 'signedIn',
    body: z.object({ ids: z.array(entityId).max(200).optional().describe('absent: all') }),
  },
  streamNotices: {
    method: 'GET',
    path: '/notices/stream',
    module: 'platform',
    summary: '消息实时推送（SSE）',
    permission: 'signedIn',
    answer: 'stream',
  },
} as const satisfies Record<string, Endpoint>;
