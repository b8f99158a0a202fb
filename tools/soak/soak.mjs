// `npm run soak [name]`: long runs that must not throw, hang or grow; a short round of each is in the tests.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fail, install, node, root } from '../install.mjs';

install();
const folder = join(root, 'tools/soak');
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.soak.ts'))
  .map((name) => name.replace('.soak.ts', ''));
const wanted = process.argv[2];
if (wanted && !names.includes(wanted)) fail(`没有“${wanted}”这一项，可选：${names.join('、')}`);
for (const name of wanted ? [wanted] : names) {
  const script = `const soak = await import(${JSON.stringify(`file://${join(folder, `${name}.soak.ts`)}`)}); console.log('\\n== ' + soak.title); await soak.run((line) => console.log(line));`;
  const { status } = spawnSync(node, ['--input-type=module', '-e', script], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
