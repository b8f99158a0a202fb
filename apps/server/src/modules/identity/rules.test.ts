import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Attempts,
  admitAttempt,
  lockEnd,
  minutesUntil,
  normaliseAccount,
  passwordWeakness,
} from './rules.ts';

const limit = { failures: 5, windowMinutes: 15, lockMinutes: 15 };
const at = (minute: number) => new Date(Date.UTC(2026, 4, 6, 1, 0) + minute * 60_000);

test('never more attempts inside a window than the limit, whatever the times between', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 60 }), (pauses) => {
      let attempts: Attempts | null = null;
      let minute = 0;
      const admitted: number[] = [];
      for (const pause of pauses) {
        minute += pause;
        const decided = admitAttempt(attempts, limit, at(minute));
        attempts = decided.attempts;
        if (decided.admitted) admitted.push(minute);
      }
      for (const from of admitted) {
        const near = admitted.filter((each) => each >= from && each < from + 15);
        expect(near.length).toBeLessThanOrEqual(limit.failures);
      }
    }),
  );
});

test('the sixth attempt inside a window locks; after the lock the count begins anew', () => {
  let attempts: Attempts | null = null;
  for (let n = 0; n < 5; n++) attempts = admitAttempt(attempts, limit, at(n)).attempts;
  const sixth = admitAttempt(attempts, limit, at(5));
  expect(sixth).toMatchObject({ admitted: false, attempts: { lockedUntil: at(20) } });
  expect(admitAttempt(sixth.attempts, limit, at(19)).admitted).toBe(false);
  expect(admitAttempt(sixth.attempts, limit, at(20))).toMatchObject({
    admitted: true,
    attempts: { at: [at(20)] },
  });
});

test('remaining time is told in whole minutes, at least one', () => {
  expect(minutesUntil(lockEnd(limit, at(0)), at(0))).toBe(15);
  expect(minutesUntil(at(1), at(0.5))).toBe(1);
  expect(minutesUntil(at(0), at(3))).toBe(1);
});

test.each([
  [' Admin ', 'admin'],
  ['ＡＤＭＩＮ', 'admin'],
  ['张三', '张三'],
  ['ad\u0000min', 'admin'],
])('account %j is compared as %j', (typed, compared) => {
  expect(normaliseAccount(typed)).toBe(compared);
});

test.each([
  ['aaaaaaaaaaaa', 'wang', '两种'],
  ['wang-2026-wang', 'Wang', '不能含有账号'],
  ['a1a1a1a1a1a1', 'wang', '重复'],
])('%s is too weak for %s', (password, account, why) => {
  expect(passwordWeakness(password, account)).toContain(why);
});

test('a long sentence with two kinds of characters is a good password', () => {
  expect(passwordWeakness('river-and-hill-26', 'wang')).toBeNull();
  expect(passwordWeakness('青山绿水就是金山银山ok', 'wang')).toBeNull();
});
