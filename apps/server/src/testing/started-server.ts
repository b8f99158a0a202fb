import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../main.ts');
const running = new Set<ChildProcess>();

export interface Started {
  readonly process: ChildProcess;
  readonly output: () => string;
  /** Resolves once this stands in the output. */
  said(words: string): Promise<void>;
  /** Ready, or ended before that with this code. */
  readonly outcome: Promise<'ready' | number | null>;
  readonly ended: Promise<number | null>;
}

/** `qingshan serve` (or another command) as a process of its own, without the demo unless asked for. */
export function start(
  folder: string,
  port: number,
  env: Record<string, string> = {},
  args: readonly string[] = ['serve'],
): Started {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: {
      ...process.env,
      DATABASE_URL: '',
      QINGSHAN_DATA: folder,
      PORT: String(port),
      QINGSHAN_DEMO: '0',
      LOG_LEVEL: 'fatal',
      ...env,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  running.add(child);
  let output = '';
  const waiting: [words: string, done: () => void][] = [];
  const collect = (part: Buffer) => {
    output += part.toString();
    for (const [words, done] of waiting) if (output.includes(words)) done();
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const said = (words: string) =>
    new Promise<void>((done) => {
      waiting.push([words, done]);
      if (output.includes(words)) done();
    });
  const ended = new Promise<number | null>((done) => child.on('close', (code) => done(code)));
  const ready = said('青山已就绪').then(() => 'ready' as const);
  return { process: child, output: () => output, said, outcome: Promise.race([ready, ended]), ended };
}

/** Kills what a failed test left running. */
export function killStarted(): void {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
}

export async function stop(started: Started): Promise<void> {
  started.process.kill('SIGTERM');
  await started.ended;
}

export async function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Alive and not merely waiting to be collected. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '';
  } catch {
    return false;
  }
}

const homeOf = async (folder: string): Promise<string> =>
  (await readFile(join(folder, 'database-location'), 'utf8').catch(() => folder)).trim();

/** Lines of postmaster.pid: in the data folder, or where root's database lies because its user cannot enter it. */
export async function postmaster(folder: string): Promise<string[]> {
  return (await readFile(join(await homeOf(folder), 'postgres/postmaster.pid'), 'utf8')).split('\n');
}

export async function removeData(folder: string): Promise<void> {
  await rm(await homeOf(folder), { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
}
