// Worker: requests at a steady rate, each timed from the moment it was due (a slow server cannot slow the clock).
import { parentPort, workerData } from 'node:worker_threads';
import { newId } from '../../../packages/contract/src/index.ts';

const { base, sessions, seconds, rate, users, county, place } = workerData as {
  base: string;
  sessions: Record<string, string>;
  seconds: number;
  rate: number;
  users: number;
  county: string;
  place: string;
};
const WATCHERS = ['office', 'secretary', 'zoneHead', 'inspector', 'mayor', 'keeper'];
const LISTS = [
  'state=open&sort=due',
  'overdue=true',
  'kind=water',
  'state=closed&page=3',
  'mine=todo',
  'q=河岸',
  'place=990121101203',
];

/** A server just started compiles and plans its first answers: from here on it is told apart as well. */
const SETTLED_MS = 5000;
const began = performance.now();
const times: Record<string, number[]> = { list: [], detail: [], raise: [], act: [], failed: [], settled: [] };
/** Problems seen in a list, with the one who saw them: their page is asked for by the same person. */
const known: { id: string; who: string }[] = [];
const fresh: string[] = [];

async function ask(
  kind: string,
  who: string,
  path: string,
  due: number,
  body?: unknown,
): Promise<Response | null> {
  const answer = await fetch(`${base}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { cookie: sessions[who] ?? '', ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  }).catch(() => null);
  const text = await answer?.text();
  const took = performance.now() - due;
  (answer?.ok ? times[kind] : times.failed)?.push(took);
  if (due - began > SETTLED_MS) times.settled?.push(took);
  return answer?.ok && text !== undefined ? new Response(text) : null;
}

async function list(user: number, due: number): Promise<void> {
  const who = WATCHERS[user % WATCHERS.length] ?? 'office';
  const answer = await ask('list', who, `/api/issues?${LISTS[user % LISTS.length]}`, due);
  const page = (await answer?.json()) as { items: { id: string }[] } | undefined;
  for (const { id } of page?.items ?? []) if (known.length < 5000) known.push({ id, who });
}

async function raise(due: number): Promise<void> {
  const id = newId(county);
  const answer = await ask('raise', 'keeper', '/api/issues', due, {
    id,
    title: '压测垃圾',
    kind: 'rubbish',
    source: 'village',
    placeCode: place,
  });
  if (answer) fresh.push(id);
}

async function detail(index: number, due: number): Promise<void> {
  const seen = known[(index * 31) % known.length];
  if (seen) await ask('detail', seen.who, `/api/issues/${seen.id}`, due);
}

async function one(index: number, due: number): Promise<void> {
  const user = (index * 7919) % users;
  const turn = index % 20;
  const act = turn >= 18 ? fresh.shift() : undefined;
  if (act) await ask('act', 'office', `/api/issues/${act}/accept`, due, {});
  else if (turn >= 16) await raise(due);
  else if (turn >= 10) await detail(index, due);
  else await list(user, due);
}

const running: Promise<void>[] = [];
await list(0, performance.now());
for (let index = 0; index < seconds * rate; index += 1) {
  const due = began + (index * 1000) / rate;
  const wait = due - performance.now();
  if (wait > 0) await new Promise((on) => setTimeout(on, wait));
  running.push(one(index, due));
}
await Promise.all(running);
parentPort?.postMessage(times);
