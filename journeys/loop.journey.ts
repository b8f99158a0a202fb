import { newId } from '@qingshan/contract';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COUNTY, LIUWAN } from '../apps/server/src/testing/townspeople.ts';
import { attach, choose, doNext, openStage, type Stage, signIn } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const nothing = async () => undefined;
const words = (label: string, text: string) => async (page: Page) => {
  await page.getByLabel(label, { exact: true }).fill(text);
};

describe('one problem through all steps by five people', () => {
  let path: string;

  test('the keeper raises it with photo, kind and nothing else to type', async () => {
    const page = await stage.enter('keeper');
    await page.goto('/issues/new');
    await attach(page, await stage.picture());
    await choose(page, '问题类型', '河湖乱堆');
    await page.getByRole('button', { name: '上报', exact: true }).click();
    await page.waitForURL(/\/issues\/990121-/);
    path = new URL(page.url()).pathname;
    await page.getByText('待受理').first().waitFor();
    expect(await page.getByTestId('next-step').isDisabled()).toBe(true);
    await page.getByText('由镇环保办来办').first().waitFor();
  });

  test('the office accepts and hands it to the one found from place and kind', async () => {
    const page = await stage.enter('office');
    await page.getByRole('main').getByText('河湖乱堆').first().waitFor();
    await doNext(page, path, '受理', nothing, '受理');
    await doNext(
      page,
      path,
      '交办',
      async () => page.locator('.act-form').getByText('柳湾村村级河长 李水生').last().waitFor(),
      '交办',
    );
  });

  test('the river chief puts it right and reports back with a photo', async () => {
    const page = await stage.enter('riverChief');
    await page.getByRole('main').getByText('河湖乱堆').first().waitFor();
    await doNext(page, path, '整改', words('整改措施', '组织清运，设置围挡'), '整改');
    await doNext(
      page,
      path,
      '反馈',
      async () => {
        await words('整改情况', '已清运干净')(page);
        await attach(page, await stage.picture());
      },
      '反馈',
    );
  });

  test('discipline verifies, another of the office closes, the mayor rates, the office reviews', async () => {
    await doNext(
      await stage.enter('discipline'),
      path,
      '核查通过',
      words('核查情况', '到现场看过，确已清理'),
      '核查通过',
    );
    await doNext(await stage.enter('colleague'), path, '销号', words('销号意见', '符合销号条件'), '销号');
    await doNext(
      await stage.enter('mayor'),
      path,
      '评价',
      async (page) => page.getByText('5 分 很满意').click(),
      '评价',
    );
    const page = await stage.enter('office');
    await doNext(
      page,
      path,
      '复盘',
      async () => {
        await words('原因分析', '收集点太远')(page);
        await words('改进措施', '增设垃圾池')(page);
      },
      '复盘',
    );
    await page.getByText('办理已结束').waitFor();
    const names = await page.getByTestId('timeline').textContent();
    for (const name of ['赵小河', '陈静', '李水生', '吴正', '林芳', '孙伟']) expect(names).toContain(name);
  });
});

describe('handed down by the county', () => {
  test('goes through 验收 and 公示 before the inspectors close it', async () => {
    const inspector = await stage.enter('inspector');
    await inspector.goto('/issues/hand-down');
    const due = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
    await inspector.getByLabel('整改期限').fill(due);
    await inspector.keyboard.press('Enter');
    await choose(inspector, '下发到', '柳湾村');
    await inspector.keyboard.press('Escape');
    await choose(inspector, '问题类型', '噪声扰民');
    await inspector.getByLabel('标题', { exact: true }).fill('采石场夜间作业');
    await inspector.getByLabel('督查文号').fill('青督〔2026〕12号');
    await inspector.getByLabel('整改要求').fill('停止夜间作业');
    await choose(inspector, '督查层级', '县级');
    await inspector.getByRole('button', { name: '下发', exact: true }).click();
    await inspector.getByText('全部下发').waitFor();
    await inspector
      .getByRole('link', { name: /990121-/ })
      .first()
      .click();
    await inspector.waitForURL(/\/issues\/990121-/);
    const path = new URL(inspector.url()).pathname;

    const office = await stage.enter('office');
    await doNext(office, path, '受理', nothing, '受理');
    await doNext(office, path, '交办', async (page) => choose(page, '责任岗位', '王大山'), '交办');
    const secretary = await stage.enter('secretary');
    await doNext(secretary, path, '整改', words('整改措施', '停工'), '整改');
    await doNext(secretary, path, '反馈', words('整改情况', '夜间已停'), '反馈');
    await doNext(
      await stage.enter('discipline'),
      path,
      '核查通过',
      words('核查情况', '夜间到场'),
      '核查通过',
    );
    await doNext(office, path, '申请销号', words('申请说明', '请予验收'), '申请销号');
    await doNext(inspector, path, '验收通过', words('验收意见', '复查合格'), '验收通过');
    await doNext(inspector, path, '公示', nothing, '公示');
    expect(await inspector.getByTestId('next-step').isDisabled()).toBe(true);
    await inspector.getByText(/公示到 \d{4}-\d{2}-\d{2} 结束/).waitFor();
    // The notice began with what was asked for and what was done; anyone reads it.
    await inspector.goto('/publicity?place=990121');
    await inspector.getByText('整改情况：夜间已停').waitFor();
    stage.town.clock.advance(24 * 20);
    await doNext(inspector, path, '销号', words('销号意见', '公示无异议'), '销号');
    stage.town.clock.moveTo(new Date().toISOString());
  });
});

