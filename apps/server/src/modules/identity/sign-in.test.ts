import { afterAll, beforeAll, expect, test } from 'vitest';
import { inReach, systemReach } from '../../platform/index.ts';
import { loginsOf, type Office, openOffice, PASSWORD } from './office.testing.ts';
import type { IdentityTables } from './tables.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await office.hire('admin', '管理员');
  for (const [account, name] of [
    ['wang', '王巡河'],
    ['Li-4', '李四'],
    ['张三', '张三'],
  ] as const)
    await office.hire(account, name);
});
afterAll(() => office?.close());

test('signs in, says who it is, and signs out', async () => {
  const wang = office.browser();
  expect((await wang.ask('GET', '/me')).code).toBe('not-signed-in');
  const signedIn = await wang.signIn('wang');
  expect(signedIn.status).toBe(200);
  expect(signedIn.body).toMatchObject({
    account: 'wang',
    name: '王巡河',
    countyCode: '990121',
    twoFactorOn: false,
  });
  expect((await wang.ask('GET', '/me')).body.account).toBe('wang');
  const kept = wang.cookie;
  expect((await wang.ask('DELETE', '/session')).status).toBe(204);
  expect(wang.cookie).toBeUndefined();
  wang.cookie = kept;
  expect((await wang.ask('GET', '/me')).status).toBe(401);
});

test('the cookie is out of reach of scripts and other sites; Secure behind HTTPS', async () => {
  const plain = (await office.browser().signIn('wang')).cookie ?? '';
  expect(plain).toMatch(/; HttpOnly/);
  expect(plain).toMatch(/; SameSite=Lax/);
  expect(plain).toMatch(/; Path=\//);
  expect(plain).not.toMatch(/Secure/);
  const behind = await openOffice({ publicUrl: 'https://qingshan.example' });
  await behind.hire('wang', '王巡河');
  const secure = (await behind.browser().signIn('wang')).cookie;
  await behind.close();
  expect(secure).toMatch(/; Secure/);
});

test('behind a trusted proxy that speaks HTTPS the cookie is Secure, from others the header counts nothing', async () => {
  const behind = await openOffice({ trustedProxy: '10.0.0.1' });
  await behind.hire('wang', '王巡河');
  const from = async (remoteAddress: string) =>
    String(
      (
        await behind.server.inject({
          method: 'POST',
          url: '/api/session',
          remoteAddress,
          headers: { 'x-forwarded-proto': 'https', 'x-forwarded-for': '10.9.9.9' },
          payload: { account: 'wang', password: PASSWORD },
        })
      ).headers['set-cookie'],
    );
  expect(await from('10.0.0.1')).toMatch(/; Secure/);
  expect(await from('10.0.0.2')).not.toMatch(/; Secure/);
  const rows = await loginsOf(behind);
  await behind.close();
  expect(rows.map((row) => row.address).sort()).toEqual(['10.0.0.2', '10.9.9.9']);
});

test('a sign-in under way does not survive a new password', async () => {
  await office.hire('slow', '慢手');
  const { pool, identity } = office;
  const context = await identity.auth.$context;
  const { verify } = context.password;
  context.password.verify = async (given) => {
    const right = await verify(given);
    await pool.query(
      `update auth_user set credentials_version = credentials_version + 1 where username = 'slow'`,
    );
    return right;
  };
  const answer = await office.browser().signIn('slow');
  context.password.verify = verify;
  expect(answer).toMatchObject({ code: 'wrong-credentials', cookie: undefined });
  const { rowCount } = await pool.query(
    `select 1 from auth_session s join auth_user u on u.id = s.user_id where u.username = 'slow'`,
  );
  expect(rowCount).toBe(0);
});

test('account names ignore case, width and blanks around; Chinese names work', async () => {
  expect((await office.browser().signIn('  ＬＩ-4 ')).body).toMatchObject({ account: 'Li-4' });
  expect((await office.browser().signIn('张三')).body.name).toBe('张三');
});

test('an unknown account answers like a wrong password, in words and in time', async () => {
  const seconds = async (account: string) => {
    const from = performance.now();
    const answer = await office.browser('10.0.0.9').signIn(account, 'wrong-password-1');
    return { took: performance.now() - from, title: answer.body.title, code: answer.code };
  };
  await seconds('warm-up');
  const wrong = await seconds('wang');
  const unknown = await seconds('nobody');
  expect(unknown.title).toBe(wrong.title);
  expect(unknown.code).toBe('wrong-credentials');
  expect(wrong.title).toBe('账号或密码不对，还可再试 4 次');
  expect(unknown.took).toBeGreaterThan(wrong.took / 3);
  expect((await loginsOf(office, '000000')).every((row) => !row.account.includes('nobody'))).toBe(true);
});

test.each([['Li-4'], ['no-such-account']])(
  'after five wrong passwords %s is locked for fifteen minutes',
  async (account) => {
    const browser = office.browser('10.0.0.11');
    for (let left = 4; left >= 0; left--)
      expect((await browser.signIn(account, 'wrong-password-1')).code).toBe('wrong-credentials');
    const locked = await browser.signIn(account);
    expect(locked.status).toBe(429);
    expect(locked.code).toBe('account-locked');
    expect(locked.body.title).toContain('15 分钟');
    office.clock.advance(14 / 60);
    expect((await browser.signIn(account)).body.title).toContain('请 1 分钟后再试');
    office.clock.advance(1 / 60);
    expect((await browser.signIn(account)).code).toBe(account === 'Li-4' ? undefined : 'wrong-credentials');
  },
);

test('many wrong passwords at once do not pass the limit together', async () => {
  await office.hire('zhao', '赵六');
  const browser = office.browser('10.0.0.12');
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => browser.signIn('zhao', 'wrong-password-1')),
  );
  expect(answers.filter((answer) => answer.code === 'wrong-credentials')).toHaveLength(5);
  expect(answers.filter((answer) => answer.code === 'account-locked')).toHaveLength(7);
});

