import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { asOwner } from './platform/database/owner.ts';
import { dropDatabase } from './testing/cluster.ts';
import {
  freePort,
  isAlive,
  killStarted,
  postmaster,
  removeData,
  start,
  stop,
} from './testing/started-server.ts';

const databasePid = async (): Promise<number> => Number((await postmaster(folder))[0]);

let folder: string;
let port: number;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qingshan-serve-'));
  port = await freePort();
});
afterEach(killStarted);
afterAll(() => removeData(folder));

describe('starting and stopping', { timeout: 120_000 }, () => {
  test('SIGTERM ends server and database cleanly', async () => {
    const server = start(folder, port);
    expect(await server.outcome).toBe('ready');
    const pid = await databasePid();
    server.process.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(isAlive(pid)).toBe(false);
  });

  test('after kill -9 of the server the next start takes over the running database', async () => {
    const killed = start(folder, port);
    expect(await killed.outcome).toBe('ready');
    const pid = await databasePid();
    killed.process.kill('SIGKILL');
    await killed.ended;
    expect(isAlive(pid)).toBe(true);
    const next = start(folder, port);
    expect(await next.outcome).toBe('ready');
    expect(await databasePid()).toBe(pid);
    await stop(next);
    expect(isAlive(pid)).toBe(false);
  });

  test('after kill -9 of server and database the next start works', async () => {
    const killed = start(folder, port);
    expect(await killed.outcome).toBe('ready');
    process.kill(await databasePid(), 'SIGKILL');
    killed.process.kill('SIGKILL');
    await killed.ended;
    const next = start(folder, port);
    expect(await next.outcome).toBe('ready');
    await stop(next);
  });

  test('told to end while it seeds, it stops at once with the database; the next start goes on without doubling', async () => {
    const demo = await mkdtemp(join(tmpdir(), 'qingshan-seeding-'));
    try {
      const first = start(demo, port, { QINGSHAN_DEMO: '1' });
      await first.said('写入演示县');
      const pid = Number((await postmaster(demo))[0]);
      const told = Date.now();
      first.process.kill('SIGINT');
      expect(await first.ended).toBe(0);
      expect(Date.now() - told).toBeLessThan(10_000);
      expect([isAlive(pid), first.output().includes('青山已就绪')]).toEqual([false, false]);

      const second = start(demo, port, { QINGSHAN_DEMO: '1' });
      await second.said('问题与办理 20%');
      second.process.kill('SIGTERM');
      expect(await second.ended).toBe(0);
      const third = start(demo, port, { QINGSHAN_DEMO: '1' });
      expect(await third.outcome).toBe('ready');
      expect(third.output()).toContain('继续写入演示县');
      const password = await readFile(join(demo, 'database-password'), 'utf8');
      const owner = `postgres://postgres:${password}@127.0.0.1:${(await postmaster(demo))[3]}/qingshan`;
      const [counts] = await asOwner(owner, async (client) => {
        const { rows } = await client.query(
          `select count(*)::int as issues, max(number_serial) filter (where number_year = (select max(number_year) from issues)) as last,
             (select count(*)::int from (select 1 from journal where kind in ('issue.raise', 'issue.handDown') group by subject_id having count(*) > 1) twice) as twice
           from issues`,
        );
        return rows;
      });
      expect([counts.issues > 100, counts.twice]).toEqual([true, 0]);
      await stop(third);
    } finally {
      await removeData(demo);
    }
  }, 240_000);

  test('a second start beside a running one is refused in one sentence, and the first goes on', async () => {
    const first = start(folder, port);
    expect(await first.outcome).toBe('ready');
    const second = start(folder, await freePort());
    expect(await second.outcome).toBe(1);
    expect(second.output()).toContain('已有一个青山正在运行');
    const sameplace = start(folder, port);
    expect(await sameplace.outcome).toBe(1);
    expect(sameplace.output()).toContain(`端口 ${port} 已被占用`);
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
    await stop(first);
  });

  test('a data folder of a newer version is refused', async () => {
    const server = start(folder, port);
    expect(await server.outcome).toBe('ready');
    const password = await readFile(join(folder, 'database-password'), 'utf8');
    const databasePort = (await postmaster(folder))[3];
    const owner = `postgres://postgres:${password}@127.0.0.1:${databasePort}/qingshan`;
    await asOwner(owner, (client) =>
      client.query(`insert into schema_migrations (name, checksum) values ('9999_future.sql', 'x')`),
    );
    await stop(server);
    const refused = start(folder, port);
    expect(await refused.outcome).toBe(1);
    expect(refused.output()).toContain('更新版本的青山');
  });
});

describe('what cannot start says so in one sentence', { timeout: 60_000 }, () => {
  async function refusalWith(env: Record<string, string>, data = folder): Promise<string> {
    const refused = start(data, port, env);
    expect(await refused.outcome).toBe(1);
    return refused.output().trim().split('\n').at(-1) ?? '';
  }

  test('a data folder that cannot be written', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    expect(await refusalWith({}, join(file, 'data'))).toContain('数据文件夹');
  });

  test('a wrong port, a database that does not answer, a DATABASE_URL that is none', async () => {
    expect(await refusalWith({ PORT: '99999' })).toContain('PORT=99999');
    expect(await refusalWith({ DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/none' })).toContain(
      '没有数据库在这个地址上应答',
    );
    expect(await refusalWith({ DATABASE_URL: 'not a url' })).toContain('DATABASE_URL 写得不对');
  });

  test('a database of the wrong encoding', async () => {
    const cluster = process.env.QINGSHAN_TEST_CLUSTER ?? '';
    const url = new URL(cluster);
    url.pathname = '/postgres';
    await asOwner(url.href, (owner) =>
      owner.query(`create database t_ascii encoding 'SQL_ASCII' locale 'C' template template0`),
    );
    url.pathname = '/t_ascii';
    expect(await refusalWith({ DATABASE_URL: url.href })).toContain('数据库编码是 SQL_ASCII');
    await dropDatabase(cluster, 't_ascii');
  });

  test('a database whose locale does not know Chinese', async () => {
    const cluster = process.env.QINGSHAN_TEST_CLUSTER ?? '';
    const url = new URL(cluster);
    url.pathname = '/postgres';
    await asOwner(url.href, (owner) =>
      owner.query(`create database t_clocale encoding 'UTF8' locale 'C' template template0`),
    );
    url.pathname = '/t_clocale';
    expect(await refusalWith({ DATABASE_URL: url.href })).toContain('认不出汉字');
    await dropDatabase(cluster, 't_clocale');
  });
});
