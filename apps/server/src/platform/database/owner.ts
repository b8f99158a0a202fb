import { createHmac } from 'node:crypto';
import pg from 'pg';
import { StartRefusal } from '../refusal.ts';

/** Runs work on one connection of the tables' owner; only migrations, role set-up and catalogue tests use it. */
export async function asOwner<T>(ownerUrl: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

/** Creates the database of a built-in cluster when it is not there. */
export async function createDatabase(ownerUrl: string): Promise<void> {
  const url = new URL(ownerUrl);
  const name = url.pathname.slice(1);
  url.pathname = '/postgres';
  await asOwner(url.href, async (owner) => {
    const known = await owner.query('select 1 from pg_database where datname = $1', [name]);
    if (known.rowCount === 0) await owner.query(`create database ${pg.escapeIdentifier(name)}`);
  });
}

const CONNECT_SENTENCES: Record<string, string> = {
  ECONNREFUSED: '没有数据库在这个地址上应答',
  ENOTFOUND: '找不到这台数据库主机',
  EAI_AGAIN: '找不到这台数据库主机',
  ETIMEDOUT: '连接数据库超时',
  '28P01': '用户名或密码不对',
  '28000': '数据库拒绝了这个用户',
  '3D000': '没有这个名字的数据库',
};

/** Checks that a database can carry the product: reachable, PostgreSQL 15 or newer, UTF-8, Chinese trigrams. */
export async function checkDatabase(ownerUrl: string): Promise<void> {
  const named = ownerUrl.replace(/\/\/([^:@/]+):[^@]*@/, '//$1:****@');
  if (!URL.canParse(ownerUrl) || !/^postgres(ql)?:$/.test(new URL(ownerUrl).protocol))
    throw new StartRefusal('DATABASE_URL 写得不对，应像 postgres://用户:密码@主机:5432/数据库名');
  await asOwner(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ version: number; encoding: string }>(
      `select current_setting('server_version_num')::int as version, pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()`,
    );
    const found = rows[0];
    if (!found || found.version < 150_000)
      throw new StartRefusal(`数据库版本太旧，需要 PostgreSQL 15 或更新（${named}）`);
    if (found.encoding !== 'UTF8')
      throw new StartRefusal(
        `数据库编码是 ${found.encoding}，需要 UTF8：请用 create database … encoding 'UTF8' template template0 重新建库（${named}）`,
      );
    await owner.query('create extension if not exists pg_trgm');
    const trigrams = await owner.query<{ count: number }>(
      `select cardinality(show_trgm('青山绿水')) as count`,
    );
    if (!trigrams.rows[0]?.count)
      throw new StartRefusal(`数据库的区域设置认不出汉字：请用 locale 'C.UTF-8' 重新建库（${named}）`);
  }).catch((error: NodeJS.ErrnoException) => {
    if (error instanceof StartRefusal) throw error;
    const why = CONNECT_SENTENCES[error.code ?? ''] ?? error.message;
    throw new StartRefusal(`连不上数据库 ${named}：${why}。请检查 DATABASE_URL`);
  });
}

/** Password of the application's log-in: derived from the owner's, so that every process of one installation knows it. */
function applicationPassword(ownerUrl: string, role: string): string {
  const owner = new URL(ownerUrl);
  return createHmac('sha256', `${decodeURIComponent(owner.password)}|qingshan`)
    .update(role)
    .digest('hex');
}

/**
 * Makes the application's log-in role of this database (member of `qingshan_app`, owns nothing) and returns its URL.
 * Errors: a sentence when the owner may not create roles.
 */
export async function ensureApplicationRole(ownerUrl: string): Promise<string> {
  const url = new URL(ownerUrl);
  const role = `qs_${decodeURIComponent(url.pathname.slice(1))}`.slice(0, 63);
  const password = applicationPassword(ownerUrl, role);
  await asOwner(ownerUrl, async (owner) => {
    await owner.query('select pg_advisory_lock(990121001)');
    const name = pg.escapeIdentifier(role);
    const known = await owner.query('select 1 from pg_roles where rolname = $1', [role]);
    await owner.query(
      `${known.rowCount ? 'alter' : 'create'} role ${name} login nosuperuser nobypassrls password ${pg.escapeLiteral(password)}`,
    );
    await owner.query(`grant qingshan_app to ${name}`);
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === '42501')
      throw new StartRefusal('DATABASE_URL 的用户不能建立角色：请让数据库管理员授予 CREATEROLE');
    throw error;
  });
  url.username = role;
  url.password = password;
  return url.href;
}
