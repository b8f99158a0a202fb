import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const BUILD = new URL('./build.mjs', import.meta.url).href;
/** The bundler that comes with vite. */
const BUNDLER = 'rolldown';
interface Bundler {
  rolldown(options: { input: string; platform: 'browser'; logLevel: 'silent' }): Promise<{
    generate(options: { format: 'esm'; minify: boolean }): Promise<{ output: [{ code: string }] }>;
  }>;
}
/** Finds a Chromium, and gets one where it is missing, as for the browser journeys. */
const CHROMIUM = new URL('../../tools/chromium.mjs', import.meta.url).href;
const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const here = fileURLToPath(new URL('.', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'standards-'));
const installed = join(folder, 'node_modules/@qingshan/standards');

/** Packs the staged package and installs the tarball into an otherwise empty folder. */
beforeAll(async () => {
  const { stage } = (await import(BUILD)) as { stage: (out: string) => string };
  const staged = stage(join(folder, 'staged'));
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder, staged], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const tarball = readdirSync(folder).find((file) => file.endsWith('.tgz')) as string;
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}\n');
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${tarball}`], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function node(file: string, code: string): string {
  writeFileSync(join(folder, file), code);
  return execFileSync(process.execPath, [join(folder, file)], { cwd: folder, encoding: 'utf8' });
}

/** Size of a browser bundle of `code`, minified, in bytes, plain and gzip. */
async function bundled(name: string, code: string): Promise<{ plain: number; gzip: number; text: string }> {
  const require = createRequire(import.meta.url);
  const { rolldown } = (await import(require.resolve(BUNDLER))) as Bundler;
  writeFileSync(join(folder, name), code);
  const bundle = await rolldown({ input: join(folder, name), platform: 'browser', logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  const text = output[0].code;
  return { plain: Buffer.byteLength(text), gzip: gzipSync(text).length, text };
}

/** What the library says of an hour, a river, a frame, a fire day and a wrong value; the same text runs in the page and in Node. */
const SAYINGS = `import * as library from './standards.mjs';
const when = { on: '2026-04-01' };
const frame = library.encodeFrame({ st: '32', cn: '2011', mn: '88888880000001', cp: [[['w01018-Rtd', '12.5']]] });
const refusal = () => {
  try {
    return library.surfaceClass({ tp: NaN }, 'river', when);
  } catch (error) {
    return error instanceof library.StandardRefusal && error.toJSON();
  }
};
export const said = [
  library.hourlyAqi({ pm25: library.ugPerM3(55) }, { edition: '2012' }),
  library.surfaceClass({ nh3n: library.mgPerL(1.3), tp: library.mgPerL(0.19) }, 'river', when),
  library.readingsOf(library.decodeFrame(frame).frame),
  library.fireWeather({ date: '2026-04-13', temp_c: 17, rh_pct: 42, wind_kmh: 25, rain24_mm: 0, lat: 40 }).ffmc,
  refusal(),
];
`;

/** Serves files by name to a browser, and an empty page at every other address. */
async function served(files: Readonly<Record<string, string>>): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const file = files[(request.url ?? '').slice(1)];
    response.setHeader('content-type', `${file ? 'text/javascript' : 'text/html'}; charset=utf-8`);
    response.end(file ?? '<!doctype html><title>standards</title>');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => server.close(),
  };
}

describe('the packed package, in an empty folder', () => {
  test('holds JavaScript and declarations, no sources, no tests, no dependencies', () => {
    const files = readdirSync(installed, { recursive: true }).map(String);
    expect(files).toEqual(
      expect.arrayContaining([
        'index.js',
        'index.d.ts',
        'air/index.js',
        'README.md',
        'LICENSE',
        'package.json',
      ]),
    );
    expect(
      files.filter((file) => (file.endsWith('.ts') && !file.endsWith('.d.ts')) || file.includes('.test.')),
    ).toEqual([]);
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    expect(manifest).toMatchObject({ sideEffects: false, license: 'Apache-2.0' });
    expect(manifest.dependencies ?? manifest.devDependencies).toBeUndefined();
    for (const file of files.filter((one) => one.endsWith('.js'))) {
      expect(readFileSync(join(installed, file), 'utf8'), file).not.toMatch(
        /^(?:import|export)[^;]*from ['"](?:[^.'"]|[^'"]*\.ts['"])/m,
      );
    }
  });

  test('runs every example of its README in plain Node', () => {
    const examples = [...readFileSync(join(here, 'README.md'), 'utf8').matchAll(/```js\n([\s\S]*?)```/g)].map(
      (match) => match[1] as string,
    );
    expect(examples.length).toBeGreaterThanOrEqual(4);
    for (const [i, example] of examples.entries()) expect(node(`example${i}.mjs`, example)).toBe('');
  }, 60_000);

  test('the declarations type-check without the sources, and a unit mix-up is an error', () => {
    const code =
      "import { hourlyAqi, ugPerM3 } from '@qingshan/standards';\nimport { surfaceClass } from '@qingshan/standards/water';\nhourlyAqi({ pm25: ugPerM3(1) }, { on: '2026-04-01' });\nsurfaceClass({ ph: 7 }, 'river', { edition: '2002' });\n";
    const mixUp =
      "// @ts-expect-error µg/m³ is no mg/m³\nhourlyAqi({ co: ugPerM3(1) }, { on: '2026-04-01' });\n";
    writeFileSync(join(folder, 'consumer.mts'), code + mixUp);
    const compilerOptions = { noEmit: true, strict: true, module: 'nodenext', target: 'es2023', types: [] };
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: ['consumer.mts'] }),
    );
    const tsc = join(here, '../../node_modules/typescript/bin/tsc');
    expect(execFileSync(process.execPath, [tsc, '-p', folder], { cwd: folder, encoding: 'utf8' })).toBe('');
  }, 240_000);

  test('bundles for the browser: all within 80 KB gzip, AQI alone within 10 KB', async () => {
    const all = await bundled('all.js', "export * from '@qingshan/standards';\n");
    const aqi = await bundled(
      'aqi.js',
      "export { hourlyAqi, dailyAqi, aqiLevel } from '@qingshan/standards';\n",
    );
    console.info(
      `[standards] bundle: all ${all.plain} bytes, ${all.gzip} gzip; AQI alone ${aqi.plain} bytes, ${aqi.gzip} gzip`,
    );
    expect(all.gzip).toBeLessThanOrEqual(80 * 1024);
    expect(aqi.plain).toBeLessThanOrEqual(10 * 1024);
    expect(aqi.text).not.toContain('高锰酸盐指数');
    expect(all.text).not.toMatch(/\brequire\(|\bprocess\.|node:/);
  }, 60_000);

  test('the bundle says the same in Chromium as in Node', async () => {
    const { text } = await bundled('browser.js', "export * from '@qingshan/standards';\n");
    const files = { 'standards.mjs': text, 'sayings.mjs': SAYINGS };
    for (const [name, code] of Object.entries(files)) writeFileSync(join(folder, name), code);
    const inNode = await import(/* @vite-ignore */ join(folder, 'sayings.mjs'));
    const { findChromium } = (await import(CHROMIUM)) as { findChromium: () => Promise<string> };
    const page = await served(files);
    const browser = await chromium.launch({ executablePath: await findChromium(), args: BROWSER_FLAGS });
    try {
      const tab = await browser.newPage();
      const faults: string[] = [];
      tab.on('pageerror', (error) => faults.push(String(error)));
      await tab.goto(page.url);
      const said: unknown = await tab.evaluate("import('/sayings.mjs').then((module) => module.said)");
      console.info(`[standards] bundle ran in Chromium ${browser.version()}`);
      expect(faults).toEqual([]);
      expect(said).toEqual(JSON.parse(JSON.stringify(inNode.said)));
      expect(said).toMatchObject([
        { aqi: 75 },
        { class: 4 },
        [{ name: '化学需氧量' }],
        expect.closeTo(87.65, 2),
        { code: 'not-finite' },
      ]);
    } finally {
      await browser.close();
      page.close();
    }
  }, 300_000);
});
