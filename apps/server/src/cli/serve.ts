import { serve } from '../serve.ts';
import type { CommandIo } from './terminal.ts';

export const summary = '启动服务';
export const help = `npx qingshan serve

启动数据库和网页服务。环境变量：HOST（127.0.0.1）、PORT（8080）、QINGSHAN_DATA（数据文件夹）、
DATABASE_URL（外部 PostgreSQL）、QINGSHAN_DEMO=0（不要演示数据）。
例：PORT=9000 QINGSHAN_DATA=/srv/qingshan npx qingshan serve`;

export async function run(_args: string[], io: CommandIo): Promise<number> {
  await serve((sentence) => io.stdout.write(`${sentence}\n`));
  return 0;
}
