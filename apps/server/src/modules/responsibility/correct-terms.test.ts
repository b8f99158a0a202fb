import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { id, openTown, personId, postId, type Town, termId } from '../../testing/townspeople.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
  // The clock stands at 2026-05-06; terms of the townspeople run from 2026-01-01.
  town.clock.moveTo('2026-05-07T09:00:00+08:00');
});
afterAll(() => town.close());

const POST = postId('taoyuan');
const tell = (act: string, body: object) =>
  town.inject('office', { method: 'POST', url: `/api/posts/${POST}/${act}`, payload: body });
const terms = async () =>
  (await town.as('office').call('getPost', { params: { id: POST } })).terms.map((term) => [
    term.name,
    term.from,
    term.to,
    term.mayCancel,
    term.mayCorrectEnd,
  ]);
const may = async () => (await town.inject('taoyuan', { method: 'GET', url: '/api/issues' })).statusCode;
const events = async (kind: string) =>
  (await town.as('auditor').call('listJournal', { query: { kind, subjectId: POST } })).items.map(
    (event) => event.details,
  );

describe('a planned hand-over', () => {
  it('is cancelled with the predecessor going on, in one act, and the journal keeps both', async () => {
    const handedOver = await tell('hand-over', {
      termId: termId('taoyuan'),
      newTermId: id(400),
      toPersonId: personId('colleague'),
      on: '2026-06-01',
      reason: '拟轮岗',
    });
    expect(handedOver.statusCode).toBe(200);
    expect(await terms()).toEqual([
      ['林芳', '2026-06-01', null, true, true],
      ['许桃', '2026-01-01', '2026-05-31', false, true],
    ]);
    town.clock.moveTo('2026-05-20T09:00:00+08:00');
    const cancelled = await tell('cancel-term', {
      termId: id(400),
      reason: '轮岗取消',
      reopenPrevious: true,
    });
    expect(cancelled.statusCode).toBe(204);
    expect(await terms()).toEqual([['许桃', '2026-01-01', null, false, true]]);
    expect(await events('term.cancel')).toEqual([
      {
        termId: id(400),
        personId: personId('colleague'),
        from: '2026-06-01',
        to: null,
        reason: '轮岗取消',
        reopenedTermId: termId('taoyuan'),
        reopenedWasTo: '2026-05-31',
      },
    ]);
    expect((await tell('cancel-term', { termId: id(400), reason: '再来一次' })).statusCode).toBe(404);
  });
});

describe('a term that was lived', () => {
  it('is not taken back, its first day stays', async () => {
    const cancelled = await tell('cancel-term', { termId: termId('taoyuan'), reason: '不要了' });
    expect([cancelled.statusCode, cancelled.json().title]).toEqual([
      409,
      expect.stringContaining('请办理卸任'),
    ]);
    const moved = await tell('correct-term', {
      termId: termId('taoyuan'),
      from: '2026-02-01',
      to: null,
      reason: '录错',
    });
    expect([moved.statusCode, moved.json().title]).toEqual([
      409,
      expect.stringContaining('任职日期不能再改'),
    ]);
  });

  it('whose end was entered today by mistake goes on, and rights with it; tomorrow it is too late', async () => {
    const end = { termId: termId('taoyuan'), to: '2026-05-19', reason: '调离' };
    expect((await tell('end-term', end)).statusCode).toBe(200);
    expect(await may()).toBe(403);
    const goesOn = { termId: termId('taoyuan'), from: '2026-01-01', to: null, reason: '卸错了人' };
    expect((await tell('correct-term', goesOn)).statusCode).toBe(200);
    expect(await may()).toBe(200);
    expect(await events('term.correct')).toMatchObject([
      { was: { to: '2026-05-19' }, to: null, reason: '卸错了人' },
    ]);
    expect((await tell('end-term', end)).statusCode).toBe(200);
    town.clock.moveTo('2026-05-21T09:00:00+08:00');
    const late = await tell('correct-term', goesOn);
    expect([late.statusCode, late.json().title]).toEqual([409, expect.stringContaining('办理新的任职')]);
  });
});

describe('a term entered today by mistake', () => {
  it('is taken back, its rights end at once', async () => {
    const started = await tell('terms', { id: id(401), personId: personId('taoyuan'), from: '2026-05-21' });
    expect(started.statusCode).toBe(200);
    expect(await may()).toBe(200);
    expect((await tell('cancel-term', { termId: id(401), reason: '选错了人' })).statusCode).toBe(204);
    expect(await may()).toBe(403);
  });

  it('may have its days corrected, never into the term of another', async () => {
    await tell('terms', { id: id(402), personId: personId('colleague'), from: '2026-05-21' });
    const correct = (from: string, to: string | null) =>
      tell('correct-term', { termId: id(402), from, to, reason: '日期录错' });
    expect((await correct('2026-05-20', '2026-12-31')).json()).toMatchObject({
      from: '2026-05-20',
      to: '2026-12-31',
    });
    const into = await correct('2026-05-01', null);
    expect([into.statusCode, into.json().title]).toEqual([409, expect.stringContaining('许桃')]);
    expect((await correct('2027-05-20', '2027-01-01')).statusCode).toBe(422);
    expect((await terms())[0]).toEqual(['林芳', '2026-05-20', '2026-12-31', true, true]);
  });
});
