// `npm run check`: format, lint, types, architecture, unused code, generated docs.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { install, node, root } from './install.mjs';

install();
const bin = (name) => join(root, 'node_modules', name);
const steps = [
  ['format and lint', [bin('@biomejs/biome/bin/biome'), 'ci', '.', '--error-on-warnings']],
  ...['packages/contract', 'packages/standards', 'apps/server', 'apps/web'].map((folder) => [
    `types ${folder}`,
    [bin('typescript/bin/tsc'), '-p', folder],
  ]),
  ['architecture', [join(root, 'tools/architecture.mjs')]],
  ['unused code', [bin('knip/bin/knip.js'), '--no-progress']],
  ['generated docs', [join(root, 'tools/generate.ts'), '--check']],
  ['words', [join(root, 'tools/words.mjs')]],
];

let failed = 0;
for (const [name, args] of steps) {
  const began = Date.now();
  const { status } = spawnSync(node, args, { cwd: root, stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  if (status !== 0) failed += 1;
}
process.exit(failed > 0 ? 1 : 0);
