import { z } from 'zod';
import { day, entityId, instant, placeCode, sha256Hex } from '../ids.ts';
import { issueKindCodes } from './kinds.table.ts';
import { stateCodes, verbCodes } from './loop.table.ts';
import { whyNotPublic } from './public-words.ts';
import { channelLabels, inspectionLevelLabels, sourceCodes } from './sources.table.ts';

/** Marks that cannot be seen or that turn the direction of the line. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]|\p{Cs}|(?![\n\t])\p{Cc}/gu;
const visible = () => z.string().overwrite((given) => given.replace(INVISIBLE, ''));
const text = (max: number) => visible().trim().min(1, '不能为空').max(max, `最多 ${max} 字`);
const keys = <T extends Record<string, string>>(labels: T) =>
  Object.keys(labels) as [keyof T & string, ...(keyof T & string)[]];

/** WGS84 position; accuracy in metres as the phone gave it. */
export const position = z.object({
  lon: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
  accuracyM: z.number().min(0).max(100_000).optional(),
  how: z.enum(['map', 'gps', 'photo', 'division']),
});

/** The fields of a single source; which are required says sources.table.ts. */
export const sourceFields = z.object({
  documentNumber: text(60).optional(),
  inspectionLevel: z.enum(keys(inspectionLevelLabels)).optional(),
  requirement: text(2000).optional(),
  dueOn: day.optional(),
  reporterName: text(40).optional(),
  reporterPhone: z
    .string()
    .trim()
    .regex(/^[0-9+\- ]{5,20}$/, '电话号码格式不对')
    .optional(),
  channel: z.enum(keys(channelLabels)).optional(),
  origin: text(200).optional(),
});
export type SourceFields = z.output<typeof sourceFields>;

/** A problem as it is raised. The id is made by the client: sent twice with the same content it is one problem. */
export const raiseIssue = z.object({
  id: entityId,
  title: text(80),
  description: visible().trim().max(4000, '最多 4000 字').default(''),
  kind: z.enum(issueKindCodes, '问题类型不在目录里，请重新选择'),
  source: z.enum(sourceCodes, '问题来源不对'),
  placeCode: placeCode.describe('division code, or a group, household or grid below a village'),
  position: position.optional(),
  /** When it was found; not in the future, not before 2000. Absent: now. */
  foundAt: instant.optional(),
  fields: sourceFields.default({}),
  /** SHA-256 of files uploaded before. */
  photos: z.array(sha256Hex).max(20, '最多 20 张照片').default([]),
});
export type RaiseIssue = z.output<typeof raiseIssue>;

/** Body of `POST /api/issues/:id/<verb>`; which parts a verb needs says loop.table.ts. */
export const actOnIssue = z
  .object({
    /** Version the actor saw; with it, a second actor is told who was first. */
    version: z.int().min(1).optional(),
    /** Made by the client once for one act: the same act sent again changes nothing. */
    actId: entityId.optional(),
    reason: text(2000).optional(),
    message: text(4000).optional(),
    /** Title of a public notice; with it, `message` is read by anyone too. */
    publicTitle: text(60).optional(),
    measure: text(4000).optional(),
    cause: z
      .object({ cause: text(2000), improvement: text(2000), similarChecked: z.boolean().default(false) })
      .optional(),
    score: z.int().min(1, '评价为 1 到 5 分').max(5, '评价为 1 到 5 分').optional(),
    ownerPostId: entityId.optional(),
    dueOn: day.optional(),
    targetId: entityId.optional(),
    parts: z
      .array(
        z.object({
          id: entityId,
          title: text(80),
          placeCode: placeCode.optional(),
          kind: z.enum(issueKindCodes).optional(),
        }),
      )
      .min(2, '至少拆成两件')
      .max(10, '一次最多拆成 10 件')
      .optional(),
    photos: z.array(sha256Hex).max(20, '最多 20 张照片').default([]),
  })
  .superRefine(({ publicTitle, message }, context) => {
    if (publicTitle === undefined) return;
    for (const [name, words] of Object.entries({ publicTitle, message })) {
      const why = whyNotPublic(words ?? '');
      if (why) context.addIssue({ code: 'custom', path: [name], message: why });
    }
  });
