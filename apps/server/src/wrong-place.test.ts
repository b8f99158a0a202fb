import {
  allows,
  type Endpoint,
  endpoints,
  type OperationId,
  operationIds,
  type Permission,
} from '@qingshan/contract';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { savePerson } from './modules/identity/index.ts';
import { savePlace, saveReach, saveZone } from './modules/responsibility/index.ts';
import { asOwner } from './platform/database/owner.ts';
import { inReach, systemReach } from './platform/index.ts';
import { fieldsNaming, namingFields } from './testing/naming-fields.ts';
import { uploadPhoto } from './testing/photos.ts';
import { type Own, type Stranger, settleStrangers } from './testing/strangers.ts';
import {
  COUNTY,
  id,
  LIUWAN,
  LIUWAN_GRID,
  openTown,
  personId,
  postId,
  QINGXI,
  type Town,
  termId,
  ZONE,
} from './testing/townspeople.ts';
import { dutyCases } from './testing/wrong-place/duty.cases.ts';
import { ledgerCases } from './testing/wrong-place/ledger.cases.ts';
import {
  type Outcome,
  OWN_WORDS,
  type Request,
  type Targets,
  type WrongPlace,
} from './testing/wrong-place/outcomes.ts';

/** For every operation that names something: what someone of another place asks, and what comes of it. */
const wrongPlaces: Partial<Record<OperationId, readonly WrongPlace[]>> = { ...dutyCases, ...ledgerCases };

const PLANNED: Targets = {
  county: COUNTY,
  town: QINGXI,
  village: LIUWAN,
  grid: LIUWAN_GRID,
  person: personId('secretary'),
  personName: '王大山',
  account: 'secretary',
  post: postId('secretary'),
  vacantPost: id(70),
  term: termId('secretary'),
  zone: ZONE,
  emptyZone: id(71),
  reach: id(72),
  issue: id(73),
  issueTitle: '柳湾桥下倾倒垃圾',
  actId: id(74),
  followToken: 'not-raised-yet-not-raised-yet',
  photo: 'f'.repeat(64),
  notice: id(75),
};

const PHONE = '13911112222';

let town: Town;
let targets: Targets;
let strangers: Stranger[];

/** Things of 清溪镇: an empty zone, a reach, a vacant post, a problem with a photo that was accepted, a notice. */
async function settleTargets(): Promise<Targets> {
  const author = { personId: null, at: town.clock.now() };
  await inReach(town.app.db, systemReach(COUNTY), async (tx) => {
    await savePerson(tx, {
      countyCode: COUNTY,
      id: PLANNED.person,
      name: PLANNED.personName,
      phone: PHONE,
      placeCode: LIUWAN,
    });
    await savePlace(tx, author, { code: `${LIUWAN}G01`, kind: 'group', name: '1组' });
    await saveZone(tx, author, {
      id: PLANNED.emptyZone,
      name: '空片',
      kind: 'x',
      townCode: QINGXI,
      villages: [],
    });
    await saveReach(tx, author, { id: PLANNED.reach, river: '清溪河', name: '柳湾段', villages: [LIUWAN] });
  });
  await town.as('office').call('savePost', {
    params: { id: PLANNED.vacantPost },
    body: { kind: 'group_head', title: '1组组长', placeCode: `${LIUWAN}G01` },
  });
  const reach = { countyCode: COUNTY, prefixes: [LIUWAN], kinds: [], postIds: [], personId: PLANNED.person };
  const photo = await uploadPhoto(town.app, reach, 'wrong place');
  await town.as('secretary').call('raiseIssue', {
    body: {
      id: PLANNED.issue,
      title: PLANNED.issueTitle,
      kind: 'river_dumping',
      source: 'village',
      placeCode: LIUWAN,
      photos: [photo],
    },
  });
  const { followPath } = await town.as('office').call('actOnIssue', {
    params: { id: PLANNED.issue, verb: 'accept' },
    body: { actId: PLANNED.actId },
  });
  const notice = (await town.as('office').call('listNotices', {})).items[0]?.id ?? '';
  return { ...PLANNED, photo, notice, followToken: followPath?.split('/').at(-1) ?? '' };
}

beforeAll(async () => {
  town = await openTown();
  targets = await settleTargets();
  strangers = await settleStrangers(town);
}, 60_000);
afterAll(() => town.close());

