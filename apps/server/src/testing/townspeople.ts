import { type Client, createClient, type PostKind, postKindRow } from '@qingshan/contract';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { type Composed, compose } from '../compose.ts';
import { createAccount, hashPassword, savePerson } from '../modules/identity/index.ts';
import { saveDivisions, savePlace, savePost, saveZone, startTerm } from '../modules/responsibility/index.ts';
import { type Config, inReach, systemReach } from '../platform/index.ts';
import { COUNTY, divisions, GAOSHAN, id, LIUWAN, QINGXI, TAOYUAN, YUNLING } from './county.ts';
import { openTestApp, type TestApp } from './database.ts';

export { COUNTY, GAOSHAN, id, LIUWAN, QINGXI, TAOYUAN, YUNLING };

export const LIUWAN_GRID = '990121101203W01';
export const PASSWORD = 'Townspeople-2026';
export const ZONE = id(90);

interface Townsman {
  readonly name: string;
  readonly post: PostKind;
  readonly place: string;
  /** Key of the one reported to. */
  readonly reportsTo?: string;
  readonly inZone?: boolean;
  readonly issueKinds?: readonly string[];
}

/** The people every test knows, and whom they report to. */
export const townsmen = {
  mayor: { name: '孙伟', post: 'town_mayor', place: QINGXI },
  deputy: { name: '何青', post: 'town_deputy', place: QINGXI, reportsTo: 'mayor' },
  zoneHead: { name: '周明', post: 'zone_head', place: QINGXI, reportsTo: 'mayor', inZone: true },
  secretary: { name: '王大山', post: 'village_secretary', place: LIUWAN, reportsTo: 'zoneHead' },
  riverChief: { name: '李水生', post: 'river_chief', place: LIUWAN, reportsTo: 'zoneHead' },
  keeper: { name: '赵小河', post: 'grid_keeper', place: LIUWAN_GRID, reportsTo: 'secretary' },
  taoyuan: { name: '许桃', post: 'village_secretary', place: TAOYUAN, reportsTo: 'zoneHead' },
  office: { name: '陈静', post: 'town_office', place: QINGXI, reportsTo: 'deputy' },
  colleague: { name: '林芳', post: 'town_office', place: QINGXI, reportsTo: 'deputy' },
  discipline: { name: '吴正', post: 'town_discipline', place: QINGXI },
  station: {
    name: '田丰',
    post: 'town_department',
    place: QINGXI,
    reportsTo: 'deputy',
    issueKinds: ['livestock_manure'],
  },
  yunlingOffice: { name: '高远', post: 'town_office', place: YUNLING },
  inspector: { name: '郑严', post: 'county_inspector', place: '990121000000' },
  admin: { name: '钱管', post: 'county_admin', place: '990121000000' },
  auditor: { name: '冯审', post: 'auditor', place: '990121000000' },
  countyChief: { name: '江河', post: 'county_river_chief', place: '990121000000' },
} as const satisfies Record<string, Townsman>;
export type TownsmanKey = keyof typeof townsmen;
export const townsmanKeys = Object.keys(townsmen) as TownsmanKey[];
const facts = (key: TownsmanKey): Townsman => townsmen[key];
const numberOf = (key: TownsmanKey): number => townsmanKeys.indexOf(key) + 1;
export const personId = (key: TownsmanKey): string => id(100 + numberOf(key));
export const postId = (key: TownsmanKey): string => id(200 + numberOf(key));
export const termId = (key: TownsmanKey): string => id(300 + numberOf(key));

export interface Town extends TestApp {
  readonly server: FastifyInstance;
  readonly composed: Composed;
  /** Typed client of someone signed in; `null`: a stranger without a session. */
  as(key: TownsmanKey | null): Client;
  inject(key: TownsmanKey | null, options: InjectOptions): Promise<LightMyRequestResponse>;
}

async function settle({ app }: TestApp, composed: Composed): Promise<void> {
  const author = { personId: null, at: app.clock.now() };
  const hash = await hashPassword(composed.identity, PASSWORD);
  await inReach(app.db, systemReach(COUNTY), async (tx) => {
    await saveDivisions(tx, divisions);
    await savePlace(tx, author, {
      code: LIUWAN_GRID,
      kind: 'grid',
      name: '柳湾一网格',
      position: null,
      boundary: null,
    });
    await saveZone(tx, author, {
      id: ZONE,
      name: '滨河片',
      kind: '滨河',
      townCode: QINGXI,
      villages: [LIUWAN, TAOYUAN],
    });
    for (const key of townsmanKeys) {
      const { name, post, place, reportsTo, inZone, issueKinds } = facts(key);
      await savePerson(tx, {
        countyCode: COUNTY,
        id: personId(key),
        name,
        phone: '13800000000',
        placeCode: place.slice(0, 12),
      });
      await savePost(tx, author, {
        id: postId(key),
        kind: post,
        title: `${divisions.find((each) => each.code === place)?.name ?? ''}${postKindRow(post).label}`,
        placeCode: place,
        zoneId: inZone ? ZONE : null,
        reportsToId: reportsTo ? postId(reportsTo as TownsmanKey) : null,
        ...(issueKinds ? { issueKinds } : {}),
      });
      await startTerm(tx, author, {
        id: termId(key),
        postId: postId(key),
        personId: personId(key),
        from: '2026-01-01',
        to: null,
      });
    }
  });
  for (const key of townsmanKeys)
    await createAccount(composed.identity, {
      countyCode: COUNTY,
      personId: personId(key),
      account: key,
      password: { hash },
    });
}

/**
 * A town with its people, signed in when first asked for, on the whole server and a real database.
 * @param other configuration other than that of tests
 */
export async function openTown(other: Partial<Config> = {}): Promise<Town> {
  const opened = await openTestApp(other);
  const composed = await compose(
    opened.app,
    opened.pool,
    async () => [],
    async () => true,
  );
  await settle(opened, composed);
  const { server } = composed;
  const cookies = new Map<TownsmanKey, string>();
  const cookieOf = async (key: TownsmanKey): Promise<string> => {
    const known = cookies.get(key);
    if (known) return known;
    const answer = await server.inject({
      method: 'POST',
      url: '/api/session',
      payload: { account: key, password: PASSWORD },
    });
    if (answer.statusCode !== 200) throw new Error(`${key} cannot sign in: ${answer.body}`);
    const cookie = answer.cookies.map((each) => `${each.name}=${each.value}`).join('; ');
    cookies.set(key, cookie);
    return cookie;
  };
  const inject: Town['inject'] = async (key, options) =>
    server.inject({
      ...options,
      headers: { ...options.headers, ...(key ? { cookie: await cookieOf(key) } : {}) },
    });
  const as = (key: TownsmanKey | null): Client =>
    createClient(async (url, init) => {
      const payload = typeof init.body === 'string' ? { payload: init.body } : {};
      const answer = await inject(key, {
        method: init.method as 'GET',
        url,
        headers: init.headers as Record<string, string>,
        ...payload,
      });
      return new Response(answer.statusCode === 204 ? null : answer.rawPayload, {
        status: answer.statusCode,
        headers: { 'content-type': String(answer.headers['content-type'] ?? '') },
      });
    });
  return {
    ...opened,
    server,
    composed,
    as,
    inject,
    close: async () => {
      await server.close();
      await opened.close();
    },
  };
}
