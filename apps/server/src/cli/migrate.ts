import type { CommandIo } from './terminal.ts';
import { withApp } from './with-app.ts';

export const summary = '把数据表更新到本程序的版本';
export const help = `npx qingshan migrate

建立或更新数据表，可以重复运行。
例：DATABASE_URL=postgres://qingshan:密码@127.0.0.1:5432/qingshan npx qingshan migrate`;

export async function run(_args: string[], io: CommandIo): Promise<number> {
  await withApp(async () => undefined);
  io.stdout.write('数据表已是最新\n');
  return 0;
}