/** Everything stored, as one sum; signing in itself leaves traces that are no change of a place. */
async function stored(): Promise<string> {
  return asOwner(town.ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
        and table_name not in ('auth_session', 'auth_verification', 'sign_in_locks', 'login_log') order by 1`,
    );
    const sums = rows.map(
      ({ name }) =>
        `select '${name}', md5(coalesce(string_agg(t::text, ',' order by t::text), '')) from ${name} t`,
    );
    return JSON.stringify((await owner.query({ text: sums.join(' union all '), rowMode: 'array' })).rows);
  });
}

async function send(stranger: Stranger, endpoint: Endpoint, { params = {}, query = {}, body }: Request) {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams(query).toString();
  return stranger.inject({
    method: endpoint.method,
    url: `/api${path}${search && `?${search}`}`,
    ...(endpoint.method === 'GET' ? {} : { payload: (body ?? {}) as object }),
  });
}

/** A trace of 清溪镇 in an answer: its people, its problem. */
const traceIn = (body: string): boolean =>
  [targets.personName, targets.issueTitle, targets.person, PHONE, targets.followToken].some((trace) =>
    body.includes(trace),
  );

function comesTo(answer: LightMyRequestResponse): Outcome | 'told' {
  if (answer.statusCode >= 500) throw new Error(`${answer.statusCode}: ${answer.body}`);
  if (traceIn(answer.body)) return 'told';
  if (answer.statusCode === 404 || answer.statusCode === 403) return 'hidden';
  if (answer.statusCode >= 400) return 'refused';
  const { results } = (answer.body ? answer.json() : {}) as { results?: { ok: boolean }[] };
  return results?.every((one) => !one.ok) ? 'batch' : 'nothing';
}

/** What satisfies an outcome: hidden is as good as refused. */
const SATISFIES: Record<Exclude<Outcome, 'unasked'>, readonly string[]> = {
  hidden: ['hidden'],
  refused: ['hidden', 'refused'],
  nothing: ['nothing', 'hidden'],
  batch: ['batch'],
  public: ['told', 'nothing', 'hidden'],
};

const naming = operationIds.flatMap((operation) => {
  const fields = namingFields(operation, endpoints[operation]).filter(
    (field) => !OWN_WORDS.has(`${operation}.${field}`),
  );
  return fields.length > 0 ? [[operation, fields] as const] : [];
});

const someone: Own = {
  county: '990122',
  town: '990122101000',
  village: '990122101201',
  vacantPost: '-',
  personId: '-',
  termPost: '-',
  term: '-',
  issue: '-',
};

describe('every endpoint that names a place, a post, a person … has its cases', () => {
  test.each(naming)('%s', (operation, fields) => {
    const known = new Set([...Object.values(PLANNED), '柳湾']);
    const named = (wrongPlaces[operation] ?? []).flatMap(({ ask }) =>
      fieldsNaming(ask(someone, PLANNED), known),
    );
    expect(fields.filter((field) => !named.includes(field))).toEqual([]);
  });
});

describe('someone with the right role in another place changes nothing and learns nothing', () => {
  const rightRole = (operation: OperationId, { role }: Stranger): boolean => {
    const permission: Endpoint['permission'] = endpoints[operation].permission;
    return permission === 'public' || permission === 'signedIn' || allows(permission as Permission, [role]);
  };

  test.each(Object.keys(wrongPlaces) as OperationId[])(
    '%s',
    async (operation) => {
      const found: string[] = [];
      const before = await stored();
      for (const stranger of strangers.filter((one) => rightRole(operation, one)))
        for (const { name, ask, ...outcome } of wrongPlaces[operation] ?? []) {
          const wanted = outcome[stranger.from] ?? 'hidden';
          if (wanted === 'unasked') continue;
          const answer = await send(stranger, endpoints[operation], ask(stranger.own, targets));
          const came = comesTo(answer);
          if (!SATISFIES[wanted].includes(came))
            found.push(
              `${stranger.role} of another ${stranger.from}, ${name}: ${came}, not ${wanted}: ${answer.statusCode} ${answer.body.slice(0, 300)}`,
            );
        }
      expect(found).toEqual([]);
      expect(await stored()).toBe(before);
    },
    60_000,
  );
});
