import { z } from 'zod';
import type { Endpoint } from '../endpoint.ts';
import { day, entityId, placeCode } from '../ids.ts';
import { postKindCodes } from './post-kinds.table.ts';

const anyPlace = z.object({
  code: z
    .string()
    .regex(/^\d{2}(\d{2}){0,2}$|^\d{9}$|^\d{12}([GWP]\d{2,3}(H\d{3,4})?)?$/, '地点代码格式不对'),
});
const name = z.string().trim().min(1, '不能为空').max(60, '最多 60 字');

export const placeKindLabels = {
  province: '省',
  city: '市',
  county: '县',
  town: '乡镇（街道）',
  village: '村（社区）',
  group: '组',
  household: '户',
  grid: '网格',
  plot: '地块',
} as const;
export type PlaceKind = keyof typeof placeKindLabels;
const placeKind = z.enum(Object.keys(placeKindLabels) as [PlaceKind, ...PlaceKind[]]);

export const placeSummary = z.object({
  code: z.string(),
  name: z.string(),
  kind: placeKind,
  parentCode: z.string().nullable(),
  position: z.object({ lon: z.number(), lat: z.number() }).nullable(),
});

/** A holder as shown inside the office: name, and phone where the town allows it. */
export const responsiblePost = z.object({
  postId: entityId,
  kind: z.enum(postKindCodes),
  kindLabel: z.string(),
  title: z.string(),
  placeCode: z.string(),
  placeName: z.string(),
  vacant: z.boolean(),
  holders: z.array(
    z.object({
      personId: entityId.nullable(),
      name: z.string(),
      from: day,
      to: day.nullable(),
      phone: z.string().nullable(),
    }),
  ),
  duties: z.array(z.string()),
});

export const placeDetail = placeSummary.extend({
  edition: z.string(),
  path: z.array(z.object({ code: z.string(), name: z.string() })),
  children: z.array(placeSummary.extend({ open: z.int(), overdue: z.int() })),
  /** GeoJSON geometry where known. */
  boundary: z.unknown().nullable(),
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  responsible: z.array(responsiblePost),
  zone: z.object({ id: entityId, name: z.string() }).nullable(),
  /** Whether holders' phone numbers are shown to the public here; decided by the town. */
  showsPhones: z.boolean(),
  mayEdit: z.boolean(),
});

export const responsibleAnswer = z.object({
  place: placeSummary,
  path: z.array(z.object({ code: z.string(), name: z.string() })),
  on: day,
  posts: z.array(responsiblePost),
});

export const person = z.object({
  id: entityId,
  name,
  phone: z.string().nullable(),
  placeCode: z.string(),
  placeName: z.string(),
  account: z.string().nullable(),
  posts: z.array(z.object({ postId: entityId, title: z.string(), from: day, to: day.nullable() })),
});

export const postRow = z.object({
  id: entityId,
  kind: z.enum(postKindCodes),
  kindLabel: z.string(),
  title: z.string(),
  placeCode: z.string(),
  placeName: z.string(),
  zoneId: entityId.nullable(),
  reachId: entityId.nullable(),
  reportsToId: entityId.nullable(),
  reportsToTitle: z.string().nullable(),
  single: z.boolean(),
  /** Kinds of problem or categories that a department answers for. */
  issueKinds: z.array(z.string()).nullable(),
  vacantSince: day.nullable().describe('null: held today'),
  openIssues: z.int(),
  holders: z.array(
    z.object({ termId: entityId, personId: entityId, name: z.string(), from: day, to: day.nullable() }),
  ),
});

export const termRow = z.object({
  id: entityId,
  personId: entityId,
  name: z.string(),
  from: day,
  to: day.nullable(),
  endedReason: z.string().nullable(),
});

const zoneShape = z.object({
  id: entityId,
  name: z.string(),
  kind: z.string(),
  townCode: z.string(),
  villages: z.array(z.object({ code: z.string(), name: z.string() })),
  head: z.string().nullable(),
});
const trioRow = z.object({
  villageCode: z.string(),
  villageName: z.string(),
  zoneName: z.string().nullable(),
  zoneHead: z.string().nullable(),
  residentCadre: z.string().nullable(),
  secretary: z.string().nullable(),
});

const paging = {
  page: z.coerce.number().int().min(1).max(500).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
};

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
    query: z.object({ on: day.optional() }),
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
    body: z.object({ id: entityId, personId: entityId, from: day, to: day.nullable().default(null) }),
    answer: termRow,
  },
  endTerm: {
    method: 'POST',
    path: '/posts/:id/end-term',
    module: 'responsibility',
    summary: '卸任',
    permission: 'posts.edit',
    params: z.object({ id: entityId }),
    body: z.object({ termId: entityId, to: day, reason: z.string().trim().min(2, '请写明理由').max(500) }),
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
      reason: z.string().trim().min(2, '请写明理由').max(500),
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
    answer: z.object({
      items: z.array(
        z.object({
          id: entityId,
          river: z.string(),
          name: z.string(),
          lengthKm: z.number().nullable(),
          line: z.unknown().nullable(),
          villages: z.array(z.object({ code: z.string(), name: z.string() })),
          chiefs: z.array(z.object({ title: z.string(), name: z.string().nullable() })),
        }),
      ),
    }),
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
