import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTown, type Town } from '../../testing/townspeople.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const read = async (from: string, headers: Record<string, string> = {}) =>
  (await town.server.inject({ method: 'GET', url: '/metrics', remoteAddress: from, headers })).statusCode;

test('programs on this machine read the figures, others do not', async () => {
  for (const local of ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])
    expect(await read(local)).toBe(200);
  for (const other of ['10.0.0.5', '::ffff:10.0.0.5', '2001:db8::1', '127.0.0.1.evil'])
    expect(await read(other)).toBe(403);
});

test('what a proxy on this machine passes on comes from elsewhere, whether the proxy is trusted or not', async () => {
  for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip'])
    expect(await read('127.0.0.1', { [header]: '127.0.0.1' })).toBe(403);
});

test('with a token configured it is shown from anywhere, and nothing else opens', async () => {
  const { config } = town.app;
  const token = 'prometheus-reads-this';
  Object.assign(config, { metricsToken: token });
  try {
    expect(await read('10.0.0.5', { authorization: `Bearer ${token}` })).toBe(200);
    expect(await read('127.0.0.1', { authorization: `Bearer ${token}`, 'x-forwarded-for': '10.0.0.5' })).toBe(
      200,
    );
    expect(await read('10.0.0.5', { authorization: 'Bearer prometheus' })).toBe(401);
    expect(await read('127.0.0.1')).toBe(401);
  } finally {
    Object.assign(config, { metricsToken: null });
  }
});
