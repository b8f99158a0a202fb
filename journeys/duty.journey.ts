import { afterAll, beforeAll, expect, test } from 'vitest';
import { PASSWORD } from '../apps/server/src/testing/townspeople.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

test('a page that is not for one’s post says one sentence and asks nothing', async () => {
  const page = await stage.enter('keeper');
  for (const path of ['/posts', '/people', '/zones', '/reaches', '/accounts', '/logins']) {
    await page.goto(path);
    await page.getByRole('heading', { name: '您现任的岗位不能看这一页' }).waitFor();
    expect([path, await page.getByRole('main').getByRole('searchbox').count()]).toEqual([path, 0]);
    expect([path, await page.getByRole('button', { name: '重试' }).count()]).toEqual([path, 0]);
  }
});

test('a device is told in words, with what the browser says of itself as title', async () => {
  const page = await stage.enter('admin');
  await page.goto('/account');
  const device = page.getByText(/^Chrome · Linux/).first();
  await device.waitFor();
  expect(await device.getAttribute('title')).toContain('Mozilla/5.0');
  await page.goto('/logins');
  await page.getByRole('cell', { name: 'Chrome · Linux' }).first().waitFor();
});

test('two-factor is set up with a QR code', async () => {
  const page = await stage.enter('office');
  await page.goto('/account');
  await page.getByLabel('当前密码', { exact: true }).last().fill(PASSWORD);
  await page.getByRole('button', { name: '开启两步验证' }).click();
  await page.getByLabel('验证器密钥的二维码').waitFor();
});

test('a search that fails does not leave the last answer standing', async () => {
  const page = await stage.enter('office');
  await page.goto('/who?place=990121101203');
  const answer = page.getByRole('region', { name: '责任人' });
  await answer.waitFor();
  await page.getByLabel('按村名查找').fill('没有这样的村');
  await page.getByText('没有找到“没有这样的村”').waitFor();
  expect(await answer.count()).toBe(0);
});

test('a term far back asks the county administrator for the reason', async () => {
  const page = await stage.enter('admin');
  const { items } = await (await page.request.get('/api/posts?q=镇环保办')).json();
  await page.goto(`/posts/${items[0].id}`);
  await page.getByRole('button', { name: '任职', exact: true }).click();
  expect(await page.getByLabel(/^理由/).count()).toBe(0);
  await page.getByLabel('任职日', { exact: true }).fill('2025-01-01');
  await page.getByLabel('理由（补录 31 天以前的任职须写明）').waitFor();
});
