import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type App, StartRefusal } from '../platform/index.ts';
import { countiesWithJournal, sealCounty } from '../platform/journal/seal.ts';
import { type Anchor, exportAnchors, verifyCounty } from '../platform/journal/verify.ts';
import type { CommandIo } from './terminal.ts';
import { withApp } from './with-app.ts';

export const summary = '核验办理日志的封存，导出各批次的根';
export const help = `npx qingshan journal verify [--anchors 文件] [--county 县代码]
npx qingshan journal roots [--county 县代码] > roots.jsonl
npx qingshan journal seal

verify 逐行核对封存的日志；加 --anchors 时还与存在别处的根比对，能发现整条链被重写。有问题时退出码为 1。
例：npx qingshan journal roots > roots.jsonl，把它交县里或纪委保存；以后 npx qingshan journal verify --anchors roots.jsonl`;

const anchorShape = z.object({ county: z.string(), batch: z.int(), root: z.string(), chain: z.string() });

async function readAnchors(path: string): Promise<Anchor[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new StartRefusal(`读不到文件 ${path}，请检查路径`);
  });
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      try {
        return anchorShape.parse(JSON.parse(line));
      } catch {
        throw new StartRefusal(`${path} 第 ${index + 1} 行不是由 journal roots 导出的根`);
      }
    });
}

async function verify(
  app: App,
  counties: readonly string[],
  anchors: readonly Anchor[],
  io: CommandIo,
): Promise<number> {
  let sound = true;
  const all = new Set([...counties, ...anchors.map((anchor) => anchor.county)]);
  for (const county of all) {
    const found = await verifyCounty(app.db, county, anchors);
    io.stdout.write(
      `${county}：${found.batches} 批，${found.rows} 行，${found.ok ? '封存完好' : `发现 ${found.findings.length} 处问题`}\n`,
    );
    for (const finding of found.findings) io.stdout.write(`  ${finding}\n`);
    sound &&= found.ok;
  }
  if (all.size === 0) io.stdout.write('还没有办理日志\n');
  return sound ? 0 : 1;
}

export async function run(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { anchors: { type: 'string' }, county: { type: 'string' } },
  });
  const [what] = positionals;
  const anchors = values.anchors ? await readAnchors(values.anchors) : [];
  return withApp(async ({ app }) => {
    const counties = values.county ? [values.county] : await countiesWithJournal(app.db);
    if (what === 'verify') return verify(app, counties, anchors, io);
    if (what === 'roots') {
      for (const county of counties)
        for (const anchor of await exportAnchors(app.db, county))
          io.stdout.write(`${JSON.stringify(anchor)}\n`);
      return 0;
    }
    if (what === 'seal') {
      for (const county of counties) {
        const batch = await sealCounty(app.db, county, app.config.sealAlgorithm, app.clock.now());
        io.stdout.write(
          batch
            ? `${county}：第 ${batch.batch} 批，${batch.rowCount} 行，根 ${batch.root}\n`
            : `${county}：没有新的日志\n`,
        );
      }
      return 0;
    }
    io.stderr.write(`${help}\n`);
    return 1;
  });
}
