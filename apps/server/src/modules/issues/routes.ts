import { type Handlers, inReach, type OperationsOf, systemReach } from '../../platform/index.ts';
import { actOnIssue } from './actions/act.ts';
import { assignMany, handDown } from './actions/batches.ts';
import { followIssue, rateByReporter } from './actions/follow.ts';
import { raiseIssue } from './actions/raise.ts';
import { issueDetail } from './queries/detail.ts';
import { loadIssue } from './queries/facts.ts';
import { listIssues } from './queries/list.ts';
import { overviewOf } from './queries/overview.ts';
import { publicityOf } from './queries/publicity.ts';
import { suggestOwner } from './queries/suggest.ts';
import { todayOf } from './queries/today.ts';

export const issueRoutes: Handlers<OperationsOf<'issues'>> = {
  listIssues: ({ app, actor }, { query }) =>
    inReach(app.db, actor, (tx) => listIssues(tx, actor, query, app.clock.now())),
  raiseIssue: ({ app, actor }, { body }) => raiseIssue(app, actor, body),
  suggestOwner: ({ app, actor }, { query }) =>
    inReach(app.db, actor, (tx) => suggestOwner(tx, actor, query.placeCode, query.kind, app.clock.now())),
  assignMany: ({ app, actor }, { body }) => assignMany(app, actor, body.items),
  handDown: ({ app, actor }, { body }) => handDown(app, actor, body.items),
  getIssue: ({ app, actor }, { params }) =>
    inReach(
      app.db,
      actor,
      async (tx) => issueDetail(tx, actor, await loadIssue(tx, actor.countyCode, params.id), app.clock.now()),
      'once',
    ),
  actOnIssue: ({ app, actor }, { params, body }) => actOnIssue(app, actor, params.id, params.verb, body),
  getToday: ({ app, actor }) => inReach(app.db, actor, (tx) => todayOf(tx, actor, app.clock.now())),
  getOverview: ({ app, actor }, { query }) =>
    inReach(app.db, actor, (tx) => overviewOf(tx, actor, query.place, app.clock.now())),
  listPublicity: ({ app }, { query }) =>
    inReach(app.db, systemReach(query.place.slice(0, 6)), (tx) =>
      publicityOf(tx, query.place, app.clock.now()),
    ),
  followIssue: ({ app }, { params }) => followIssue(app, params.token),
  rateByReporter: ({ app }, { params, body }) => rateByReporter(app, params.token, body.score, body.message),
};