test('one address trying many accounts is shut out, others are not', async () => {
  const browser = office.browser('10.0.0.13');
  await browser.signIn('guess-1', 'wrong-password-1');
  await inReach(office.app.db, systemReach('000000'), (tx) =>
    tx
      .withTables<IdentityTables>()
      .updateTable('sign_in_locks')
      .set({ attempts: Array(49).fill(office.clock.now()) })
      .where('subject', 'like', 'address:%')
      .execute(),
  );
  expect((await browser.signIn('guess-2', 'wrong-password-1')).code).toBe('wrong-credentials');
  expect((await browser.signIn('wang')).code).toBe('too-many-requests');
  expect((await office.browser('10.0.0.14').signIn('wang')).status).toBe(200);
  office.clock.advance(1);
});

test('a second sign-in in the same browser ends the first session', async () => {
  const browser = office.browser();
  await browser.signIn('wang');
  const first = browser.cookie;
  await browser.signIn('wang');
  expect(browser.cookie).not.toBe(first);
  expect((await browser.ask('GET', '/me')).status).toBe(200);
  browser.cookie = first;
  expect((await browser.ask('GET', '/me')).status).toBe(401);
});

test('a wrong password does not end the session one has', async () => {
  const browser = office.browser();
  await browser.signIn('wang');
  await browser.signIn('wang', 'wrong-password-1');
  expect((await browser.ask('GET', '/me')).status).toBe(200);
});

test('a forged, cut or foreign cookie is no session', async () => {
  const browser = office.browser();
  await browser.signIn('wang');
  const real = browser.cookie ?? '';
  for (const forged of [
    real.slice(0, -4),
    real.split('.').slice(0, 2).join('.'),
    'qingshan.session=',
    'qingshan.session=a.b',
  ]) {
    browser.cookie = forged;
    expect((await browser.ask('GET', '/me')).status).toBe(401);
  }
});

test('bounded input: a password of 10,000 characters, a long account, odd types', async () => {
  const browser = office.browser();
  expect((await browser.signIn('wang', 'x'.repeat(10_000))).code).toBe('invalid-input');
  expect((await browser.signIn('x'.repeat(61))).code).toBe('invalid-input');
  expect((await browser.ask('POST', '/session', { account: ['wang'], password: {} })).code).toBe(
    'invalid-input',
  );
  expect((await browser.signIn("wang' or 1=1 --", PASSWORD)).code).toBe('wrong-credentials');
  expect((await browser.signIn('wang\u0000x', PASSWORD)).code).toBe('invalid-input');
});

test('the log of sign-ins tells account, outcome, address and device', async () => {
  await office.hire('qian', '钱七');
  const browser = office.browser('10.0.0.21');
  await browser.signIn('qian', 'wrong-password-1');
  office.clock.advance(1);
  await browser.signIn('qian');
  office.clock.advance(1);
  await browser.ask('DELETE', '/session');
  const rows = (await loginsOf(office)).filter((row) => row.account === 'qian');
  expect(rows.map((row) => row.outcome)).toEqual(['wrong', 'ok', 'signed-out']);
  expect(rows[0]).toMatchObject({ address: '10.0.0.21', device: 'Firefox 140' });
});
