import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compose } from '../apps/server/src/compose.ts';
import { openTestApp, type TestApp } from '../apps/server/src/testing/database.ts';
import { demoLogins, seedDemo } from '../seeds/src/index.ts';
import { newContext, openBrowser } from './stage.ts';

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/** Pages by the account that opens them. */
const PAGES: readonly (readonly [account: string, path: string])[] = [
  ['', '/login'],
  ['', '/who'],
  ['', '/publicity?place=990121'],
  ['qx-office1', '/'],
  ['qx-office1', '/issues'],
  ['qx-office1', '/issues?state=open&urgency=red'],
  ['qx-office1', '/issues?q=没有这样的词'],
  ['qx-office1', '/issues/new'],
  ['qx-office1', '/overview'],
  ['qx-office1', '/places'],
  ['qx-office1', '/places/990121101000'],
  ['qx-office1', '/posts'],
  ['qx-office1', '/people'],
  ['qx-office1', '/zones'],
  ['qx-office1', '/reaches'],
  ['qx-office1', '/journal'],
  ['qx-office1', '/notices'],
  ['qx-office1', '/account'],
  ['inspector1', '/issues/hand-down'],
  ['county-admin', '/accounts'],
  ['county-admin', '/logins'],
];

let opened: TestApp;
let base: string;
let browser: Browser;
let closeServer: () => Promise<void>;
let issuePath: string;
let followPath: string;

beforeAll(async () => {
  opened = await openTestApp();
  opened.clock.moveTo(new Date().toISOString());
  await seedDemo(opened.app, opened.pool, () => undefined);
  const { server } = await compose(
    opened.app,
    opened.pool,
    async () => demoLogins(),
    async () => true,
  );
  await server.listen({ host: '127.0.0.1', port: 0 });
  closeServer = () => server.close();
  const address = server.server.address();
  base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  browser = await openBrowser();
  const context = await entered('qx-office1', DESK);
  const page = await (
    await context.request.get('/api/issues?state=closed,rated,reviewed&source=public')
  ).json();
  issuePath = `/issues/${page.items[0].id}`;
  followPath = (await (await context.request.get(`/api${issuePath}`)).json()).followPath;
  await context.close();
});
afterAll(async () => {
  await browser?.close();
  await closeServer?.();
  await opened?.close();
});

async function entered(account: string, size: typeof DESK): Promise<BrowserContext> {
  const context = await newContext(browser, base, size);
  const login = demoLogins().find((each) => each.account === account);
  if (login)
    expect(
      (await context.request.post('/api/session', { data: { account, password: login.password } })).status(),
    ).toBe(200);
  return context;
}

/** Faults of one page: serious accessibility findings, sideways scrolling, errors of scripts. */
async function faultsOf(context: BrowserContext, path: string): Promise<string[]> {
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`${path}: ${error.message}`));
  await page.goto(path);
  await page.getByRole('main').waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('.ant-skeleton, [aria-busy=true]').first().waitFor({ state: 'detached' });
  const { violations } = await new AxeBuilder({ page }).analyze();
  for (const violation of violations) {
    if (violation.impact === 'serious' || violation.impact === 'critical')
      faults.push(`${path}: ${violation.id} ${violation.nodes[0]?.target.join(' ')}`);
  }
  const wider = Number(
    await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
  );
  if (wider > 1) faults.push(`${path}: ${wider} px wider than the screen`);
  await page.close();
  return faults;
}

describe.each([
  ['desk', DESK],
  ['phone', PHONE],
] as const)('every page on a %s', (_, size) => {
  test('has no serious fault and does not scroll sideways', { timeout: 400_000 }, async () => {
    const pages: (readonly [string, string])[] = [...PAGES, ['qx-office1', issuePath], ['', followPath]];
    const faults: string[] = [];
    for (const [account, list] of Map.groupBy(pages, ([who]) => who)) {
      const context = await entered(account, size);
      for (const [, path] of list) faults.push(...(await faultsOf(context, path)));
      await context.close();
    }
    expect(faults).toEqual([]);
  });
});
