import { readConfig, StartRefusal } from '../platform/index.ts';
import type { CommandIo } from './terminal.ts';

export const summary = '演示数据的账号';
export const help = `npx qingshan demo logins [--json]

列出演示账号。QINGSHAN_DEMO=0 时没有演示账号。
例：npx qingshan demo logins --json`;

export async function run(args: string[], io: CommandIo): Promise<number> {
  if (args[0] !== 'logins') {
    io.stderr.write(`${help}\n`);
    return 1;
  }
  if (!readConfig().demo) throw new StartRefusal('演示数据没有开启（QINGSHAN_DEMO=0）');
  const { demoLogins } = await import('@qingshan/seeds');
  const logins = demoLogins();
  if (args.includes('--json')) io.stdout.write(`${JSON.stringify(logins)}\n`);
  else
    for (const login of logins)
      io.stdout.write(`${login.account}\t${login.password}\t${login.role}\t${login.name}\t${login.place}\n`);
  return 0;
}
