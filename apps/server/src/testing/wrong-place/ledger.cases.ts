import { newId, type OperationId, verbCodes } from '@qingshan/contract';
import type { Own } from '../strangers.ts';
import {
  all,
  hidden,
  nothing,
  open,
  type Request,
  refused,
  type Targets,
  type WrongPlace,
} from './outcomes.ts';

const reason = '越权试探';
const raised = (source: string, id: string, placeCode: string, photos: readonly string[] = []) => ({
  id,
  title: '邻人所报',
  kind: 'river_dumping',
  source,
  placeCode,
  photos,
  ...(source === 'inspection'
    ? {
        fields: {
          documentNumber: '1号',
          inspectionLevel: 'county',
          requirement: '整改',
          dueOn: '2026-06-30',
        },
      }
    : {}),
});
const everything = (own: Own, of: Targets) => ({
  reason,
  message: reason,
  measure: reason,
  score: 1,
  dueOn: '2026-06-30',
  cause: { cause: reason, improvement: reason },
  actId: of.actId,
  ownerPostId: of.post,
  targetId: of.issue,
  photos: [of.photo],
  parts: [1, 2].map(() => ({ id: newId(own.county), title: '拆', placeCode: of.village })),
});
const act = (own: Own, verb: string, body: object): Request => ({ params: { id: own.issue, verb }, body });

/** Problems, files, journal and notices. */
export const ledgerCases: Partial<Record<OperationId, readonly WrongPlace[]>> = {
  getToday: [nothing(() => ({}))],
  listNotices: [nothing(() => ({}))],
  listIssues: [
    nothing(() => ({}), 'all'),
    nothing((_, of) => ({ query: { place: of.village } })),
    nothing((_, of) => ({ query: { ownerPostId: of.post } }), 'by post'),
    nothing((_, of) => ({ query: { q: of.issueTitle } }), 'by words'),
  ],
  // Each source is for other roles.
  raiseIssue: (['village', 'town', 'inspection'] as const).flatMap((source) => [
    refused((own, of) => ({ body: raised(source, newId(own.county), of.village) }), source),
    refused((own, of) => ({ body: raised(source, of.issue, own.village) }), `${source}, the id of one`),
    refused(
      (own, of) => ({ body: raised(source, newId(own.county), own.village, [of.photo]) }),
      `${source}, a photo`,
    ),
  ]),
  listPublicity: [open((_, of) => ({ query: { place: of.village } }))],
  suggestOwner: [refused((_, of) => ({ query: { placeCode: of.village, kind: 'river_dumping' } }))],
  assignMany: [
    {
      name: '',
      ask: (_, of) => ({ body: { items: [{ id: of.issue, ownerPostId: of.post }] } }),
      ...all('batch'),
    },
  ],
  handDown: [
    {
      name: '',
      ask: (own, of) => ({
        body: {
          items: [
            raised('inspection', of.issue, own.village, [of.photo]),
            raised('inspection', newId(own.county), of.village),
            raised('inspection', newId(own.county), own.village, [of.photo]),
          ],
        },
      }),
      ...all('batch'),
    },
  ],
  getIssue: [hidden((_, of) => ({ params: { id: of.issue } }))],
  actOnIssue: [
    ...verbCodes.map((verb) =>
      hidden((own, of) => ({ params: { id: of.issue, verb }, body: everything(own, of) }), verb),
    ),
    {
      name: 'own problem, handed to a post of the neighbour town',
      ask: (own, of) => act(own, 'assign', { ownerPostId: of.post }),
      town: 'unasked',
      county: 'refused',
    },
    {
      name: 'own problem, an act of that name',
      ask: (own, of) => act(own, 'assign', { ownerPostId: own.termPost, actId: of.actId }),
      town: 'refused',
      county: 'unasked',
    },
    refused(
      (own, of) => act(own, 'merge', { targetId: of.issue, reason }),
      'own problem, into a foreign one',
    ),
    refused(
      (own, of) =>
        act(own, 'split', {
          reason,
          parts: [of.issue, newId(own.county)].map((id) => ({ id, title: '拆', placeCode: of.village })),
        }),
      'own problem, into foreign parts',
    ),
    refused(
      (own, of) => act(own, 'supplement', { message: reason, photos: [of.photo] }),
      'own problem, foreign photo',
    ),
  ],
  getOverview: [nothing(() => ({}), 'all'), nothing((_, of) => ({ query: { place: of.village } }))],
  followIssue: [open((_, of) => ({ params: { token: of.followToken } }), 'whoever has the token follows')],
  rateByReporter: [
    refused(
      (_, of) => ({ params: { token: of.followToken }, body: { score: 1 } }),
      'not before it is closed',
    ),
  ],

  getFile: [hidden((_, of) => ({ params: { sha256: of.photo } }))],
  listJournal: [
    nothing(() => ({}), 'all'),
    nothing((_, of) => ({ query: { subjectId: of.issue } })),
    nothing((_, of) => ({ query: { place: of.village } }), 'by place'),
    nothing((_, of) => ({ query: { subjectId: of.person } }), 'of a person'),
  ],
  readNotices: [nothing((_, of) => ({ body: { ids: [of.notice] } }))],
};
