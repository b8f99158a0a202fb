// `npm run bench [name]`: prints figures; nothing is asserted.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildWeb } from './build-web.mjs';
import { fail, install, node, root } from './install.mjs';

install();
const folder = join(root, 'tools/benches');
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.bench.ts'))
  .map((name) => name.replace('.bench.ts', ''));
const wanted = process.argv[2];
if (wanted && !names.includes(wanted)) fail(`没有“${wanted}”这一项，可选：${names.join('、')}`);
buildWeb();
for (const name of wanted ? [wanted] : names) {
  const script = `const bench = await import(${JSON.stringify(`file://${join(folder, `${name}.bench.ts`)}`)}); console.log('\\n== ' + bench.title); await bench.run((line) => console.log(line)); process.exit(0);`;
  const { status } = spawnSync(node, ['--input-type=module', '-e', script], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
