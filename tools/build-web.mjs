import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fail, node, root } from './install.mjs';

const sources = [
  'apps/web/src',
  'apps/web/public',
  'apps/web/index.html',
  'apps/web/vite.config.ts',
  'packages/contract/src',
  'package-lock.json',
];

function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Builds the web pages when a source is newer than the last build. */
export function buildWeb() {
  const built = join(root, 'apps/web/dist/index.html');
  if (
    existsSync(built) &&
    statSync(built).mtimeMs > Math.max(...sources.map((source) => newest(join(root, source))))
  )
    return;
  const began = Date.now();
  console.log('构建网页…');
  const done = spawnSync(node, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: join(root, 'apps/web'),
    stdio: 'inherit',
  });
  if (done.status !== 0) fail('网页没有构建成功，请把上面的信息告诉维护人员');
  console.log(`网页已构建（${((Date.now() - began) / 1000).toFixed(0)} 秒）`);
}
