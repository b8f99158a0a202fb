import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loginsOf, type Office, openOffice } from './office.testing.ts';

/** The county's identity provider, as far as this product speaks with it. */
async function openProvider() {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...keys.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' };
  const token = (claims: object) => {
    const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');
    const signed = `${part({ alg: 'RS256', kid: 'k1' })}.${part(claims)}`;
    return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), keys.privateKey).toString('base64url')}`;
  };
  const next = { username: 'wang', sub: 'sub-wang', nonce: '' };
  const server: Server = createServer((request, response) => {
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const send = (body: unknown) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    if (request.url === '/.well-known/openid-configuration')
      return send({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/jwks`,
        id_token_signing_alg_values_supported: ['RS256'],
      });
    if (request.url === '/jwks') return send({ keys: [jwk] });
    const claims = { preferred_username: next.username, name: '统一认证名', sub: next.sub };
    if (request.url === '/userinfo') return send(claims);
    const iat = Math.floor(Date.now() / 1000);
    const idToken = token({
      ...claims,
      nonce: next.nonce,
      iss: issuer,
      aud: 'qingshan',
      iat,
      exp: iat + 300,
    });
    return send({ access_token: 'a', token_type: 'Bearer', expires_in: 300, id_token: idToken });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { issuer, next, close: () => server.close() };
}

let office: Office;
let provider: Awaited<ReturnType<typeof openProvider>>;
beforeAll(async () => {
  provider = await openProvider();
  const oidc = {
    id: 'oidc',
    name: '县统一认证',
    issuer: provider.issuer,
    clientId: 'qingshan',
    clientSecret: 's3cret',
  };
  office = await openOffice({ oidc, publicUrl: 'http://office.example:8080' });
  await office.hire('Wang', '王巡河');
});
afterAll(async () => {
  await office?.close();
  provider?.close();
});

const pairs = (set: string | string[] | undefined) =>
  [set ?? []].flat().map((line) => line.split(';')[0] ?? '');

/** The browser's whole way: to the provider and back. @returns where it ends, with its session cookie */
async function passThrough(username: string, sub = `sub-${username}`) {
  const started = await office.server.inject({ method: 'GET', url: '/api/sign-in/oidc' });
  expect(started.statusCode).toBe(302);
  const away = new URL(String(started.headers.location));
  expect(away.searchParams.get('redirect_uri')).toBe('http://office.example:8080/api/auth/callback/oidc');
  Object.assign(provider.next, { username, sub, nonce: away.searchParams.get('nonce') ?? '' });
  const back = await office.server.inject({
    method: 'GET',
    url: `/api/auth/callback/oidc?code=c&state=${away.searchParams.get('state')}`,
    headers: { cookie: pairs(started.headers['set-cookie']).join('; ') },
  });
  expect(back.statusCode).toBe(302);
  const cookie = pairs(back.headers['set-cookie']).find((pair) => /^qingshan\.session=./.test(pair));
  return { location: String(back.headers.location), cookie };
}

test('unified sign-in opens the existing account of that name', async () => {
  expect((await office.browser().ask('GET', '/sign-in-ways')).body.oidc).toEqual([
    { id: 'oidc', name: '县统一认证', startPath: '/api/sign-in/oidc' },
  ]);
  const { location, cookie } = await passThrough('wang');
  expect(location).toBe('/');
  const browser = office.browser();
  browser.cookie = cookie;
  expect((await browser.ask('GET', '/me')).body).toMatchObject({ account: 'Wang', name: '王巡河' });
  expect((await loginsOf(office)).at(-1)).toMatchObject({ account: 'Wang', outcome: 'ok' });
  expect((await passThrough('wang')).location).toBe('/');
});

test('whoever has no account is not registered', async () => {
  const { location, cookie } = await passThrough('stranger');
  expect(location).toContain('/login?refused=oidc');
  expect(cookie).toBeUndefined();
  const { rows } = await office.pool.query('select username from auth_user');
  expect(rows).toEqual([{ username: 'wang' }]);
});

test('a disabled account stays shut', async () => {
  await office.pool.query(`update auth_user set disabled = true`);
  const { location, cookie } = await passThrough('wang');
  expect(location).toContain('/login?refused=oidc');
  expect(cookie).toBeUndefined();
  await office.pool.query(`update auth_user set disabled = false`);
});

test('a made-up return is refused', async () => {
  const back = await office.server.inject({
    method: 'GET',
    url: '/api/auth/callback/oidc?code=c&state=made-up',
  });
  expect(back.headers.location).toContain('/login?refused=oidc');
  expect(
    (await office.server.inject({ method: 'GET', url: '/api/auth/callback/google?code=c' })).statusCode,
  ).toBe(404);
});

test('an unreachable provider stops neither the start nor sign-in by password', async () => {
  const oidc = {
    id: 'oidc',
    name: '县统一认证',
    issuer: 'http://127.0.0.1:1',
    clientId: 'q',
    clientSecret: 's',
  };
  const alone = await openOffice({ oidc });
  await alone.hire('wang', '王巡河');
  const started = await alone.server.inject({ method: 'GET', url: '/api/sign-in/oidc' });
  const byPassword = await alone.browser().signIn('wang');
  await alone.close();
  expect(started.headers.location).toContain('/login?refused=oidc');
  expect(byPassword.status).toBe(200);
});
