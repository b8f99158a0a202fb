import { afterAll, beforeAll, expect, test } from 'vitest';
import { asOwner } from '../../platform/database/owner.ts';
import { inReach, systemReach } from '../../platform/index.ts';
import { createAccount } from './index.ts';
import { type Browser, COUNTY, loginsOf, type Office, openOffice, PASSWORD } from './office.testing.ts';

let office: Office;
let admin: Browser;
const people = new Map<string, string>();
beforeAll(async () => {
  office = await openOffice();
  for (const [account, name, place] of [
    ['admin', '管理员', '990121000000'],
    ['township', '镇管理员', '990121101000'],
    ['wang', '王巡河', '990121101003'],
    ['chen', '陈书记', '990121102001'],
    ['sun', '孙护林', '990121101004'],
    ['zhou', '周组长', '990121101005'],
    ['wu', '吴站长', '990121101006'],
  ] as const)
    people.set(account, await office.hire(account, name, place));
  admin = office.browser();
  await admin.signIn('admin');
});
afterAll(() => office?.close());

const signedIn = async (account: string): Promise<Browser> => {
  const browser = office.browser();
  expect((await browser.signIn(account)).status).toBe(200);
  return browser;
};
const codeFor = async (uri: string) => {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return (await office.identity.auth.api.generateTOTP({ body: { secret: base32Text(secret) } })).code;
};
function base32Text(secret: string): string {
  const bits = [...secret.replace(/=+$/, '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const bytes = bits.match(/.{8}/g)?.map((eight) => Number.parseInt(eight, 2)) ?? [];
  return Buffer.from(bytes).toString();
}

test('disabling an account ends its sessions at the very next request; enabling lets it in again', async () => {
  const wang = await signedIn('wang');
  const row = await admin.ask('POST', `/accounts/${people.get('wang')}/disable`, { reason: '调离' });
  expect(row.body).toMatchObject({ account: 'wang', disabled: true });
  expect((await wang.ask('GET', '/me')).status).toBe(401);
  const refused = await office.browser().signIn('wang');
  expect(refused.body).toMatchObject({ code: 'not-allowed', title: '账号已停用，请联系管理员' });
  expect((await office.browser().signIn('wang', 'wrong-password-1')).code).toBe('wrong-credentials');
  expect((await admin.ask('POST', `/accounts/${people.get('wang')}/enable`)).body.disabled).toBe(false);
  await signedIn('wang');
  const own = await admin.ask('POST', `/accounts/${people.get('admin')}/disable`, { reason: '误操作' });
  expect(own.code).toBe('step-not-possible');
});

test('a new password from the administrator ends all sessions and lifts the lock', async () => {
  const sun = await signedIn('sun');
  for (let n = 0; n < 6; n++) await office.browser('10.0.1.1').signIn('sun', 'wrong-password-1');
  const listed = await admin.ask('GET', '/accounts?q=sun');
  expect(listed.body.items[0].lockedUntil).not.toBeNull();
  const path = `/accounts/${people.get('sun')}/password`;
  expect((await admin.ask('POST', path, { password: 'aaaaaaaaaaaa' })).code).toBe('invalid-input');
  const row = await admin.ask('POST', path, { password: 'forest-watch-7' });
  expect(row.body.lockedUntil).toBeNull();
  expect((await sun.ask('GET', '/me')).status).toBe(401);
  expect((await office.browser().signIn('sun')).code).toBe('wrong-credentials');
  expect((await office.browser().signIn('sun', 'forest-watch-7')).status).toBe(200);
});

test('changing one’s password ends the other sessions and keeps this one', async () => {
  const desk = await signedIn('zhou');
  const phone = await signedIn('zhou');
  const wrong = await desk.ask('POST', '/me/password', { current: 'not-it-at-all', next: 'new-river-2026' });
  expect(wrong.body).toMatchObject({ code: 'invalid-input', fields: { current: '密码不对' } });
  const weak = await desk.ask('POST', '/me/password', { current: PASSWORD, next: 'my-zhou-password' });
  expect(weak.body.fields).toHaveProperty('next');
  expect((await desk.ask('POST', '/me/password', { current: PASSWORD, next: 'new-river-2026' })).status).toBe(
    204,
  );
  expect((await desk.ask('GET', '/me')).status).toBe(200);
  expect((await phone.ask('GET', '/me')).status).toBe(401);
  expect((await office.browser().signIn('zhou')).code).toBe('wrong-credentials');
  expect((await office.browser().signIn('zhou', 'new-river-2026')).status).toBe(200);
});

test('lists one’s devices and signs out the others', async () => {
  const desk = await signedIn('chen');
  const phone = await signedIn('chen');
  const { items } = (await desk.ask('GET', '/me/sessions')).body;
  expect(items).toHaveLength(2);
  expect(items.filter((item: { current: boolean }) => item.current)).toHaveLength(1);
  expect(items[0]).toMatchObject({ address: '10.0.0.7', device: 'Firefox 140' });
  expect((await desk.ask('DELETE', '/me/sessions')).status).toBe(204);
  expect((await phone.ask('GET', '/me')).status).toBe(401);
  expect((await desk.ask('GET', '/me')).status).toBe(200);
});

test('a session ends twelve hours after its last use, and use moves its end', async () => {
  const desk = await signedIn('chen');
  const move = (hours: number) =>
    office.pool.query(
      `update auth_session set expires_at = now() + $1 * interval '1 hour' where expires_at = (select max(expires_at) from auth_session)`,
      [hours],
    );
  const hoursLeft = async () => {
    const { items } = (await desk.ask('GET', '/me/sessions')).body;
    const current = items.find((item: { current: boolean }) => item.current);
    return (Date.parse(current.expiresAt) - Date.now()) / 3_600_000;
  };
  expect(await hoursLeft()).toBeCloseTo(12, 1);
  await office.pool.query(`update auth_session set expires_at = now() + interval '2 hours'`);
  expect(await hoursLeft()).toBeCloseTo(12, 1);
  await move(-0.01);
  expect((await desk.ask('GET', '/me')).status).toBe(401);
});

test('two-factor: confirmed by a first code, asked at sign-in, backup codes count once, ends with the password', async () => {
  const desk = await signedIn('wu');
  expect((await desk.ask('POST', '/me/two-factor/confirm', { code: '123456' })).code).toBe(
    'step-not-possible',
  );
  expect((await desk.ask('POST', '/me/two-factor', { password: 'not-it-at-all' })).code).toBe(
    'invalid-input',
  );
  const { uri, backupCodes } = (await desk.ask('POST', '/me/two-factor', { password: PASSWORD })).body;
  expect(decodeURIComponent(uri)).toMatch(/^otpauth:\/\/totp\/青山:wu\?/);
  expect((await office.browser().signIn('wu')).status).toBe(200);
  const code = await codeFor(uri);
  const other = code === '000000' ? '000001' : '000000';
  expect((await desk.ask('POST', '/me/two-factor/confirm', { code: other })).code).toBe('invalid-input');
  expect((await desk.ask('POST', '/me/two-factor/confirm', { code })).status).toBe(204);
  expect((await desk.ask('GET', '/me')).body.twoFactorOn).toBe(true);

  const phone = office.browser();
  const needed = await phone.signIn('wu');
  expect(needed).toMatchObject({ status: 401, code: 'two-factor-needed', cookie: undefined });
  expect((await phone.signIn('wu', PASSWORD, other)).body.title).toContain('动态码不对');
  expect((await phone.signIn('wu', 'wrong-password-1', code)).code).toBe('wrong-credentials');
  expect((await phone.signIn('wu', PASSWORD, await codeFor(uri))).status).toBe(200);
  expect((await office.browser().signIn('wu', PASSWORD, backupCodes[0])).status).toBe(200);
  expect((await office.browser().signIn('wu', PASSWORD, backupCodes[0])).code).toBe('two-factor-needed');
  expect((await desk.ask('DELETE', '/me/two-factor', { password: PASSWORD })).status).toBe(204);
  expect((await office.browser().signIn('wu')).status).toBe(200);
});

test('wrong codes lock the account like wrong passwords; asking without a code does not forgive them', async () => {
  const id = await office.hire('lock2fa', '郑八');
  const desk = await signedIn('lock2fa');
  const { uri } = (await desk.ask('POST', '/me/two-factor', { password: PASSWORD })).body;
  await desk.ask('POST', '/me/two-factor/confirm', { code: await codeFor(uri) });
  const thief = office.browser('10.0.1.9');
  for (let n = 0; n < 5; n++) {
    expect((await thief.signIn('lock2fa', PASSWORD, '000000')).code).toBe('two-factor-needed');
    if (n < 4) expect((await thief.signIn('lock2fa')).code).toBe('two-factor-needed');
  }
  expect((await thief.signIn('lock2fa', PASSWORD, await codeFor(uri))).code).toBe('account-locked');
  expect(id).toMatch(/^990121-/);
});

test('accounts are opened for existing people inside one’s reach, once each, never with a weak password', async () => {
  const township = await signedIn('township');
  const body = { personId: people.get('wang'), account: 'wang2', password: 'strong-enough-9' };
  expect((await admin.ask('POST', '/accounts', body)).code).toBe('already-exists-with-other-content');
  expect((await admin.ask('POST', '/accounts', { ...body, account: 'WANG' })).status).toBe(200);
  const unknown = { ...body, personId: '990121-01920000-0000-7000-8000-000000000000' };
  expect((await admin.ask('POST', '/accounts', unknown)).code).toBe('not-found');
  expect((await admin.ask('POST', '/accounts', { ...body, password: 'short' })).code).toBe('invalid-input');
  const names = (await township.ask('GET', '/accounts?size=200')).body.items.map(
    (row: { account: string }) => row.account,
  );
  expect(names).toContain('wang');
  expect(names).not.toContain('chen');
  const outside = await township.ask('POST', `/accounts/${people.get('chen')}/disable`, { reason: '越界' });
  expect(outside.code).toBe('not-found');
  const chen = await signedIn('chen');
  expect((await chen.ask('GET', '/accounts')).code).toBe('not-allowed');
});

test('two openings of one account name at once: one account, the other is told', async () => {
  const ids = await Promise.all(['双胞胎', '同名'].map((name) => office.register(name)));
  const given = ids.map((personId) => ({
    countyCode: COUNTY,
    personId,
    account: 'same',
    password: PASSWORD,
  }));
  const outcomes = await Promise.allSettled(given.map((input) => createAccount(office.identity, input)));
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(refused.map((outcome) => outcome.reason.code)).toEqual(['already-exists-with-other-content']);
});

test('the administrator reads the log of sign-ins; the journal knows neither names nor addresses', async () => {
  const { items, total } = (await admin.ask('GET', '/logins?account=WU')).body;
  expect(total).toBeGreaterThan(5);
  expect(items[0]).toMatchObject({ account: 'wu', address: '10.0.0.7' });
  expect((await loginsOf(office)).length).toBeGreaterThan(20);
  const rows = await asOwner(office.ownerUrl, (owner) =>
    owner.query<{ kind: string; details: string }>(
      `select kind, details from journal where kind ~ '^(session|account)'`,
    ),
  );
  const text = JSON.stringify(rows.rows);
  expect(new Set(rows.rows.map((row) => row.kind))).toEqual(
    new Set([
      'account.create',
      'account.disable',
      'account.enable',
      'account.resetPassword',
      'account.changePassword',
      'account.twoFactorOn',
      'account.twoFactorOff',
      'session.start',
      'account.lock',
      'session.revoke',
    ]),
  );
  expect(text).not.toMatch(/10\.0\.|王|139000|wang/);
});

test.each([
  ['POST', '/sign-up/email', { email: 'a@b.example', password: PASSWORD, name: 'x', username: 'intruder' }],
  ['POST', '/sign-in/username', { username: 'wang', password: PASSWORD }],
  ['POST', '/sign-in/email', { email: 'wang@account.invalid', password: PASSWORD }],
  ['GET', '/get-session'],
  ['GET', '/list-sessions'],
  ['POST', '/update-user', { name: 'x' }],
  ['POST', '/change-password', { currentPassword: PASSWORD, newPassword: 'x' }],
  ['POST', '/two-factor/disable', { password: PASSWORD }],
  ['POST', '/is-username-available', { username: 'wang' }],
  ['GET', '/ok'],
  ['GET', '/callback/google'],
  ['GET', '/callback/oidc'],
] as const)('better-auth’s own %s %s is not reachable', async (method, path, body?) => {
  const chen = await signedIn('chen');
  expect((await chen.ask(method, `/auth${path}`, body)).status).toBe(404);
});

test('the application cannot change the log of sign-ins, and sees only its county', async () => {
  const { db, pool } = { db: office.app.db, pool: office.pool };
  await expect(pool.query(`delete from login_log`)).rejects.toThrow(/permission denied/);
  await expect(pool.query(`update login_log set account = 'x'`)).rejects.toThrow(/permission denied/);
  await expect(pool.query(`delete from people`)).rejects.toThrow(/permission denied/);
  await expect(pool.query(`delete from auth_user`)).rejects.toThrow(/permission denied/);
  expect((await pool.query('select 1 from people')).rowCount).toBe(0);
  expect(await loginsOf(office, '990122')).toHaveLength(0);
  await expect(
    inReach(db, systemReach('990122'), (tx) =>
      tx
        .insertInto('people' as never)
        .values({ county_code: COUNTY, id: 'x', name: 'x', place_code: 'x' } as never)
        .execute(),
    ),
  ).rejects.toThrow(/row-level security/);
});
