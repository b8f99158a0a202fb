// Runs on the machine's own Node (20 or newer), before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const stamp = join(root, 'node_modules', '.qingshan-installed');
const windows = process.platform === 'win32';
/** Node 24, which comes as a dependency: the source runs by its type stripping. */
export const node = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

function fingerprint() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function isComplete() {
  return (
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === fingerprint() &&
    existsSync(node) &&
    spawnSync(node, ['--version']).status === 0
  );
}

function npm(args) {
  return (
    spawnSync(windows ? 'npm.cmd' : 'npm', args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: windows,
      env: { ...process.env, NODE_ENV: '', npm_config_loglevel: 'error' },
    }).status === 0
  );
}

/** Installs what the lock file names, once for each state of it; checks that Node 24 came along. */
export function install() {
  if (Number(process.versions.node.split('.')[0]) < 20)
    fail(`需要 Node.js 20 或更新的版本，现在是 ${process.versions.node}：请先升级`);
  if (isComplete()) return;
  const began = Date.now();
  console.log('安装依赖（首次约一两分钟）…');
  // Not `npm ci`: it refuses a lock file that lacks packages for other systems than the one it was made on.
  if (!npm(['install', '--no-save', '--no-audit', '--no-fund']))
    fail('依赖没有安装成功：请检查网络或 npm 镜像设置后再试');
  if (!existsSync(node) || spawnSync(node, ['--version']).status !== 0) {
    // Some npm versions hold back install scripts until they are allowed; the package's own script brings the binary.
    npm(['rebuild', 'node', '--ignore-scripts=false']);
  }
  if (!existsSync(node)) fail('Node 24 没有装好：请删除 node_modules 后再试');
  writeFileSync(stamp, fingerprint());
  console.log(`依赖已装好（${((Date.now() - began) / 1000).toFixed(0)} 秒）`);
}

/** One sentence and exit code 1. */
export function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
