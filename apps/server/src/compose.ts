import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import {
  type DemoLogin,
  type Identity,
  identityJobs,
  identityRoutes,
  openIdentity,
  personNames,
} from './modules/identity/index.ts';
import { issueJobs, issueNumbers, issueRoutes, mayReadFile, openWorkAt } from './modules/issues/index.ts';
import {
  actorOf,
  describeMe,
  placeNames,
  postLabels,
  responsibilityRoutes,
} from './modules/responsibility/index.ts';
import { buildServer } from './platform/http/server.ts';
import { type App, dayOf, type ScheduledJob } from './platform/index.ts';
import { countiesWithJournal, sealCounty } from './platform/journal/seal.ts';
import { type JournalNames, platformRoutes } from './platform/routes.ts';

export interface Composed {
  readonly server: FastifyInstance;
  readonly identity: Identity;
  readonly jobs: readonly ScheduledJob[];
}

/** Names that the journal page shows, asked of the modules that know them. */
function journalNames(app: App): JournalNames {
  return {
    persons: personNames,
    posts: async (tx, county, ids) =>
      new Map(
        [...(await postLabels(tx, county, ids, dayOf(app.clock.now())))].map(([id, label]) => [
          id,
          label.title,
        ]),
      ),
    places: async (tx, codes) =>
      new Map([...(await placeNames(tx, codes))].map(([code, place]) => [code, place.pathName])),
    subjects: issueNumbers,
  };
}

function sealJob(app: App): ScheduledJob {
  return {
    name: 'journal-seal',
    cron: '* * * * *',
    run: async () => {
      for (const county of await countiesWithJournal(app.db))
        await sealCounty(app.db, county, app.config.sealAlgorithm, app.clock.now());
    },
  };
}

/** Puts the modules together: the only place that knows all of them. */
export async function compose(
  app: App,
  pool: pg.Pool,
  demoLogins: () => Promise<DemoLogin[]>,
  isReady: () => Promise<boolean>,
): Promise<Composed> {
  const identity = await openIdentity(app, pool);
  const handlers = {
    ...identityRoutes(identity, (session) => describeMe(app, session), demoLogins),
    ...responsibilityRoutes(openWorkAt(app.clock)),
    ...issueRoutes,
    ...platformRoutes(journalNames(app), mayReadFile),
  };
  const server = await buildServer(
    app,
    handlers,
    async (request) => {
      const session = await identity.sessionOf(request);
      return session ? actorOf(app, session) : null;
    },
    isReady,
  );
  return { server, identity, jobs: [sealJob(app), ...issueJobs(app), ...identityJobs(app)] };
}
