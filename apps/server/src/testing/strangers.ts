import { newId, type PostKind, postKindRow, type Role } from '@qingshan/contract';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { createAccount, hashPassword, savePerson } from '../modules/identity/index.ts';
import { saveDivisions, savePlace, savePost, saveZone, startTerm } from '../modules/responsibility/index.ts';
import { inReach, systemReach } from '../platform/index.ts';
import { GAOSHAN, PASSWORD, type Town, YUNLING } from './townspeople.ts';

/** What a stranger has of their own, to be named beside what is not theirs. */
export interface Own {
  readonly county: string;
  readonly town: string;
  readonly village: string;
  /** A vacant post of their town. */
  readonly vacantPost: string;
  readonly personId: string;
  /** A term that may be ended or handed over. */
  readonly termPost: string;
  readonly term: string;
  /** A problem in their village, accepted by their office, not yet handed out. */
  readonly issue: string;
}

/** Someone with a right role in the wrong place. */
export interface Stranger {
  readonly role: Role;
  /** `town`: another town of the same county; `county`: another county. */
  readonly from: 'town' | 'county';
  readonly own: Own;
  inject(options: InjectOptions): Promise<LightMyRequestResponse>;
}

const TOWN_POSTS: readonly PostKind[] = [
  'grid_keeper',
  'village_secretary',
  'zone_head',
  'town_office',
  'town_department',
  'town_mayor',
  'town_discipline',
  'town_admin',
];
const COUNTY_POSTS: readonly PostKind[] = [
  'county_inspector',
  'county_river_chief',
  'county_admin',
  'auditor',
];

interface Abroad {
  readonly from: Stranger['from'];
  readonly county: string;
  readonly town: string;
  readonly village: string;
  readonly posts: readonly PostKind[];
}

const ABROAD: readonly Abroad[] = [
  { from: 'town', county: '990121', town: YUNLING, village: GAOSHAN, posts: TOWN_POSTS },
  {
    from: 'county',
    county: '990122',
    town: '990122101000',
    village: '990122101201',
    posts: [...TOWN_POSTS, ...COUNTY_POSTS],
  },
];

const division = (code: string, level: 3 | 4 | 5, name: string) => ({
  code,
  edition: '2023',
  level,
  kind: 'test',
  name,
});

function placeOf(kind: PostKind, { county, town, village }: Abroad): string {
  if (kind === 'grid_keeper') return `${village}W01`;
  const { level } = postKindRow(kind);
  if (level === 'county') return `${county}000000`;
  return level === 'village' ? village : town;
}

async function signIn(town: Town, account: string): Promise<string> {
  const answer = await town.server.inject({
    method: 'POST',
    url: '/api/session',
    payload: { account, password: PASSWORD },
  });
  if (answer.statusCode !== 200) throw new Error(`${account} could not sign in: ${answer.body}`);
  return answer.cookies.map((each) => `${each.name}=${each.value}`).join('; ');
}

async function settleAbroad(town: Town, abroad: Abroad, hash: string): Promise<Stranger[]> {
  const { county, from, village, posts } = abroad;
  const author = { personId: null, at: town.clock.now() };
  const zoneId = newId(county);
  const vacantPost = newId(county);
  const people = posts.map((kind) => ({
    kind,
    person: newId(county),
    post: newId(county),
    term: newId(county),
  }));
  await inReach(town.app.db, systemReach(county), async (tx) => {
    if (from === 'county')
      await saveDivisions(tx, [
        division(`${county}000000`, 3, '邻县'),
        division(abroad.town, 4, '邻镇'),
        division(village, 5, '邻村'),
      ]);
    await savePlace(tx, author, { code: `${village}W01`, kind: 'grid', name: '邻村网格' });
    await saveZone(tx, author, {
      id: zoneId,
      name: '邻片',
      kind: 'x',
      townCode: abroad.town,
      villages: [village],
    });
    await savePost(tx, author, { id: vacantPost, kind: 'group_head', title: '组长', placeCode: village });
    for (const { kind, person, post, term } of people) {
      const placeCode = placeOf(kind, abroad);
      const personPlace = placeCode.slice(0, 12);
      await savePerson(tx, {
        countyCode: county,
        id: person,
        name: `邻人${kind}`,
        phone: null,
        placeCode: personPlace,
      });
      await savePost(tx, author, {
        id: post,
        kind,
        title: `邻${postKindRow(kind).label}`,
        placeCode,
        zoneId: kind === 'zone_head' ? zoneId : null,
      });
      await startTerm(tx, author, { id: term, postId: post, personId: person, from: '2026-01-01', to: null });
    }
  });
  const secretary = people.find((one) => one.kind === 'village_secretary');
  if (!secretary) throw new Error('nobody to name');
  const issue = newId(county);
  const strangers: Stranger[] = [];
  for (const { kind, person } of people) {
    const account = `abroad-${from}-${kind}`;
    await createAccount(town.composed.identity, {
      countyCode: county,
      personId: person,
      account,
      password: { hash },
    });
    const cookie = await signIn(town, account);
    for (const role of postKindRow(kind).roles)
      strangers.push({
        role,
        from,
        own: {
          county,
          town: abroad.town,
          village,
          vacantPost,
          personId: secretary.person,
          termPost: secretary.post,
          term: secretary.term,
          issue,
        },
        inject: (options) => town.server.inject({ ...options, headers: { ...options.headers, cookie } }),
      });
  }
  const office = strangers.find((one) => one.role === 'office');
  const raised = await office?.inject({
    method: 'POST',
    url: '/api/issues',
    payload: { id: issue, title: '邻村的问题', kind: 'river_dumping', source: 'town', placeCode: village },
  });
  const accepted = await office?.inject({ method: 'POST', url: `/api/issues/${issue}/accept`, payload: {} });
  if (accepted?.statusCode !== 200)
    throw new Error(`no problem of their own: ${raised?.body} ${accepted?.body}`);
  return strangers;
}

/** One person for every role in 云岭镇, and one for every role in the neighbour county. */
export async function settleStrangers(town: Town): Promise<Stranger[]> {
  const hash = await hashPassword(town.composed.identity, PASSWORD);
  const settled: Stranger[] = [];
  for (const abroad of ABROAD) settled.push(...(await settleAbroad(town, abroad, hash)));
  return settled;
}