describe('wrong role, lost session', () => {
  test('a wrong role sees no way, and an address typed by hand is refused in a sentence', async () => {
    const auditor = await stage.enter('auditor');
    await auditor.goto('/posts');
    await auditor.getByRole('heading', { name: '岗位' }).first().waitFor();
    expect(await auditor.getByRole('button', { name: '上报问题' }).count()).toBe(0);
    const typed = await auditor.request.post('/api/issues', { data: {} });
    expect(typed.status()).toBe(403);
    expect((await typed.json()).title).toContain('没有这项权限');
    const yunling = await stage.enter('yunlingOffice');
    const id = newId(COUNTY);
    await stage.town.as('keeper').call('raiseIssue', {
      body: { id, title: '河边垃圾', kind: 'rubbish', source: 'village', placeCode: `${LIUWAN}W01` },
    });
    await yunling.goto(`/issues/${id}`);
    await yunling
      .getByText(/没有找到|没有这件问题|找不到/)
      .first()
      .waitFor();
  });

  test('a session lost in the middle of a form keeps what was typed, and it is sent after signing in again', async () => {
    const page = await stage.enter('keeper');
    await page.goto('/issues/new');
    await choose(page, '问题类型', '噪声扰民');
    await page.getByLabel('情况说明（可不填）').fill('夜里十一点还在切割石材');
    await page.context().clearCookies();
    await page.getByRole('button', { name: '上报', exact: true }).click();
    const again = page.getByRole('dialog');
    await again.getByText('登录已过期，请重新登录').waitFor();
    await again.getByLabel('密码', { exact: true }).fill('wrong');
    await again.getByRole('button', { name: '登录', exact: true }).click();
    await again.getByRole('alert').waitFor();
    await page.reload();
    await signIn(page, 'keeper');
    await page.getByRole('button', { name: '上报', exact: true }).waitFor();
    expect(await page.getByLabel('情况说明（可不填）').inputValue()).toBe('夜里十一点还在切割石材');
    await page.context().clearCookies();
    await page.getByRole('button', { name: '上报', exact: true }).click();
    await again.getByLabel('密码', { exact: true }).fill('Townspeople-2026');
    await again.getByRole('button', { name: '登录', exact: true }).click();
    await page.waitForURL(/\/issues\/990121-/);
    await page.getByText('夜里十一点还在切割石材').first().waitFor();
  });

  test('HTML in a title is shown as text', async () => {
    const id = newId(COUNTY);
    await stage.town.as('keeper').call('raiseIssue', {
      body: {
        id,
        title: '<img src=x onerror=alert(1)>',
        kind: 'rubbish',
        source: 'village',
        placeCode: `${LIUWAN}W01`,
      },
    });
    const page = await stage.enter('office');
    let alerted = false;
    page.on('dialog', (dialog) => {
      alerted = true;
      dialog.dismiss().catch(() => undefined);
    });
    await page.goto(`/issues/${id}`);
    await page.getByRole('heading', { name: '<img src=x onerror=alert(1)>' }).waitFor();
    expect(alerted).toBe(false);
  });
});
