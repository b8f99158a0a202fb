import { type IssueDetail, steps } from '@qingshan/contract';
import { expect, test } from 'vitest';
import { drawnSteps, verbOfStep } from './steps.ts';

type Entry = IssueDetail['timeline'][number];
const entry = (kind: string, at: string) => ({ kind, at }) as Entry;
const marks = (state: IssueDetail['state'], timeline: Entry[]) =>
  Object.fromEntries(drawnSteps({ state, timeline }).map(({ step, mark }) => [step, mark]));

test('every step has a verb that carries it out', () => {
  expect(steps.map(verbOfStep)).toEqual([
    'accept',
    'assign',
    'urge',
    'rectify',
    'reportBack',
    'verify',
    'close',
    'rate',
    'review',
  ]);
});

test('a problem that is being put right: two steps done, nobody urged, 反馈 is next', () => {
  expect(marks('rectifying', [entry('issue.accept', '2026-05-01T00:00:00Z')])).toMatchObject({
    受理: 'done',
    交办: 'done',
    督促: 'skipped',
    整改: 'done',
    反馈: 'now',
    核查: 'ahead',
    复盘: 'ahead',
  });
});

test('urged twice: 督促 is done and dated by the last time', () => {
  const drawn = drawnSteps({
    state: 'reportedBack',
    timeline: [entry('issue.urge', '2026-05-03T00:00:00Z'), entry('issue.urge', '2026-05-02T00:00:00Z')],
  });
  expect(drawn[2]).toEqual({ step: '督促', mark: 'done', at: '2026-05-03T00:00:00Z', times: 2 });
});

test('after sending back, the later steps are ahead again although they once happened', () => {
  expect(marks('rectifying', [entry('issue.reportBack', '2026-05-01T00:00:00Z')])).toMatchObject({
    反馈: 'now',
    核查: 'ahead',
  });
});

test('a declined problem stops', () => {
  expect(marks('declined', [])).toMatchObject({ 受理: 'stopped', 复盘: 'stopped' });
});
