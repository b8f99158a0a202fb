import { z } from 'zod';
import type { Endpoint } from '../endpoint.ts';
import { day, entityId, placeCode } from '../ids.ts';
import { type Category, categories } from '../issues/kinds.table.ts';
import { postKindCodes } from './post-kinds.table.ts';
import {
  anyPlace,
  name,
  paging,
  person,
  placeDetail,
  placeSummary,
  postRow,
  reachShape,
  responsibleAnswer,
  termRow,
  trioRow,
  zoneShape,
} from './shapes.ts';

const reason = z.string().trim().min(2, '请写明理由').max(500);

export const responsibilityEndpoints = {
  searchPlaces: {
    method: 'GET',
    path: '/places',
    module: 'responsibility',
    summary: '找地点',
    permission: 'public',
    query: z.object({
      q: z.string().trim().max(40).optional(),
      parent: z.string().max(20).optional(),
      within: z.string().max(20).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(50),
    }),
    answer: z.object({ items: z.array(placeSummary.extend({ pathName: z.string() })) }),
  },
  locatePlace: {
    method: 'GET',
    path: '/places/at',
    module: 'responsibility',
    summary: '坐标所在地点',
    permission: 'public',
    query: z.object({
      lon: z.coerce.number().min(-180).max(180),
      lat: z.coerce.number().min(-90).max(90),
      county: z
        .string()
        .regex(/^\d{6}$/)
        .optional(),
    }),
    answer: z.object({
      place: placeSummary.nullable(),
      path: z.array(z.object({ code: z.string(), name: z.string() })),
      exact: z.boolean().describe('false: nearest known point, not a polygon'),
    }),
  },
  getPlace: {
    method: 'GET',
    path: '/places/:code',
    module: 'responsibility',
    summary: '地点：谁负责、有什么问题',
    permission: 'places.read',
    params: anyPlace,
    answer: placeDetail,
  },
  getResponsible: {
    method: 'GET',
    path: '/places/:code/responsible',
    module: 'responsibility',
    summary: '谁负责这里（任何人可查）',
    permission: 'public',
    params: anyPlace,
    query: z.object({
      on: day.optional(),
      about: z
        .enum(Object.keys(categories) as [Category, ...Category[]])
        .optional()
        .describe('kind of problem: who is called first'),
    }),
    answer: responsibleAnswer,
  },
  savePlace: {
    method: 'PUT',
    path: '/places/:code',
    module: 'responsibility',
    summary: '新建或修改组、户、网格',
    permission: 'places.edit',
    params: z.object({ code: placeCode }),
    body: z.object({
      name,
      kind: z.enum(['group', 'household', 'grid', 'plot']),
      position: z.object({ lon: z.number(), lat: z.number() }).nullable().default(null),
      boundary: z.unknown().nullable().default(null).describe('GeoJSON Polygon, at most 2,000 points'),
    }),
    answer: placeSummary,
  },
  importPlaces: {
    method: 'POST',
    path: '/places/import',
    module: 'responsibility',
    summary: '从 Excel 导入组、户、网格',
    permission: 'places.edit',
    bodyKind: 'multipart',
    answer: z.object({
      added: z.int(),
      changed: z.int(),
      unchanged: z.int(),
      refused: z.array(z.object({ row: z.int(), column: z.string(), reason: z.string() })),
    }),
  },
  showPhones: {
    method: 'PUT',
    path: '/places/:code/phones',
    module: 'responsibility',
    summary: '本镇是否向公众公开责任人电话',
    permission: 'posts.edit',
    params: anyPlace,
    body: z.object({ shown: z.boolean() }),
    answer: z.object({ townCode: z.string(), shown: z.boolean() }),
  },
  listPeople: {
    method: 'GET',
    path: '/people',
    module: 'responsibility',
    summary: '人员',
    permission: 'people.read',
    query: z.object({
      q: z.string().trim().max(40).optional(),
      place: z.string().max(20).optional(),
      ...paging,
    }),
    answer: z.object({ items: z.array(person), total: z.int() }),
  },
  savePerson: {
    method: 'PUT',
    path: '/people/:id',
    module: 'responsibility',
    summary: '新建或修改人员',
    permission: 'people.edit',
    params: z.object({ id: entityId }),
    body: z.object({ name, phone: z.string().trim().max(20).nullable().default(null), placeCode }),
    answer: person,
  },
  listPosts: {
    method: 'GET',
    path: '/posts',
    module: 'responsibility',
    summary: '岗位',
    permission: 'posts.read',
    query: z.object({
      place: z.string().max(20).optional(),
      kind: z.enum(postKindCodes).optional(),
      vacant: z.enum(['true', 'false']).optional(),
      q: z.string().trim().max(40).optional(),
      ...paging,
    }),
    answer: z.object({ items: z.array(postRow), total: z.int(), vacantTotal: z.int() }),
  },
  getPost: {
    method: 'GET',
    path: '/posts/:id',
    module: 'responsibility',
    summary: '岗位：任期、职责',
    permission: 'posts.read',
    params: z.object({ id: entityId }),
    answer: postRow.extend({ duties: z.array(z.string()), terms: z.array(termRow), mayEdit: z.boolean() }),
  },
  savePost: {
    method: 'PUT',
    path: '/posts/:id',
    module: 'responsibility',
    summary: '新建或修改岗位',
    permission: 'posts.edit',
    params: z.object({ id: entityId }),
    body: z.object({
      kind: z.enum(postKindCodes),
      title: name,
      placeCode,
      zoneId: entityId.nullable().default(null),
      reachId: entityId.nullable().default(null),
      reportsToId: entityId.nullable().default(null),
      issueKinds: z.array(z.string().max(40)).max(60).nullable().optional().describe('absent: as they are'),
      extraDuties: z
        .array(z.string().trim().min(2).max(200))
        .max(30)
        .optional()
        .describe('beyond those of the kind; absent: as they are'),
    }),
    answer: postRow,
  },
  startTerm: {
    method: 'POST',
    path: '/posts/:id/terms',
    module: 'responsibility',
    summary: '任职',
    permission: 'posts.edit',
    params: z.object({ id: entityId }),
    body: z.object({
      id: entityId,
      personId: entityId,
      from: day,
      to: day.nullable().default(null),
      reason: reason
        .optional()
        .describe('wanted when dated back by more than 31 days (the county administrator only)'),
    }),
    answer: termRow,
  },
  endTerm: {
    method: 'POST',
    path: '/posts/:id/end-term',
    module: 'responsibility',
    summary: '卸任',
    permission: 'posts.edit',
    params: z.object({ id: entityId }),
    body: z.object({ termId: entityId, to: day, reason }),
    answer: termRow,
  },
  cancelTerm: {
    method: 'POST',
    path: '/posts/:id/cancel-term',
    module: 'responsibility',
    summary: '撤销任职（还没开始的，或今天录错的）',
    permission: 'posts.edit',
    params: z.object({ id: entityId }),
    body: z.object({
      termId: entityId,
      reason,
      reopenPrevious: z.boolean().default(false).describe('true: the term before goes on without an end'),
    }),
  },
  correctTerm: {
    method: 'POST',
    path: '/posts/:id/correct-term',
    module: 'responsibility',
    summary: '更正任期起止',
    permission: 'posts.edit',
    params: z.object({ id: entityId }),
    body: z.object({ termId: entityId, from: day, to: day.nullable(), reason }),
    answer: termRow,
  },
  handOver: {
    method: 'POST',
    path: '/posts/:id/hand-over',
    module: 'responsibility',
    summary: '交接：卸任、接任、移交未办结问题',
    permission: 'posts.edit',
    params: z.object({ id: entityId }),
    body: z.object({
      termId: entityId,
      newTermId: entityId,
      toPersonId: entityId,
      on: day.describe('first day of the successor'),
      reason,
    }),
    answer: z.object({ ended: termRow, started: termRow, openIssuesPassed: z.int() }),
  },
  listZones: {
    method: 'GET',
    path: '/zones',
    module: 'responsibility',
    summary: '功能片区与包保',
    permission: 'posts.read',
    query: z.object({ town: z.string().max(20).optional() }),
    answer: z.object({
      leadingGroup: z.array(z.object({ title: z.string(), name: z.string().nullable() })),
      zones: z.array(zoneShape),
      villages: z.array(trioRow),
    }),
  },
  saveZone: {
    method: 'PUT',
    path: '/zones/:id',
    module: 'responsibility',
    summary: '新建或修改功能片区',
    permission: 'posts.edit',
    params: z.object({ id: entityId }),
    body: z.object({
      name,
      kind: z.string().trim().min(1, '不能为空').max(20),
      townCode: placeCode,
      villages: z.array(placeCode).max(200),
      moveVillages: z.boolean().default(false).describe('true: villages of other zones are moved here'),
    }),
    answer: zoneShape,
  },
  listReaches: {
    method: 'GET',
    path: '/reaches',
    module: 'responsibility',
    summary: '河段与河长',
    permission: 'posts.read',
    query: z.object({ town: z.string().max(20).optional() }),
    answer: z.object({ items: z.array(reachShape) }),
  },
  saveReach: {
    method: 'PUT',
    path: '/reaches/:id',
    module: 'responsibility',
    summary: '新建或修改河段',
    permission: 'posts.edit',
    params: z.object({ id: entityId }),
    body: z.object({
      river: name,
      name,
      villages: z.array(placeCode).min(1, '请至少选一个流经的村').max(200),
      line: z
        .unknown()
        .nullable()
        .default(null)
        .describe('GeoJSON LineString or MultiLineString, at most 2,000 points; the length comes from it'),
    }),
    answer: reachShape,
  },
  getBasemap: {
    method: 'GET',
    path: '/basemap',
    module: 'responsibility',
    summary: '自有底图（区划、河流），GeoJSON',
    permission: 'public',
    query: z.object({ county: z.string().regex(/^\d{6}$/) }),
    answer: z.object({
      divisions: z.unknown(),
      rivers: z.unknown(),
      box: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
    }),
  },
} as const satisfies Record<string, Endpoint>;
