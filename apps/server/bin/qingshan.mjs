#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

// The source runs by type stripping, which wants Node 24: the one that comes as a dependency is used where the
// calling one is older.
const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../../..');
const main = resolve(root, 'apps/server/src/main.ts');
if (Number(process.versions.node.split('.')[0]) >= 24) {
  process.argv.splice(1, 1, main);
  await import(`file://${main}`);
} else {
  const node = resolve(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(node)) {
    console.error('还没有安装完整：请先在项目文件夹运行 npm install');
    process.exit(1);
  }
  const run = spawnSync(node, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exit(run.status ?? 1);
}
