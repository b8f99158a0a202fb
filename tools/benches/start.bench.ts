import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const title =
  'start: first start with the demo, second start, idle memory, JavaScript before first use';

const MAIN = join(import.meta.dirname, '../../apps/server/src/main.ts');
const IDLE_MS = 20_000;

function launch(folder: string, port: number) {
  const began = performance.now();
  const child = spawn(process.execPath, [MAIN, 'serve'], {
    env: { ...process.env, QINGSHAN_DATA: folder, PORT: String(port), LOG_LEVEL: 'fatal' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const parts: string[] = [];
  const ready = new Promise<number>((done, failed) => {
    child.stdout.on('data', (part: Buffer) => {
      for (const line of part
        .toString()
        .split('\n')
        .filter((each) => each.includes('秒')))
        parts.push(line.trim());
      if (part.toString().includes('青山已就绪')) done((performance.now() - began) / 1000);
    });
    child.on('exit', () => failed(new Error('the server ended')));
  });
  const stop = () => new Promise((done) => child.on('exit', done) && child.kill('SIGTERM'));
  return { child, ready, parts, stop };
}

/** Proportional set size of a process and its descendants (Linux), MB; null elsewhere. */
function memoryMb(pids: readonly number[]): number {
  const kb = pids.map((pid) =>
    Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0),
  );
  return kb.reduce((sum, each) => sum + each, 0) / 1024;
}

function databasePids(folder: string): number[] {
  const found: number[] = [];
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      const parent = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
      if (commandLine.includes(join(folder, 'postgres')) || found.includes(parent)) found.push(Number(pid));
    } catch {
      // A process that ended between the listing and the reading.
    }
  }
  return found;
}

export async function run(print: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'qingshan-bench-'));
  chmodSync(folder, 0o755);
  const port = 18_000 + Math.floor(Math.random() * 1000);
  try {
    const first = launch(folder, port);
    print(
      `first start to ready (database, tables, demo): ${(await first.ready).toFixed(1)} s; ${first.parts.join('; ')}`,
    );
    await first.stop();
    const second = launch(folder, port);
    print(`second start to ready: ${(await second.ready).toFixed(1)} s`);
    if (process.platform === 'linux' && second.child.pid) {
      await new Promise((idle) => setTimeout(idle, IDLE_MS));
      const server = memoryMb([second.child.pid]);
      const database = memoryMb(databasePids(folder));
      print(
        `idle memory (PSS): server ${server.toFixed(0)} MB + database ${database.toFixed(0)} MB = ${(server + database).toFixed(0)} MB`,
      );
    }
    await second.stop();
    print(
      execFileSync(process.execPath, [join(import.meta.dirname, '../../apps/web/size.mjs')], {
        encoding: 'utf8',
      }).trimEnd(),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
