import { z } from 'zod';
import { entityId, instant } from '../ids.ts';
import { verbCodes } from './loop.table.ts';
import { issueSummary, listIssuesQuery, urgency } from './shapes.ts';

/** A counted figure and the query string of the list that it counts (for `/issues?…`). */
export const figure = z.object({ count: z.int(), query: z.string() });

const placeLight = z.object({
  code: z.string(),
  name: z.string(),
  light: urgency,
  open: figure,
  overdue: figure,
  dueSoon: figure,
});

/** 今日待办: most urgent first; then my places in red, orange, yellow, green. */
export const today = z.object({
  tasks: z.array(z.object({ issue: issueSummary, verb: z.enum(verbCodes), why: z.string().nullable() })),
  taskTotal: z.int(),
  places: z.array(placeLight),
  notices: z.int().describe('unread'),
  at: instant,
});

export const overviewQuery = listIssuesQuery.pick({ place: true });

const row = z.object({
  code: z.string(),
  name: z.string(),
  open: figure,
  overdue: figure,
  closed: figure,
  total: figure,
  /** Closed with a deadline: what the share below is of. */
  judged: figure,
  onTimePercent: z.number().nullable(),
});

/** Every figure carries the query of the list it counts. */
export const overview = z.object({
  place: z.object({ code: z.string(), name: z.string() }),
  total: figure,
  open: figure,
  overdue: figure,
  dueSoon: figure,
  closedThisMonth: figure,
  raisedThisMonth: figure,
  reopened: figure,
  /** Closed with a deadline, and those of them that were late. */
  judged: figure,
  late: figure,
  /** Share of the judged closed in time; null without any. */
  onTimePercent: z.number().nullable(),
  byState: z.array(z.object({ state: z.string(), label: z.string(), figure })),
  bySource: z.array(row),
  byCategory: z.array(row),
  byPlace: z.array(row),
  byMonth: z.array(z.object({ month: z.string(), raised: figure, closed: figure })),
  at: instant,
});

export const noticeShape = z.object({
  id: entityId,
  kind: z.string(),
  text: z.string(),
  issueId: entityId.nullable(),
  at: instant,
  readAt: instant.nullable(),
});
