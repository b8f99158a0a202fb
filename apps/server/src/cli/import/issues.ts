import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { importIssues, readMap } from '../../modules/issues/index.ts';
import { StartRefusal } from '../../platform/index.ts';
import type { CommandIo } from '../terminal.ts';
import { withApp } from '../with-app.ts';

export const summary = '导入其他系统的问题台账';
export const help = `npx qingshan import issues 文件.csv --map 对照.json [--rejects 退回.csv]

按对照导入 CSV（或 .csv.gz）；读不了的行写进退回文件（行号、列、原因），重复运行不会重复添加。
例：npx qingshan import issues boston311_2015_h1.csv.gz --map docs/examples/boston311.map.json`;

const LISTED = 20;

export async function run(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { map: { type: 'string' }, rejects: { type: 'string' } },
  });
  const [path] = positionals;
  if (!path || !values.map) {
    io.stderr.write(`${help}\n`);
    return 1;
  }
  const mapPath = values.map;
  const map = readMap(
    await readFile(mapPath, 'utf8').catch(() => {
      throw new StartRefusal(`读不到对照文件 ${mapPath}`);
    }),
    mapPath,
  );
  const rejects = values.rejects ?? `${path.replace(/\.gz$/, '').replace(/\.csv$/, '')}.rejects.csv`;
  const began = Date.now();
  const report = await withApp(({ app }) =>
    importIssues(app, path, map, rejects, (rows) => io.stderr.write(`\r已读 ${rows} 行`)),
  );
  const seconds = (Date.now() - began) / 1000;
  io.stdout.write(
    `\n读入 ${report.rows} 行：新增 ${report.added}，已有 ${report.known}，退回 ${report.rejected}（见 ${rejects}），用时 ${seconds.toFixed(1)} 秒\n`,
  );
  if (map.columns.onTime) {
    io.stdout.write(
      `按期/超期与原系统一致 ${report.verdictsEqual} 件，不一致 ${report.contradictions.length} 件\n`,
    );
    for (const each of report.contradictions.slice(0, LISTED))
      io.stdout.write(`  ${each.key}：原系统 ${each.file}，按时间计算 ${each.ours}\n`);
  }
  return 0;
}
