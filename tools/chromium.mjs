// Finds a Chromium for the browser journeys, and gets one where it is missing.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail, node, root } from './install.mjs';

const KNOWN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

function run(program, args) {
  return (
    spawnSync(program, args, {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  );
}

async function playwrightsOwn() {
  const { chromium } = await import('playwright');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}

/** Path of a Chromium: the one named by CHROMIUM, the system's, Playwright's; else Debian's is installed (as root) or Playwright's fetched. */
export async function findChromium() {
  const named = process.env.CHROMIUM;
  if (named) return existsSync(named) ? named : fail(`CHROMIUM=${named} 不存在`);
  const found = KNOWN.find((path) => existsSync(path)) ?? (await playwrightsOwn());
  if (found) return found;
  console.log('安装浏览器（浏览器测试用）…');
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    if (
      run('apt-get', ['update', '-qq']) &&
      run('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'])
    )
      return KNOWN[0];
  } else if (run(node, [join(root, 'node_modules/playwright/cli.js'), 'install', 'chromium'])) {
    const fetched = await playwrightsOwn();
    if (fetched) return fetched;
  }
  return fail('没有装上 Chromium：请自行安装 chromium 后再试，或用 CHROMIUM=路径 指定');
}
