// `npm test`: every test, browser journeys included; on an external PostgreSQL too where the system has one.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildWeb } from './build-web.mjs';
import { install, node, root } from './install.mjs';

install();
const { findChromium } = await import('./chromium.mjs');
const { openExternalPostgres } = await import('./external-postgres.mjs');
const reports = join(root, '.tmp');
mkdirSync(reports, { recursive: true });
let passed = 0;
let failed = 0;
let broken = false;

function vitest(name, args, env = {}) {
  const report = join(reports, `${name}.json`);
  console.log(`\n== ${name}`);
  const { status } = spawnSync(
    node,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...args,
    ],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } },
  );
  const counts = JSON.parse(readFileSync(report, 'utf8'));
  passed += counts.numPassedTests;
  failed += counts.numFailedTests;
  if (status !== 0 || counts.numTotalTests === 0) broken = true;
}

buildWeb();
vitest('unit and database tests', process.argv.slice(2));
if (process.argv.length === 2) {
  vitest('browser journeys', ['--config', 'vitest.journeys.config.ts'], { CHROMIUM: await findChromium() });
  const external = await openExternalPostgres();
  if (external) {
    try {
      vitest(
        `database tests on PostgreSQL ${external.version}`,
        ['apps/server/src/modules', 'apps/server/src/platform', 'apps/server/src/permissions.test.ts'],
        { TEST_DATABASE_URL: external.url },
      );
    } finally {
      external.close();
    }
  } else {
    console.log(
      '\nskipped: database tests on an external PostgreSQL (none of version 15 or newer on this machine)',
    );
  }
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(broken || failed > 0 ? 1 : 0);
