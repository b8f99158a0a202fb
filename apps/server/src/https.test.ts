import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readTls } from './platform/http/tls.ts';
import { readConfig, StartRefusal } from './platform/index.ts';
import { selfMadeCertificate } from './testing/certificate.ts';
import { freePort, killStarted, removeData, start, stop } from './testing/started-server.ts';

const own = selfMadeCertificate();
const PASSWORD = 'Certificates-2026';
let folder: string;
let port: number;
let tls: { QINGSHAN_TLS_CERT: string; QINGSHAN_TLS_KEY: string };

const keep = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qingshan-https-'));
  port = await freePort();
  tls = {
    QINGSHAN_TLS_CERT: await keep('cert.pem', own.cert),
    QINGSHAN_TLS_KEY: await keep('key.pem', own.key),
  };
});
afterEach(killStarted);
afterAll(() => removeData(folder));

function ask(method: string, path: string, body?: object): Promise<IncomingMessage> {
  return new Promise((done, failed) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        method,
        path,
        ca: own.cert,
        headers: { 'content-type': 'application/json' },
      },
      (answer) => {
        answer.resume();
        done(answer);
      },
    );
    sent.on('error', failed);
    sent.end(body && JSON.stringify(body));
  });
}

test('HTTPS by configuration: handshake with the certificate, Secure cookie, HSTS once the public address is named', async () => {
  const env = { ...tls, QINGSHAN_PUBLIC_URL: `https://localhost:${port}` };
  const server = start(folder, port, env);
  expect(await server.outcome).toBe('ready');
  expect(server.output()).toContain(`https://127.0.0.1:${port}`);

  const protocol = await new Promise<string | null>((done, failed) => {
    const socket = connect({ port, host: '127.0.0.1', ca: own.cert, servername: 'localhost' }, () => {
      done(socket.authorized ? socket.getProtocol() : null);
      socket.end();
    });
    socket.on('error', failed);
  });
  expect(protocol).toBe('TLSv1.3');
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();

  const added = start(folder, port, {}, [
    ...['user', 'add', '--county', '990121', '--account', 'admin', '--name', '钱管', '--password-stdin'],
  ]);
  added.process.stdin?.end(`${PASSWORD}\n`);
  expect([await added.ended, added.output()]).toEqual([0, expect.stringContaining('admin')]);
  const signedIn = await ask('POST', '/api/session', { account: 'admin', password: PASSWORD });
  expect(signedIn.statusCode).toBe(200);
  expect(signedIn.headers['set-cookie']?.join()).toMatch(/HttpOnly.*Secure|Secure.*HttpOnly/i);
  expect(signedIn.headers['strict-transport-security']).toBe('max-age=15552000');
  await stop(server);

  const unnamed = start(folder, port, tls);
  expect(await unnamed.outcome).toBe('ready');
  expect((await ask('GET', '/healthz')).headers['strict-transport-security']).toBeUndefined();
  await stop(unnamed);
}, 120_000);

describe('a certificate or key that cannot be used', () => {
  test('ends the start with one sentence and exit code 1', async () => {
    const refused = start(folder, port, { ...tls, QINGSHAN_TLS_CERT: '/no/such.pem' });
    expect(await refused.outcome).toBe(1);
    const [sentence, ...others] = refused.output().trim().split('\n');
    expect(sentence).toBe('读不到 QINGSHAN_TLS_CERT=/no/such.pem：没有这个文件，请检查路径和权限');
    expect(others).toEqual([]);
  }, 60_000);

  function refusalWith(env: Record<string, string>): string {
    try {
      readTls(readConfig({ ...tls, ...env }));
    } catch (error) {
      if (error instanceof StartRefusal) return error.message;
      throw error;
    }
    return '';
  }

  test('is told by what is wrong with it', async () => {
    expect(refusalWith({})).toBe('');
    expect(refusalWith({ QINGSHAN_TLS_KEY: '' })).toContain('需要同时设置');
    expect(refusalWith({ QINGSHAN_TLS_KEY: folder })).toContain('这是一个文件夹');
    const broken = await keep('broken.pem', own.cert.slice(0, 200));
    expect(refusalWith({ QINGSHAN_TLS_CERT: broken })).toContain('不是证书');
    expect(refusalWith({ QINGSHAN_TLS_KEY: tls.QINGSHAN_TLS_CERT })).toContain('不是能用的私钥');
    const other = await keep('other.pem', selfMadeCertificate().key);
    expect(refusalWith({ QINGSHAN_TLS_KEY: other })).toContain('不是一对');
  });

  test.skipIf(process.getuid?.() === 0)('is told when it may not be read', async () => {
    const closed = await keep('closed.pem', own.key);
    await chmod(closed, 0o000);
    expect(refusalWith({ QINGSHAN_TLS_KEY: closed })).toContain('没有权限读取');
  });
});