export type ActOnIssue = z.output<typeof actOnIssue>;

const verb = z.enum(verbCodes);
const state = z.enum(stateCodes);

/** Colour of the deadline: red past due, orange due within a working day, yellow within three, green later, none when not running. */
export const urgency = z.enum(['red', 'orange', 'yellow', 'green', 'none']);
export type Urgency = z.output<typeof urgency>;

export const issueSummary = z.object({
  id: entityId,
  /** 编号, e.g. `990121-2026-00037`. */
  number: z.string(),
  title: z.string(),
  kind: z.enum(issueKindCodes),
  source: z.enum(sourceCodes),
  state,
  severity: z.enum(['general', 'larger', 'major']),
  placeCode: z.string(),
  placeName: z.string().describe('town, village and what lies below, joined with ·'),
  position: z.object({ lon: z.number(), lat: z.number() }).nullable(),
  ownerPostId: entityId.nullable(),
  ownerName: z.string().nullable().describe('post title and holder, e.g. 柳湾村村支书 王大山'),
  raisedAt: instant,
  dueAt: instant.nullable(),
  /** The deadline crosses a year whose holidays are not announced yet; weekends only were skipped. */
  dueEstimated: z.boolean(),
  overdue: z.boolean(),
  urgency,
  closedAt: instant.nullable(),
  /** Closed with a deadline: in time or late; null otherwise. */
  closedInTime: z.boolean().nullable(),
  reopenedTimes: z.int(),
  version: z.int(),
  /** Brought in from another system's ledger, not worked through the steps here. */
  imported: z.boolean(),
});
export type IssueSummary = z.output<typeof issueSummary>;

export const listIssuesQuery = z.object({
  place: z
    .string()
    .regex(/^\d{2,12}([GWP]\d{2,3}(H\d{3,4})?)?$/, '地点代码不对，请重新选择地点')
    .optional()
    .describe('any place code; everything inside it counts'),
  exact: z.enum(['true']).optional().describe('only what lies at the place itself, nothing below it'),
  kind: z.string().max(400).optional().describe('kinds or categories, separated by commas'),
  source: z.string().max(100).optional().describe('sources, separated by commas'),
  state: z.string().max(300).optional().describe('states, or `open`, `done`; separated by commas'),
  overdue: z.enum(['true', 'false']).optional(),
  inTime: z
    .enum(['true', 'false', 'any'])
    .optional()
    .describe('closed with a deadline: in time, late, or either'),
  urgency: z
    .string()
    .max(60)
    .optional()
    .describe('red, orange, yellow, green, separated by commas; open problems only'),
  mine: z.enum(['owned', 'raised', 'todo']).optional(),
  ownerPostId: entityId.optional(),
  reopened: z.enum(['true']).optional(),
  q: z.string().trim().max(100).optional().describe('number, or words in title and description'),
  raisedFrom: day.optional(),
  raisedTo: day.optional(),
  closedFrom: day.optional(),
  closedTo: day.optional(),
  sort: z
    .enum(['due', '-due', 'raised', '-raised', 'number', '-number', 'severity', '-severity'])
    .default('-raised'),
  page: z.coerce.number().int().min(1).max(500).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
});

export const issuePage = z.object({
  items: z.array(issueSummary),
  total: z.int(),
  /** Counting stops at 1,000: `total` is then a lower bound. */
  totalIsAtLeast: z.boolean(),
  page: z.int(),
  size: z.int(),
});

export const issuePhoto = z.object({
  sha256: z.string(),
  phase: z.enum(['before', 'after', 'attachment']),
  name: z.string(),
  mediaType: z.string(),
  byteSize: z.int(),
  url: z.string().describe('served copy, stripped of EXIF'),
  thumbnailUrl: z.string().nullable(),
  takenAt: instant.nullable().describe('from EXIF; null when absent or implausible'),
  position: z.object({ lon: z.number(), lat: z.number() }).nullable().describe('from EXIF'),
  /** Plain findings, e.g. photo taken 4 km from the place, taken before the problem was raised, already used elsewhere. */
  remarks: z.array(z.string()),
  addedAt: instant,
});

