import { parseArgs } from 'node:util';
import { countyCode, placeCode } from '@qingshan/contract';
import type { Identity } from '../modules/identity/index.ts';
import { type App, dayOf, inReach, Refusal, StartRefusal, systemReach } from '../platform/index.ts';
import { readNewPassword } from './password-prompt.ts';
import type { CommandIo } from './terminal.ts';
import { withApp } from './with-app.ts';

export const summary = '开通、停用账号，重设密码';
export const help = `npx qingshan user add --county 县代码 --account 账号 --name 姓名 [--place 地点代码] [--admin] [--password-stdin]
npx qingshan user passwd --account 账号 [--drop-two-factor] [--password-stdin]
npx qingshan user disable --account 账号 --reason 理由
npx qingshan user enable --account 账号

密码在终端里问，不显示；--password-stdin 时取标准输入的第一行。
--admin 让这个人担任县系统管理员；其他岗位由管理员在“岗位”里安排，没有岗位的账号什么也看不到。
--drop-two-factor 同时关闭两步验证，用于手机和备用码都丢失的人。
停用账号和重设密码会立即退出该账号的所有登录。
例：npx qingshan user add --county 990121 --account admin --name 张三 --admin`;

const options = {
  county: { type: 'string' },
  account: { type: 'string' },
  name: { type: 'string' },
  place: { type: 'string' },
  reason: { type: 'string' },
  admin: { type: 'boolean', default: false },
  'drop-two-factor': { type: 'boolean', default: false },
  'password-stdin': { type: 'boolean', default: false },
} as const;

function readOptions(args: string[]) {
  try {
    return parseArgs({ args, options, strict: true }).values;
  } catch (error) {
    throw new StartRefusal(`参数不对（${(error as Error).message}）。说明见：npx qingshan user --help`);
  }
}
type Options = ReturnType<typeof readOptions>;

function required(given: Options, name: 'county' | 'account' | 'name' | 'reason', what: string): string {
  const text = given[name]?.trim();
  if (text && text.length <= 60) return text;
  throw new StartRefusal(
    `${text ? `${what}太长，最多 60 字` : `缺少 --${name}（${what}）`}。说明见：npx qingshan user --help`,
  );
}

function readPlace(given: Options): { county: string; place: string } {
  const county = required(given, 'county', '县代码');
  if (!countyCode.safeParse(county).success)
    throw new StartRefusal(`县代码 ${county} 不对，应为 6 位数字，例如 990121`);
  const place = given.place ?? `${county}000000`;
  if (!placeCode.safeParse(place).success || !place.startsWith(county))
    throw new StartRefusal(`地点代码 ${place} 不对，应为 12 位且在县 ${county} 内，例如 ${county}101000`);
  return { county, place };
}

async function grantAdministration(app: App, county: string, personId: string): Promise<void> {
  const { grantFirstAdministrator } = await import('../modules/responsibility/index.ts');
  await inReach(app.db, systemReach(county), (tx) =>
    grantFirstAdministrator(tx, { countyCode: county, personId, on: dayOf(app.clock.now()) }),
  ).catch((error: unknown) => {
    if (!(error instanceof Refusal) || error.code !== 'unknown-place') throw error;
    throw new StartRefusal(
      `账号已开通，但还不是县系统管理员，因为县 ${county} 的区划还没有导入：请先运行 npx qingshan import divisions --under ${county}，再运行一次这条命令`,
    );
  });
}

/** Loaded when needed: the list of commands shall not wait for it. */
const identityModule = () => import('../modules/identity/index.ts');

type Work = (identity: Identity, io: CommandIo) => Promise<string>;

async function add(given: Options, io: CommandIo): Promise<Work> {
  const { county, place } = readPlace(given);
  const account = required(given, 'account', '账号');
  const name = required(given, 'name', '姓名');
  const password = await readNewPassword(io, given['password-stdin']);
  return async (identity) => {
    const user = { countyCode: county, account, name, placeCode: place, password };
    const { addUser } = await identityModule();
    const { personId, outcome } = await addUser(identity, user);
    if (given.admin) await grantAdministration(identity.app, county, personId);
    const opened = outcome === 'added' ? `已开通账号 ${account}` : `账号 ${account} 已有，密码没有改`;
    return given.admin ? `${opened}，担任县系统管理员` : `${opened}；请管理员为他安排岗位`;
  };
}

async function passwd(given: Options, io: CommandIo): Promise<Work> {
  const account = required(given, 'account', '账号');
  const password = await readNewPassword(io, given['password-stdin']);
  return async (identity) => {
    const { replaceUserPassword } = await identityModule();
    await replaceUserPassword(identity, account, password, given['drop-two-factor']);
    return `已重设账号 ${account} 的密码${given['drop-two-factor'] ? '，并关闭两步验证' : ''}；原有登录已全部退出`;
  };
}

async function disable(given: Options): Promise<Work> {
  const account = required(given, 'account', '账号');
  const reason = required(given, 'reason', '理由');
  return async (identity) => {
    const { disableUser } = await identityModule();
    await disableUser(identity, account, reason);
    return `已停用账号 ${account}，登录已全部退出`;
  };
}

async function enable(given: Options): Promise<Work> {
  const account = required(given, 'account', '账号');
  return async (identity) => {
    const { enableUser } = await identityModule();
    await enableUser(identity, account);
    return `已恢复账号 ${account}`;
  };
}

const verbs: Record<string, (given: Options, io: CommandIo) => Promise<Work>> = {
  add,
  passwd,
  disable,
  enable,
};

export async function run(args: string[], io: CommandIo): Promise<number> {
  const [verb, ...rest] = args;
  const prepare = verb && Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (!prepare) {
    io.stderr.write(`${help}\n`);
    return 1;
  }
  const work = await prepare(readOptions(rest), io);
  const { openIdentity } = await identityModule();
  return withApp(async ({ app, pool }) => {
    io.stdout.write(`${await work(await openIdentity(app, pool), io)}\n`);
    return 0;
  });
}
