import { type Me, newId, operationIds } from '@qingshan/contract';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { buildServer } from '../../platform/http/server.ts';
import { type Actor, type Handlers, inReach, systemReach } from '../../platform/index.ts';
import { openTestApp, type TestApp } from '../../testing/database.ts';
import {
  createAccount,
  type Identity,
  identityRoutes,
  openIdentity,
  type Session,
  savePerson,
} from './index.ts';
import type { IdentityTables } from './tables.ts';

export const COUNTY = '990121';
export const PASSWORD = 'river-and-hill-26';

export interface Office extends TestApp {
  readonly identity: Identity;
  readonly server: FastifyInstance;
  /** Registers a person without an account. @returns the person's id */
  register(name: string, placeCode?: string): Promise<string>;
  /** Registers a person with an account. @returns the person's id */
  hire(account: string, name: string, placeCode?: string): Promise<string>;
  /** A browser of its own: keeps its cookie. */
  browser(address?: string): Browser;
}

export interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes are read by the tests
  readonly body: any;
  readonly cookie: string | undefined;
}

export interface Browser {
  ask(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<Answer>;
  signIn(account: string, password?: string, code?: string): Promise<Answer>;
  cookie: string | undefined;
}

function describe(session: Session): Me {
  const { personId, account, name, countyCode, twoFactorOn } = session;
  const rights = { roles: [], permissions: [], posts: [], reach: [], area: null };
  return { personId, account, name, countyCode, countyName: '青山县', twoFactorOn, demo: false, ...rights };
}

/** Without posts in this test: `admin` administers the county, `township` its first town, others nothing. */
function actorOf(session: Session): Actor {
  const admin = ['admin', 'township'].includes(session.account);
  return {
    ...session,
    roles: admin ? ['admin'] : [],
    prefixes: session.account === 'township' ? ['990121101'] : [COUNTY],
    kinds: [],
    postIds: [],
    posts: [],
  };
}

function answerOf(answered: LightMyRequestResponse): Answer {
  const body = answered.body ? answered.json() : undefined;
  const set = answered.headers['set-cookie'];
  const cookie = (Array.isArray(set) ? set : [set]).find((line) => line?.startsWith('qingshan.session='));
  return { status: answered.statusCode, code: body?.code, body, cookie };
}

function openBrowser(server: FastifyInstance, remoteAddress: string): Browser {
  const browser: Browser = {
    cookie: undefined,
    ask: async (method, path, body) => {
      const headers: Record<string, string> = { 'user-agent': 'Firefox 140' };
      if (browser.cookie) headers.cookie = browser.cookie;
      const payload = body === undefined ? {} : { payload: body as object };
      const answer = answerOf(
        await server.inject({ method, url: `/api${path}`, headers, remoteAddress, ...payload }),
      );
      const pair = answer.cookie?.split(';')[0];
      if (pair) browser.cookie = pair.endsWith('=') ? undefined : pair;
      return answer;
    },
    signIn: (account, password = PASSWORD, code) =>
      browser.ask('POST', '/session', { account, password, ...(code ? { code } : {}) }),
  };
  return browser;
}

async function serve(identity: Identity): Promise<FastifyInstance> {
  const none = async () => {
    throw new Error('not part of this test');
  };
  const own = identityRoutes(
    identity,
    async (session) => describe(session),
    async () => [],
  );
  const handlers = {
    ...Object.fromEntries(operationIds.map((operation) => [operation, none])),
    ...own,
  } as unknown as Handlers;
  const resolve = async (request: Parameters<Identity['sessionOf']>[0]) => {
    const session = await identity.sessionOf(request);
    return session && actorOf(session);
  };
  return buildServer(identity.app, handlers, resolve, async () => true);
}

/** The county office with its own database: accounts work, posts are not needed. */
export async function openOffice(change: Partial<TestApp['app']['config']> = {}): Promise<Office> {
  const opened = await openTestApp();
  const app = { ...opened.app, config: { ...opened.app.config, ...change } };
  const identity = await openIdentity(app, opened.pool);
  const server = await serve(identity);
  const register = async (name: string, placeCode = '990121101000') => {
    const id = newId(COUNTY);
    await inReach(app.db, systemReach(COUNTY), (tx) =>
      savePerson(tx, { countyCode: COUNTY, id, name, phone: '13900000001', placeCode }),
    );
    return id;
  };
  return {
    ...opened,
    app,
    identity,
    server,
    browser: (address = '10.0.0.7') => openBrowser(server, address),
    register,
    hire: async (account, name, placeCode) => {
      const personId = await register(name, placeCode);
      await createAccount(identity, { countyCode: COUNTY, personId, account, password: PASSWORD });
      return personId;
    },
    close: async () => {
      await server.close();
      await opened.close();
    },
  };
}

/** What the log of sign-ins keeps, oldest first. */
export async function loginsOf(office: Office, countyCode = COUNTY) {
  return inReach(office.app.db, systemReach(countyCode), (tx) =>
    tx.withTables<IdentityTables>().selectFrom('login_log').selectAll().orderBy('at').orderBy('id').execute(),
  );
}
