import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import sharp from 'sharp';
import { openTown, PASSWORD, type Town, type TownsmanKey } from '../apps/server/src/testing/townspeople.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-unsafe-swiftshader',
];

/** A Chromium: the one of CHROMIUM, else Debian's. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });

export const newContext = (
  browser: Browser,
  base: string,
  size = { width: 1440, height: 900 },
): Promise<BrowserContext> =>
  browser.newContext({ baseURL: base, viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });

export interface Stage {
  readonly town: Town;
  readonly base: string;
  /** A browser window of its own in which this person has signed in through the login page. */
  enter(key: TownsmanKey): Promise<Page>;
  /** A small photo on disk, different each time. */
  picture(): Promise<string>;
  close(): Promise<void>;
}

/** The whole product for browsers: server with the built web, a real database, the known townspeople, the clock at today. */
export async function openStage(): Promise<Stage> {
  const town = await openTown();
  town.clock.moveTo(new Date().toISOString());
  await town.server.listen({ host: '127.0.0.1', port: 0 });
  const address = town.server.server.address();
  const base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const browser = await openBrowser();
  let pictures = 0;
  return {
    town,
    base,
    async enter(key) {
      const page = await (await newContext(browser, base)).newPage();
      await page.goto('/login');
      await signIn(page, key);
      await page.getByRole('heading', { name: '今日待办' }).waitFor();
      return page;
    },
    async picture() {
      pictures += 1;
      const path = join(town.app.filesFolder, `picture-${pictures}.jpg`);
      writeFileSync(
        path,
        await sharp({
          create: { width: 200, height: 150, channels: 3, background: { r: pictures * 7, g: 120, b: 60 } },
        })
          .jpeg()
          .toBuffer(),
      );
      return path;
    },
    async close() {
      await browser.close();
      await town.close();
    },
  };
}

export async function signIn(page: Page, key: TownsmanKey): Promise<void> {
  await page.getByLabel('账号', { exact: true }).fill(key);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

/** Chooses an entry of a select by the words typed into it. */
export async function choose(page: Page, label: string, words: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  await field.click();
  if (await field.isEditable()) await field.fill(words);
  await page.locator('.ant-select-item-option', { hasText: words }).first().click();
}

export async function attach(page: Page, path: string): Promise<void> {
  await page.locator('input[type=file]:not([capture])').setInputFiles(path);
  await page.locator('.photo-field li img').first().waitFor();
}

/** Presses the one big button, fills the form it opens, and waits until the next state stands on the page. */
export async function doNext(
  page: Page,
  path: string,
  verb: string,
  fill: (page: Page) => Promise<void>,
  then: string,
): Promise<void> {
  await page.goto(path);
  const big = page.getByTestId('next-step');
  await big.waitFor();
  const shown = (await big.textContent())?.trim();
  if (shown !== verb) throw new Error(`the next step is ${shown}, not ${verb}`);
  await big.click();
  await fill(page);
  const form = page.locator('.act-form');
  if (await form.count()) await form.getByRole('button', { name: verb, exact: true }).click();
  await page.getByTestId('timeline').getByText(then, { exact: true }).first().waitFor();
}
