import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { checkDatabase } from './owner.ts';

/** One message of PostgreSQL's protocol: type, length, body. */
function message(type: string, ...parts: readonly (Buffer | string)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
const int16 = (value: number) => Buffer.from([value >> 8, value & 0xff]);
const int32 = (value: number) => Buffer.concat([int16(value >>> 16), int16(value & 0xffff)]);
const READY = message('Z', 'I');

/** Answers every query with one row, as a server of this version and encoding would the first one. */
function answerTo(values: Readonly<Record<string, string>>): Buffer {
  const names = Object.keys(values);
  const columns = names.map((name) =>
    Buffer.concat([
      Buffer.from(`${name}\0`),
      int32(0),
      int16(0),
      int32(name === 'version' ? 23 : 25),
      int16(-1 & 0xffff),
      int32(0),
      int16(0),
    ]),
  );
  const cells = names.map((name) => {
    const text = Buffer.from(values[name] ?? '');
    return Buffer.concat([int32(text.length), text]);
  });
  const count = int16(names.length);
  return Buffer.concat([
    message('T', count, ...columns),
    message('D', count, ...cells),
    message('C', 'SELECT 1\0'),
    READY,
  ]);
}

/** A database that only says its version: none older than 15 can be installed beside the tests. */
async function refusalOf(version: string): Promise<string> {
  const server = createServer((socket) => {
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', int32(0)), READY]));
      socket.on('data', (part) => {
        if (part.toString('latin1', 0, 1) === 'Q') socket.write(answerTo({ version, encoding: 'UTF8' }));
      });
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  try {
    return await checkDatabase(`postgres://owner:secret@127.0.0.1:${port}/qingshan`).then(
      () => '',
      (error: Error) => error.message,
    );
  } finally {
    server.close();
  }
}

test('PostgreSQL older than 15 is refused in one sentence, without the password', async () => {
  const sentence = await refusalOf('140012');
  expect(sentence).toMatch(
    /^数据库版本太旧，需要 PostgreSQL 15 或更新（postgres:\/\/owner:\*\*\*\*@127\.0\.0\.1:\d+\/qingshan）$/,
  );
  expect(await refusalOf('150000')).not.toContain('版本太旧');
});
