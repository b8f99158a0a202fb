import { z } from 'zod';
import { day, entityId } from '../ids.ts';
import { type PostLevel, postKindCodes, postLevelLabels } from './post-kinds.table.ts';

export const anyPlace = z.object({
  code: z
    .string()
    .regex(/^\d{2}(\d{2}){0,2}$|^\d{9}$|^\d{12}([GWP]\d{2,3}(H\d{3,4})?)?$/, '地点代码格式不对'),
});
export const name = z.string().trim().min(1, '不能为空').max(60, '最多 60 字');

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
  level: z.enum(Object.keys(postLevelLabels) as [PostLevel, ...PostLevel[]]),
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

const firstToCall = z
  .array(entityId)
  .describe('posts whose holders one would call first: of three kinds at most, in this order');

export const placeDetail = placeSummary.extend({
  edition: z.string(),
  path: z.array(z.object({ code: z.string(), name: z.string() })),
  children: z.array(placeSummary.extend({ open: z.int(), overdue: z.int() })),
  /** GeoJSON geometry where known. */
  boundary: z.unknown().nullable(),
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  responsible: z.array(responsiblePost),
  first: firstToCall,
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
  first: firstToCall,
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
  mayCancel: z.boolean().describe('not begun yet, or entered today'),
  mayCorrectEnd: z.boolean().describe('the last day has not passed, or was entered today'),
});

/** Usual kinds of functional zones; a town may name its own. */
export const zoneKindLabels: Readonly<Record<string, string>> = {
  riverside: '滨河',
  river: '沿江',
  orchard: '果园',
  farmland: '农田',
  mountain: '山林',
};

export const zoneShape = z.object({
  id: entityId,
  name: z.string(),
  kind: z.string(),
  townCode: z.string(),
  villages: z.array(z.object({ code: z.string(), name: z.string() })),
  head: z.string().nullable(),
  mayEdit: z.boolean(),
});
export const trioRow = z.object({
  villageCode: z.string(),
  villageName: z.string(),
  zoneName: z.string().nullable(),
  zoneHead: z.string().nullable(),
  residentCadre: z.string().nullable(),
  secretary: z.string().nullable(),
});

export const paging = {
  page: z.coerce.number().int().min(1).max(500).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
};

export const reachShape = z.object({
  id: entityId,
  river: z.string(),
  name: z.string(),
  lengthKm: z.number().nullable(),
  /** GeoJSON LineString or MultiLineString, WGS84. */
  line: z.unknown().nullable(),
  villages: z.array(z.object({ code: z.string(), name: z.string() })),
  chiefs: z.array(z.object({ title: z.string(), name: z.string().nullable() })),
  mayEdit: z.boolean(),
});
