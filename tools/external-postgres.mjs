// A throw-away cluster of the system's own PostgreSQL, for running the database tests on it as well.
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DEBIAN = '/usr/lib/postgresql';
const OLDEST = 15;
const PASSWORD = 'only-for-tests';

function binaries() {
  if (!existsSync(DEBIAN)) return null;
  const versions = readdirSync(DEBIAN)
    .map(Number)
    .filter((version) => version >= OLDEST && existsSync(join(DEBIAN, String(version), 'bin/initdb')))
    .sort((a, b) => a - b);
  return versions.length > 0
    ? { version: versions[0], folder: join(DEBIAN, String(versions[0]), 'bin') }
    : null;
}

function installed() {
  const found = binaries();
  const mayInstall = process.env.CI === 'true' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (found || !mayInstall) return found;
  console.log('安装 PostgreSQL（数据库测试用）…');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env });
  spawnSync('apt-get', ['install', '-y', '-qq', 'postgresql'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
  return binaries();
}

const freePort = () =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

function idOf(user, flag) {
  return Number(spawnSync('id', [flag, user], { encoding: 'utf8' }).stdout.trim());
}

/** Starts the cluster; null where the system has no PostgreSQL 15 or newer. */
export async function openExternalPostgres() {
  const found = installed();
  if (!found) return null;
  const folder = mkdtempSync(join(tmpdir(), 'qingshan-external-'));
  const root = process.getuid?.() === 0;
  const user = root ? { uid: idOf('postgres', '-u'), gid: idOf('postgres', '-g') } : {};
  chmodSync(folder, 0o755);
  if (root) chownSync(folder, user.uid, user.gid);
  const port = await freePort();
  const run = (program, args) =>
    spawnSync(join(found.folder, program), args, {
      ...user,
      cwd: '/',
      encoding: 'utf8',
      env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
    });
  const cluster = join(folder, 'cluster');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, PASSWORD);
  const made = run('initdb', [
    '-D',
    cluster,
    '-U',
    'postgres',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
  ]);
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const started = run('pg_ctl', [
    'start',
    '-w',
    '-D',
    cluster,
    '-l',
    join(folder, 'log'),
    '-o',
    `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c max_connections=200`,
  ]);
  if (started.status !== 0) throw new Error(`pg_ctl: ${started.stdout}${started.stderr}`);
  return {
    version: found.version,
    url: `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`,
    close: () => {
      run('pg_ctl', ['stop', '-m', 'fast', '-w', '-D', cluster]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
