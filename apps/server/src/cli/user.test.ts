import { Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openIdentity } from '../modules/identity/index.ts';
import { openTestApp, type TestApp } from '../testing/database.ts';
import { run } from './user.ts';

let opened: TestApp;
const before = { ...process.env };
beforeAll(async () => {
  opened = await openTestApp();
  process.env.DATABASE_URL = opened.ownerUrl;
  process.env.QINGSHAN_DATA = opened.app.config.dataFolder;
});
afterAll(async () => {
  process.env = before;
  await opened?.close();
});

/** Runs the command as typed, with a password on standard input. @returns what it prints, or its refusal */
async function user(command: string, password = 'hill-and-river-26'): Promise<string> {
  let printed = '';
  const sink = new Writable({
    write: (part, _encoding, done) => {
      printed += String(part);
      done();
    },
  });
  const io = { stdin: Readable.from([`${password}\n`]), stdout: sink, stderr: sink };
  await run(command.split(' '), io).catch((error: Error) => {
    printed += error.message;
  });
  return printed.trim();
}

const accounts = async () =>
  (await opened.pool.query('select username, disabled, credentials_version as version from auth_user')).rows;

test('opens an account from the command line, once', async () => {
  const add = 'add --county 990121 --account admin --name 张三 --password-stdin';
  expect(await user(add)).toBe('已开通账号 admin；请管理员为他安排岗位');
  expect(await user(add)).toContain('账号 admin 已有，密码没有改');
  expect(await accounts()).toHaveLength(1);
  const identity = await openIdentity(opened.app, opened.pool);
  const body = { username: 'admin', password: 'hill-and-river-26' };
  expect(await identity.auth.api.signInUsername({ body })).toHaveProperty('token');
});

test('disables, enables, and gives a new password', async () => {
  expect(await user('disable --account ADMIN --reason 调离')).toContain('已停用账号');
  expect(await accounts()).toMatchObject([{ username: 'admin', disabled: true }]);
  expect((await opened.pool.query('select 1 from auth_session')).rowCount).toBe(0);
  expect(await user('enable --account admin')).toBe('已恢复账号 admin');
  expect(await user('passwd --account admin --password-stdin', 'other-river-2026')).toContain('已重设');
  expect(await accounts()).toMatchObject([{ disabled: false }]);
});

test.each([
  ['add --county 99 --account a1 --name 李', '县代码 99 不对'],
  ['add --county 990121 --account a1 --name 李 --place 110101001000', '地点代码 110101001000 不对'],
  ['add --county 990121 --account a1', '缺少 --name'],
  ['add --county 990121 --account a1 --name 李', '--password-stdin'],
  ['add --county 990121 --account a1 --name 李 --colour red', '参数不对'],
  ['disable --account nobody --reason 调离', '没有账号“nobody”'],
  ['rename', 'npx qingshan user add'],
])('user %s: one clear sentence', async (command, sentence) => {
  expect(await user(command)).toContain(sentence);
});

test('no weak passwords from the command line either', async () => {
  const add = 'add --county 990121 --account a1 --name 李 --password-stdin';
  expect(await user(add, 'short')).toContain('密码应为 10 到 128 位');
  expect(await user(add, 'aaaaaaaaaaaaaa')).toContain('密码');
  expect(await accounts()).toHaveLength(1);
});
