import { allows, type Endpoint, endpoints, operationIds, type Role, roles } from '@qingshan/contract';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COUNTY, id, openTown, type Town, type TownsmanKey } from './testing/townspeople.ts';

/** One known person for every role; together they hold all roles. */
const PERSON_OF_ROLE: Record<Role, TownsmanKey> = {
  keeper: 'keeper',
  village: 'secretary',
  zone: 'zoneHead',
  office: 'office',
  department: 'station',
  leader: 'mayor',
  discipline: 'discipline',
  inspector: 'inspector',
  county: 'countyChief',
  admin: 'admin',
  auditor: 'auditor',
};

/** Parameters that have the right form and name nothing that is there. */
const SAMPLES: Record<string, string> = {
  id: id(999_999),
  verb: 'accept',
  token: `${COUNTY}aaaaaaaaaaaaaaaaaaaaaaaa`,
  sha256: 'a'.repeat(64),
  code: '990121999000',
  personId: id(999_998),
};

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

function requestOf(endpoint: Endpoint): InjectOptions {
  const url = `/api${endpoint.path.replace(/:(\w+)/g, (_, name: string) => SAMPLES[name] ?? 'x')}`;
  return endpoint.method === 'GET' || endpoint.bodyKind === 'multipart'
    ? { method: endpoint.method, url }
    : { method: endpoint.method, url, payload: {} };
}

const guarded = operationIds.filter((operation) => endpoints[operation].permission !== 'public');

describe('every endpoint', () => {
  test.each(guarded)('%s wants a session', async (operation) => {
    const answer = await town.inject(null, requestOf(endpoints[operation]));
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ code: 'not-signed-in' });
  });

  const withPermission = guarded.filter((operation) => endpoints[operation].permission !== 'signedIn');
  test.each(withPermission)('%s refuses every wrong role and lets the right ones in', async (operation) => {
    const endpoint: Endpoint = endpoints[operation];
    const permission = endpoint.permission;
    if (permission === 'public' || permission === 'signedIn') throw new Error('not guarded by a permission');
    for (const role of roles) {
      const answer = await town.inject(PERSON_OF_ROLE[role], requestOf(endpoint));
      const stopped =
        answer.statusCode === 403 &&
        answer.json<{ title: string }>().title.startsWith('您现任的岗位没有这项权限');
      expect([operation, role, stopped]).toEqual([operation, role, !allows(permission, [role])]);
    }
  });

  test('of a stranger’s site is refused whatever the session', async () => {
    const answer = await town.inject('office', {
      method: 'POST',
      url: '/api/notices/read',
      payload: {},
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(answer.statusCode).toBe(403);
  });
});

describe('rights follow the term of a post', () => {
  test('they end with it on the next request', async () => {
    town.clock.moveTo('2026-05-06T09:00:00+08:00');
    const url = '/api/issues';
    expect((await town.inject('taoyuan', { method: 'GET', url })).statusCode).toBe(200);
    const posts = await town.as('office').call('getPost', { params: { id: id(207) } });
    const term = posts.terms[0];
    if (!term) throw new Error('许桃 holds no post');
    await town.as('office').call('endTerm', {
      params: { id: posts.id },
      body: { termId: term.id, to: '2026-05-05', reason: '调离' },
    });
    expect((await town.inject('taoyuan', { method: 'GET', url })).statusCode).toBe(403);
  });
});
