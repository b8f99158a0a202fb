import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Worker } from 'node:worker_threads';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type ImportMap, importIssues } from '../../apps/server/src/modules/issues/index.ts';
import openCluster from '../../apps/server/src/testing/cluster.ts';
import {
  COUNTY,
  GAOSHAN,
  LIUWAN,
  openTown,
  PASSWORD,
  TAOYUAN,
  type Town,
  townsmanKeys,
} from '../../apps/server/src/testing/townspeople.ts';

export const title = 'ledger: 100,000 problems, 200 users at 100 requests a second';

const ROWS = 100_000;
const SECONDS = 30;
const RATE = 100;
const USERS = 200;
const PLACES = [LIUWAN, TAOYUAN, GAOSHAN];

const map: ImportMap = {
  county: COUNTY,
  divisions: [],
  timeZone: 'Asia/Shanghai',
  timeFormat: 'yyyy-MM-dd HH:mm:ss',
  source: 'village',
  columns: {
    key: 'key',
    openedAt: 'opened',
    targetAt: 'target',
    closedAt: 'closed',
    status: 'status',
    title: 'title',
    kind: 'kind',
    place: 'place',
  },
  closedStatus: ['closed'],
  openStatus: ['open'],
  kinds: { rubbish: 'rubbish', river: 'river_dumping', noise: 'noise', straw: 'straw_burning' },
  places: Object.fromEntries(PLACES.map((code) => [code, code])),
  defaultPlace: LIUWAN,
};

/** Rows over two years, nine in ten closed. */
function csvLine(index: number): string {
  const opened = new Date(Date.UTC(2024, 5, 1) + index * 600_000)
    .toISOString()
    .slice(0, 19)
    .replace('T', ' ');
  const closed =
    index % 10 === 0
      ? ''
      : new Date(Date.UTC(2024, 5, 1) + index * 600_000 + 86_400_000)
          .toISOString()
          .slice(0, 19)
          .replace('T', ' ');
  const target = new Date(Date.UTC(2024, 5, 4) + index * 600_000)
    .toISOString()
    .slice(0, 19)
    .replace('T', ' ');
  return `k${index},${opened},${target},${closed},${closed ? 'closed' : 'open'},第${index}处河岸垃圾,${['rubbish', 'river', 'noise', 'straw'][index % 4]},${PLACES[index % 3]}`;
}

/** Rows a second of plain COPY of the same text into an unindexed table: what this machine can do at best. */
async function copyRate(url: string, lines: readonly string[]): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    'create temp table raw (key text, opened text, target text, closed text, status text, title text, kind text, place text)',
  );
  const began = performance.now();
  await pipeline(
    Readable.from(lines.map((line) => `${line}\n`)),
    client.query(copyFrom('copy raw from stdin (format csv)')),
  );
  const seconds = (performance.now() - began) / 1000;
  await client.end();
  return lines.length / seconds;
}

async function cookies(town: Town): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const key of townsmanKeys) {
    const answer = await town.server.inject({
      method: 'POST',
      url: '/api/session',
      payload: { account: key, password: PASSWORD },
    });
    found[key] = answer.cookies.map((each) => `${each.name}=${each.value}`).join('; ');
  }
  return found;
}

function load(base: string, sessions: Record<string, string>): Promise<Record<string, number[]>> {
  return new Promise((done, failed) => {
    const worker = new Worker(join(import.meta.dirname, 'ledger/load.ts'), {
      execArgv: [],
      workerData: {
        base,
        sessions,
        seconds: SECONDS,
        rate: RATE,
        users: USERS,
        county: COUNTY,
        place: `${LIUWAN}W01`,
      },
    });
    worker.on('message', done);
    worker.on('error', failed);
  });
}

const at = (sorted: readonly number[], share: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);

export async function run(print: (line: string) => void): Promise<void> {
  const closeCluster = await openCluster();
  const town = await openTown({ checkAnswers: false });
  town.clock.moveTo(new Date().toISOString());
  try {
    const lines = Array.from({ length: ROWS }, (_, index) => csvLine(index));
    const raw = await copyRate(town.ownerUrl, lines);
    const path = join(town.app.filesFolder, 'bench.csv');
    await writeFile(path, ['key,opened,target,closed,status,title,kind,place', ...lines].join('\n'));
    const began = performance.now();
    const report = await importIssues(town.app, path, map, `${path}.rejects`, () => undefined);
    const rate = report.added / ((performance.now() - began) / 1000);
    print(
      `import: ${report.added} rows, ${rate.toFixed(0)} rows/s; raw COPY ${raw.toFixed(0)} rows/s; ratio 1 : ${(raw / rate).toFixed(0)}`,
    );
    await town.server.listen({ host: '127.0.0.1', port: 0 });
    const address = town.server.server.address();
    const base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    const measured = await load(base, await cookies(town));
    const { failed = [], settled = [], ...kinds } = measured;
    const all = Object.values(kinds)
      .flat()
      .sort((a, b) => a - b);
    print(
      `load: ${all.length} requests in ${SECONDS} s (${(all.length / SECONDS).toFixed(0)}/s, ${USERS} users), p50 ${at(all, 0.5)} ms, p99 ${at(all, 0.99)} ms, refused or failed ${failed.length}`,
    );
    const later = settled.toSorted((a, b) => a - b);
    print(`  after the first 5 s: p50 ${at(later, 0.5)} ms, p99 ${at(later, 0.99)} ms`);
    for (const [kind, times] of Object.entries(kinds)) {
      const sorted = times.toSorted((a, b) => a - b);
      print(
        `  ${kind.padEnd(8)} ${String(sorted.length).padStart(5)}  p50 ${at(sorted, 0.5)} ms  p99 ${at(sorted, 0.99)} ms`,
      );
    }
  } finally {
    await town.close();
    await closeCluster();
  }
}
