import type { Command, CommandIo } from './terminal.ts';

const imports: Record<string, () => Promise<Command>> = {
  divisions: () => import('./import/divisions.ts'),
  issues: () => import('./import/issues.ts'),
};

export const summary = '导入行政区划、问题台账';
export const help = `npx qingshan import divisions [--under 代码]
npx qingshan import issues 文件.csv --map 对照.json

各自的说明：npx qingshan import divisions --help`;

export async function run(args: string[], io: CommandIo): Promise<number> {
  const [what, ...rest] = args;
  const load = what && Object.hasOwn(imports, what) ? imports[what] : undefined;
  if (load) return (await load()).run(rest, io);
  io.stderr.write(`${help}\n`);
  return 1;
}