export const timelineEntry = z.object({
  seq: z.string().describe('journal sequence number'),
  kind: z.string().describe('event kind, e.g. issue.verify'),
  label: z.string(),
  at: instant,
  actorName: z.string().nullable().describe('null: the system'),
  actorPost: z.string().nullable(),
  fromState: state.nullable(),
  toState: state.nullable(),
  /** Lines to show: label and text. */
  lines: z.array(z.object({ label: z.string(), text: z.string() })),
  photos: z.array(z.string()).describe('SHA-256 of photos that came with it'),
  sealedInBatch: z.int().nullable(),
});

export const issueDetail = issueSummary.extend({
  description: z.string(),
  fields: sourceFields.describe('reporter name and phone only for those who may see them'),
  accuracyM: z.number().nullable(),
  positionHow: z.string().nullable(),
  foundAt: instant,
  acceptedAt: instant.nullable(),
  deadlineRule: z.string().nullable().describe('the rule in force at acceptance, in words'),
  extension: z.object({ dueOn: day, reason: z.string(), requestedBy: z.string() }).nullable(),
  publicityUntil: day.nullable(),
  parent: z.object({ id: entityId, number: z.string() }).nullable(),
  mergedInto: z.object({ id: entityId, number: z.string() }).nullable(),
  parts: z.array(z.object({ id: entityId, number: z.string(), title: z.string(), state })),
  duplicates: z
    .array(z.object({ id: entityId, number: z.string(), title: z.string() }))
    .describe('merged into this one'),
  nearby: z
    .array(z.object({ id: entityId, number: z.string(), title: z.string(), state }))
    .describe('open, same kind, within 250 m or same place'),
  photos: z.array(issuePhoto),
  timeline: z.array(timelineEntry),
  /** What the asking person may do now. */
  may: z.array(verb),
  /** The next step as the one big button; when it is not for the asking person, why. */
  next: z.object({ verb, enabled: z.boolean(), why: z.string().nullable() }).nullable(),
  /** Link for the public with a random token; only for those who may hand it on. */
  followPath: z.string().nullable(),
});
export type IssueDetail = z.output<typeof issueDetail>;

export const assignMany = z.object({
  items: z
    .array(
      z.object({
        id: entityId,
        version: z.int().optional(),
        ownerPostId: entityId.optional().describe('absent: the one found from place and kind'),
      }),
    )
    .min(1)
    .max(100, '一次最多 100 件'),
});
export const batchAnswer = z.object({
  results: z.array(
    z.object({ id: entityId, ok: z.boolean(), number: z.string().optional(), message: z.string() }),
  ),
});

export const handDown = z.object({
  items: z.array(raiseIssue).min(1).max(50, '一次最多下发 50 件'),
});

export const suggestOwnerQuery = z.object({ placeCode, kind: z.enum(issueKindCodes) });
export const ownerSuggestion = z.object({
  ownerPostId: entityId.nullable(),
  ownerName: z.string().nullable(),
  why: z.string().describe('which rule found it, or why nobody was found'),
  candidates: z.array(z.object({ postId: entityId, name: z.string(), vacant: z.boolean() })),
  deadline: z.string().describe('rule in words'),
  duplicates: z.array(z.object({ id: entityId, number: z.string(), title: z.string(), state })),
});

/** What the public sees with the follow token: no names of villagers, no phone. */
export const publicFollow = z.object({
  number: z.string(),
  title: z.string(),
  kind: z.string(),
  placeName: z.string(),
  state,
  stateLabel: z.string(),
  raisedAt: instant,
  dueAt: instant.nullable(),
  steps: z.array(z.object({ label: z.string(), at: instant })),
  /** Why it was declined, as the office wrote it. */
  declinedBecause: z.string().nullable(),
  /** Where it goes on: the problem it was merged into, or those it was split into. */
  successors: z.array(z.object({ number: z.string(), title: z.string(), path: z.string() })),
  mayRate: z.boolean(),
});
