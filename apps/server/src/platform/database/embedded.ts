import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { StartRefusal } from '../refusal.ts';
import { type Binaries, canEnter, databaseUser, embeddedBinaries, type RunAs } from './embedded-binaries.ts';

const POSTGRES_VERSION = '18.4';

/** Small office machine with a solid-state disk: everything else is PostgreSQL's own default; fsync stays on. */
const SETTINGS = [
  'shared_buffers=96MB',
  'max_connections=80',
  'jit=off',
  // Many small questions at once rather than one large: a question keeps to its core.
  'max_parallel_workers_per_gather=0',
  'random_page_cost=1.1',
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'log_timezone=UTC',
  'logging_collector=off',
  'max_wal_size=1GB',
];

export interface EmbeddedDatabase {
  /** Connection of the owner, database `qingshan`. */
  readonly ownerUrl: string;
  /** An orphan of a killed server was taken over. */
  readonly adopted: boolean;
  stop(): Promise<void>;
}

/** Runs a program to its end as the given user; standard output and error together. */
function runProgram(
  program: string,
  args: readonly string[],
  user: RunAs | undefined,
): Promise<{ code: number; output: string }> {
  return new Promise((done, failed) => {
    // In a process group of its own: Ctrl-C reaches the server alone, which lets the program end and then stops.
    const child = spawn(program, args, {
      ...user,
      detached: process.platform !== 'win32',
      cwd: '/',
      env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (part: Buffer) => {
      output += part.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', failed);
    child.on('exit', (code) => done({ code: code ?? 1, output }));
  });
}

/** Where cluster and binaries live: in the data folder, or elsewhere when the database's user cannot enter it. */
async function placeFor(dataFolder: string): Promise<{ home: string; user: RunAs | undefined }> {
  const user = await databaseUser(join(dataFolder, 'postgres'));
  if (canEnter(dataFolder, user)) return { home: dataFolder, user };
  const mark = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16);
  const home = join('/var/lib/qingshan', mark);
  await mkdir(home, { recursive: true, mode: 0o755 });
  await writeFile(join(dataFolder, 'database-location'), `${home}\n`);
  return { home, user: await databaseUser(join(home, 'postgres')) };
}

async function readPassword(dataFolder: string): Promise<string> {
  const file = join(dataFolder, 'database-password');
  const known = await readFile(file, 'utf8').catch(() => null);
  if (known) return known.trim();
  const password = randomBytes(24).toString('hex');
  await writeFile(file, password, { mode: 0o600 });
  return password;
}

/** Makes the cluster in a folder beside and renames it: a power cut leaves nothing half-made. */
async function initialise(
  binaries: Binaries,
  home: string,
  cluster: string,
  password: string,
  user: RunAs | undefined,
): Promise<void> {
  const draft = join(home, 'postgres.new');
  const passwordFile = join(home, 'postgres.pw');
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user) {
    await chown(draft, user.uid, user.gid);
    await chown(passwordFile, user.uid, user.gid);
  }
  const made = await runProgram(
    binaries.initdb,
    [
      '-D',
      draft,
      '-U',
      'postgres',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
    ],
    user,
  );
  await rm(passwordFile, { force: true });
  if (made.code !== 0)
    throw new StartRefusal(`无法建立数据库（${home}）：${made.output.trim().split('\n').at(-1)}`);
  await rename(draft, cluster);
}

async function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.on('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/**
 * True when the process is a PostgreSQL server: its number may have gone to another program since, or it is dead and
 * only waits to be collected. Where the system does not tell, a living process counts.
 */
async function isPostmaster(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  if (process.platform !== 'linux') return true;
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).includes('postgres');
}

/** Port of a running database of this cluster, as postmaster.pid names it; a left-over file is removed. */
async function runningPort(cluster: string): Promise<number | null> {
  const file = join(cluster, 'postmaster.pid');
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  if (!lines[0]) return null;
  if (await isPostmaster(Number(lines[0]))) return Number(lines[3]);
  await rm(file, { force: true });
  return null;
}

const START_ATTEMPTS = 4;
const ATTEMPT_PAUSE_MS = 700;

/** Starts the cluster; after a kill its last backends may still be leaving, so it is tried a few times. */
async function startCluster(
  binaries: Binaries,
  home: string,
  cluster: string,
  user: RunAs | undefined,
): Promise<number> {
  const logFile = join(home, 'postgres.log');
  await writeFile(logFile, '', { flag: 'a' });
  if (user) await chown(logFile, user.uid, user.gid);
  for (let attempt = 1; attempt <= START_ATTEMPTS; attempt += 1) {
    const port = await freePort();
    const settings = [`port=${port}`, ...SETTINGS]
      .map((setting) => `-c ${setting.endsWith('=') ? `${setting}''` : setting}`)
      .join(' ');
    const args = ['start', '-w', '-t', '60', '-D', cluster, '-l', logFile, '-o', settings];
    if ((await runProgram(binaries.pgCtl, args, user)).code === 0) return port;
    await new Promise((again) => setTimeout(again, ATTEMPT_PAUSE_MS));
  }
  const tail = (await readFile(logFile, 'utf8')).trim().split('\n').at(-1) ?? '';
  throw new StartRefusal(`数据库没有启动成功：${tail}（日志：${logFile}）`);
}

async function checkVersion(cluster: string): Promise<void> {
  const version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  const ours = POSTGRES_VERSION.split('.')[0];
  if (version !== ours)
    throw new StartRefusal(
      `数据文件夹 ${cluster} 是 PostgreSQL ${version} 的，本程序带的是 ${ours}：请换用相应版本的青山`,
    );
}

/**
 * Opens the built-in PostgreSQL of a data folder: makes it when it is not there, takes over one that a killed server
 * left running, starts it otherwise. As root it runs as another user, in a folder that this user can enter.
 */
export async function openEmbedded(dataFolder: string): Promise<EmbeddedDatabase> {
  const { home, user } = await placeFor(dataFolder);
  const cluster = join(home, 'postgres');
  const binaries = await embeddedBinaries(user, POSTGRES_VERSION);
  const password = await readPassword(dataFolder);
  if (!(await stat(join(cluster, 'PG_VERSION')).catch(() => null)))
    await initialise(binaries, home, cluster, password, user);
  await checkVersion(cluster);
  await chmod(cluster, 0o700);
  const found = await runningPort(cluster);
  const port = found ?? (await startCluster(binaries, home, cluster, user));
  return {
    ownerUrl: `postgres://postgres:${password}@127.0.0.1:${port}/qingshan`,
    adopted: found !== null,
    stop: async () => {
      await runProgram(binaries.pgCtl, ['stop', '-m', 'fast', '-w', '-D', cluster], user);
    },
  };
}
