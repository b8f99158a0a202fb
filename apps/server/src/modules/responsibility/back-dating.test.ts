import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inReach, systemReach } from '../../platform/index.ts';
import {
  COUNTY,
  id,
  openTown,
  personId,
  postId,
  QINGXI,
  type Town,
  type TownsmanKey,
  termId,
} from '../../testing/townspeople.ts';
import { savePost } from './index.ts';

let town: Town;
beforeAll(async () => {
  // The clock stands at 2026-05-06; terms of the townspeople run from 2026-01-01.
  town = await openTown();
});
afterAll(() => town.close());

const tell = async (who: TownsmanKey, of: TownsmanKey, act: string, body: object) => {
  const url = `/api/posts/${postId(of)}/${act}`;
  const answer = await town.inject(who, { method: 'POST', url, payload: body });
  return { status: answer.statusCode, code: answer.json().code, title: answer.json().title };
};
const handOver = (
  who: TownsmanKey,
  of: TownsmanKey,
  to: TownsmanKey,
  on: string,
  newTerm: number,
  held = termId(of),
) =>
  tell(who, of, 'hand-over', {
    termId: held,
    newTermId: id(newTerm),
    toPersonId: personId(to),
    on,
    reason: '轮岗补录',
  });
const eventsOf = async (kind: string, of: TownsmanKey) =>
  (await town.as('auditor').call('listJournal', { query: { kind, subjectId: postId(of) } })).items.map(
    (event) => event.details,
  );

describe('who answered on a day long past', () => {
  it('is not rewritten by the town: 31 days back and no further', async () => {
    const early = await handOver('office', 'taoyuan', 'colleague', '2026-04-04', 500);
    expect(early).toMatchObject({
      status: 422,
      code: 'date-out-of-range',
      title: expect.stringContaining('更早的由县系统管理员补录'),
    });
    const ended = await tell('office', 'taoyuan', 'end-term', {
      termId: termId('taoyuan'),
      to: '2026-04-04',
      reason: '调离',
    });
    expect([ended.status, ended.code]).toEqual([422, 'date-out-of-range']);
    const corrected = await tell('office', 'taoyuan', 'correct-term', {
      termId: termId('taoyuan'),
      from: '2026-01-01',
      to: '2026-02-01',
      reason: '更正',
    });
    expect([corrected.status, corrected.code]).toEqual([422, 'date-out-of-range']);
    expect((await handOver('office', 'taoyuan', 'colleague', '2026-04-05', 501)).status).toBe(200);
    expect((await eventsOf('post.handOver', 'taoyuan'))[0]).not.toHaveProperty('backdated');
  });

  it('is entered later by the county administrator with a reason, and the journal says so', async () => {
    expect((await handOver('admin', 'secretary', 'colleague', '2026-02-01', 510)).status).toBe(200);
    expect(await eventsOf('post.handOver', 'secretary')).toMatchObject([
      { on: '2026-02-01', backdated: true, reason: '轮岗补录' },
    ]);
    const start = (reason?: string) =>
      tell('admin', 'office', 'terms', {
        id: id(511),
        personId: personId('station'),
        from: '2025-01-01',
        reason,
      });
    expect(await start()).toMatchObject({ status: 422, title: expect.stringContaining('写明理由') });
    expect((await start('去年的任职补录')).status).toBe(200);
    expect(await eventsOf('term.start', 'office')).toContainEqual(
      expect.objectContaining({ from: '2025-01-01', backdated: true, reason: '去年的任职补录' }),
    );
  });
});

describe('posts that lead or oversee', () => {
  it.each(['mayor', 'deputy', 'discipline'] as const)(
    'the office gives nobody the post of %s',
    async (of) => {
      expect(await handOver('office', of, 'colleague', '2026-05-06', 520)).toMatchObject({
        status: 403,
        title: expect.stringContaining('系统管理员'),
      });
      expect(
        (await tell('office', of, 'end-term', { termId: termId(of), to: '2026-05-06', reason: '调离' }))
          .status,
      ).toBe(403);
    },
  );

  it('are handed over by the county administrator', async () => {
    expect((await handOver('admin', 'deputy', 'colleague', '2026-05-06', 521)).status).toBe(200);
  });

  it('are filled by the town administrator too', async () => {
    const admin = id(530);
    await inReach(town.app.db, systemReach(COUNTY), (tx) =>
      savePost(
        tx,
        { personId: null, at: town.clock.now() },
        { id: admin, kind: 'town_admin', title: '镇系统管理员', placeCode: QINGXI },
      ),
    );
    const given = await town.inject('admin', {
      method: 'POST',
      url: `/api/posts/${admin}/terms`,
      payload: { id: id(531), personId: personId('station'), from: '2026-05-06' },
    });
    expect(given.statusCode).toBe(200);
    expect((await handOver('station', 'discipline', 'taoyuan', '2026-05-06', 532)).status).toBe(200);
  });
});

describe('nobody gives a post to himself', () => {
  it('not by taking it over, not by starting a term, not by lengthening one', async () => {
    const self = { status: 403, title: expect.stringContaining('不能把岗位任给自己') };
    expect(await handOver('office', 'keeper', 'office', '2026-05-06', 540)).toMatchObject(self);
    expect(
      await tell('office', 'station', 'terms', {
        id: id(541),
        personId: personId('office'),
        from: '2026-05-06',
      }),
    ).toMatchObject(self);
    expect(
      (
        await tell('colleague', 'office', 'correct-term', {
          termId: termId('office'),
          from: '2026-01-01',
          to: '2026-12-31',
          reason: '改任期',
        })
      ).status,
    ).toBe(200);
    expect(
      await tell('office', 'office', 'correct-term', {
        termId: termId('office'),
        from: '2026-01-01',
        to: null,
        reason: '再干一年',
      }),
    ).toMatchObject(self);
    expect((await handOver('colleague', 'keeper', 'office', '2026-05-06', 542)).status).toBe(200);
  });
});
