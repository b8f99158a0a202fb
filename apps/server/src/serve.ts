import { createServer } from 'node:net';
import { compose } from './compose.ts';
import { type OpenedApp, openApp } from './open-app.ts';
import { readTls } from './platform/http/tls.ts';
import { type Config, readConfig, StartRefusal } from './platform/index.ts';

const PORT_PATIENCE_MS = 3000;
const SHUTDOWN_LIMIT_MS = 15_000;

type Print = (sentence: string) => void;

function tryPort(config: Config): Promise<string | null> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
    probe.listen(config.port, config.host, () => probe.close(() => done(null)));
  });
}

/** Refuses early when the address cannot be had; waits a moment for a predecessor that is just ending. */
async function checkPort(config: Config): Promise<void> {
  const until = Date.now() + PORT_PATIENCE_MS;
  let wrong = await tryPort(config);
  while (wrong === 'EADDRINUSE' && Date.now() < until) {
    await new Promise((again) => setTimeout(again, 300));
    wrong = await tryPort(config);
  }
  if (wrong === 'EADDRINUSE')
    throw new StartRefusal(
      `端口 ${config.port} 已被占用（可能青山已在运行）：请先停下占用它的程序，或用 PORT=别的端口 启动`,
    );
  if (wrong === 'EACCES')
    throw new StartRefusal(`没有权限使用端口 ${config.port}：请用 1024 以上的端口，或以有权限的用户启动`);
  if (wrong)
    throw new StartRefusal(
      `不能在 ${config.host}:${config.port} 上提供服务（${wrong}）：请检查 HOST 和 PORT`,
    );
}

async function seedWhenNew(opened: OpenedApp, print: Print, ending: AbortSignal): Promise<void> {
  if (!opened.app.config.demo) return;
  const { seedDemo } = await import('@qingshan/seeds');
  await seedDemo(opened.app, opened.pool, print, ending);
}

async function printAddress(config: Config, print: Print): Promise<void> {
  const address = `${config.tls ? 'https' : 'http'}://${config.host}:${config.port}`;
  print(`\n青山已就绪：${address}`);
  if (!config.demo) return;
  const { demoLogins, shownLogins } = await import('@qingshan/seeds');
  print('\n演示账号（密码都相同）：');
  for (const login of demoLogins().filter((each) => shownLogins.includes(each.account)))
    print(`  ${login.account.padEnd(14)} ${login.password}   ${login.place} ${login.role} ${login.name}`);
  print('\n全部账号：npx qingshan demo logins    停止：Ctrl-C');
}

/** Aborts when the process is told to end: by a signal, or by the end of the program that started it. */
function whenTold(print: Print): AbortSignal {
  const ending = new AbortController();
  const told = (why: string) => {
    if (ending.signal.aborted) return;
    print(`\n正在停止（${why}）…`);
    setTimeout(() => process.exit(1), SHUTDOWN_LIMIT_MS).unref();
    ending.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => told(signal));
  if (process.connected) process.once('disconnect', () => told('disconnect'));
  return ending.signal;
}

const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener('abort', () => done());
  });

/** Seeds, serves and waits; told to end while it still prepares, it stops between two steps. */
async function prepareAndServe(opened: OpenedApp, print: Print, ending: AbortSignal): Promise<void> {
  const { config } = opened.app;
  ending.throwIfAborted();
  await seedWhenNew(opened, print, ending);
  let ready = false;
  const demoLogins = async () => (config.demo ? (await import('@qingshan/seeds')).demoLogins() : []);
  const { server, jobs } = await compose(
    opened.app,
    opened.pool,
    demoLogins,
    async () => ready && (await opened.pool.query('select 1')).rowCount === 1,
  );
  ending.throwIfAborted();
  await server.listen({ host: config.host, port: config.port });
  await opened.app.jobs.start(jobs);
  ready = true;
  await printAddress(config, print);
  await untilAborted(ending);
  ready = false;
  await server.close();
}

/** Runs the server until it is told to end, then closes everything: requests, jobs, database. */
export async function serve(print: Print): Promise<void> {
  const config = readConfig();
  readTls(config);
  await checkPort(config);
  const ending = whenTold(print);
  const opened = await openApp(config, true, print);
  try {
    await prepareAndServe(opened, print, ending);
  } catch (error) {
    // Seeding and the like stop with the signal's reason; the next start goes on where they were.
    if (!ending.aborted) throw error;
  } finally {
    await opened.close();
  }
  print('已停止');
}
