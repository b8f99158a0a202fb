import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { StartRefusal } from '../platform/index.ts';
import type { CommandIo } from './terminal.ts';

const MIN_LENGTH = 10;
const MAX_LENGTH = 128;

const isTerminal = (stream: NodeJS.ReadableStream) => (stream as NodeJS.ReadStream).isTTY === true;

async function readFirstLine(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const part of stream) {
    text += String(part);
    if (text.includes('\n') || text.length > MAX_LENGTH * 4) break;
  }
  return text.split(/\r?\n/, 1)[0] ?? '';
}

/** Asks on the terminal without showing what is typed. */
async function askHidden(io: CommandIo, question: string): Promise<string> {
  const nowhere = new Writable({ write: (_part, _encoding, done) => done() });
  const terminal = createInterface({ input: io.stdin, output: nowhere, terminal: true });
  io.stderr.write(question);
  const answer = new Promise<string>((given, failed) => {
    terminal.once('SIGINT', () => failed(new StartRefusal('已取消')));
    terminal.question('').then(given, failed);
  });
  return answer.finally(() => {
    terminal.close();
    io.stderr.write('\n');
  });
}

/**
 * A new password: typed twice on the terminal, or the first line of standard input with `--password-stdin`.
 * Errors: a sentence when it is too short or long, when both differ, when there is no terminal.
 */
export async function readNewPassword(io: CommandIo, fromStdin: boolean): Promise<string> {
  if (!fromStdin && !isTerminal(io.stdin))
    throw new StartRefusal('这里不是终端，问不了密码：请加 --password-stdin 并从标准输入给出密码');
  const password = fromStdin ? await readFirstLine(io.stdin) : await askHidden(io, '新密码（不显示）：');
  if (password.length < MIN_LENGTH || password.length > MAX_LENGTH)
    throw new StartRefusal(`密码应为 ${MIN_LENGTH} 到 ${MAX_LENGTH} 位，现在是 ${password.length} 位`);
  if (!fromStdin && (await askHidden(io, '再输一次：')) !== password)
    throw new StartRefusal('两次输入的密码不同，请重新运行');
  return password;
}
