import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inReach, sendNotices, systemReach } from '../../platform/index.ts';
import { openTown, PASSWORD, personId, type Town, type TownsmanKey } from '../../testing/townspeople.ts';
import { disableUser } from './index.ts';

const SOON_MS = 15_000;
let town: Town;
let base: string;
beforeAll(async () => {
  town = await openTown();
  base = await town.server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => town.close());

const ask = (method: string, path: string, cookie: string, body?: object) =>
  fetch(`${base}/api${path}`, {
    method,
    headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
async function signIn(account: TownsmanKey): Promise<string> {
  const answer = await ask('POST', '/session', '', { account, password: PASSWORD });
  expect(answer.status).toBe(200);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** An open stream and whether it ends soon; what it said. */
async function openStream(cookie: string) {
  const answer = await ask('GET', '/notices/stream', cookie);
  expect(answer.status).toBe(200);
  const reader = answer.body?.getReader();
  if (!reader) throw new Error('no stream');
  const decoder = new TextDecoder();
  let said = decoder.decode((await reader.read()).value);
  let over = false;
  const ended = (async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read())
      said += decoder.decode(part.value);
    over = true;
  })();
  const waiting = new Promise<void>((done) => setTimeout(done, SOON_MS).unref());
  return {
    endsSoon: () => Promise.race([ended, waiting]).then(() => over),
    isOpen: () => !over,
    said: () => said,
    close: () => reader.cancel().catch(() => undefined),
  };
}

describe('an open stream of notices ends at once', () => {
  test('when the account is disabled, also by the command line', async () => {
    const stream = await openStream(await signIn('keeper'));
    await disableUser(town.composed.identity, 'keeper', '离职');
    expect(await stream.endsSoon()).toBe(true);
  });

  test('when an administrator gives a new password', async () => {
    const stream = await openStream(await signIn('station'));
    await town.as('admin').call('resetPassword', {
      params: { personId: personId('station') },
      body: { password: 'Another-Password-26' },
    });
    expect(await stream.endsSoon()).toBe(true);
  });

  test('on every device when one changes the password', async () => {
    const own = await signIn('taoyuan');
    const streams = [await openStream(own), await openStream(await signIn('taoyuan'))];
    const body = { current: PASSWORD, next: 'Another-Password-26' };
    expect((await ask('POST', '/me/password', own, body)).status).toBeLessThan(300);
    expect(await Promise.all(streams.map((stream) => stream.endsSoon()))).toEqual([true, true]);
  });

  test('with the sign-out of its own session, and not with that of another device', async () => {
    const [one, two] = [await signIn('secretary'), await signIn('secretary')];
    const [first, second] = [await openStream(one), await openStream(two)];
    await ask('DELETE', '/session', one);
    expect(await first.endsSoon()).toBe(true);
    await inReach(town.app.db, systemReach('990121'), (tx) =>
      sendNotices(tx, '990121', town.clock.now(), [
        { personId: personId('secretary'), kind: 'issue.dueSoon', text: '即将到期' },
      ]),
    );
    await expect.poll(() => second.said()).toContain('即将到期');
    expect(second.isOpen()).toBe(true);
    await second.close();
  });

  test('when the other devices are signed out, and one own stream goes on', async () => {
    const [here, there] = [await signIn('riverChief'), await signIn('riverChief')];
    const [mine, other] = [await openStream(here), await openStream(there)];
    await ask('DELETE', '/me/sessions', here);
    expect(await other.endsSoon()).toBe(true);
    expect(mine.isOpen()).toBe(true);
    await mine.close();
  });
});
