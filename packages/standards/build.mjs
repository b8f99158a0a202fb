// Stages the publishable package in dist/: JavaScript, declarations, package.json, README.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const here = fileURLToPath(new URL('.', import.meta.url));
const FIELDS = ['air', 'water', 'soil', 'noise', 'discharge', 'fire', 'hj212', 'codes'];

/** Compiles src (tests aside) into `out`. */
function compile(out) {
  const config = ts.getParsedCommandLineOfConfigFile(
    `${here}tsconfig.json`,
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail },
  );
  const files = config.fileNames.filter((file) => file.includes('/src/') && !file.endsWith('.test.ts'));
  const options = {
    ...config.options,
    noEmit: false,
    declaration: true,
    rewriteRelativeImportExtensions: true,
    allowImportingTsExtensions: true,
    // no types of Node: the package runs in browsers too
    types: [],
    lib: ['lib.es2024.d.ts', 'lib.dom.d.ts'],
    rootDir: `${here}src`,
    outDir: out,
    removeComments: false,
  };
  const program = ts.createProgram(files, options);
  const faults = [...ts.getPreEmitDiagnostics(program), ...program.emit().diagnostics];
  if (faults.length > 0) fail(faults[0]);
}

function fail(fault) {
  throw new Error(ts.flattenDiagnosticMessageText(fault.messageText, '\n'));
}

function entry(path) {
  return { types: `./${path}.d.ts`, default: `./${path}.js` };
}

/** Stages the package in `out` and returns the folder. */
export function stage(out = `${here}dist`) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  compile(out);
  const { name, version, description, license, type, sideEffects, keywords } = JSON.parse(
    readFileSync(`${here}package.json`, 'utf8'),
  );
  const fields = Object.fromEntries(FIELDS.map((field) => [`./${field}`, entry(`${field}/index`)]));
  const exports = {
    '.': entry('index'),
    ...fields,
    './catalogue': entry('catalogue'),
    './package.json': './package.json',
  };
  const staged = {
    name,
    version,
    description,
    keywords,
    license,
    type,
    sideEffects,
    exports,
    main: './index.js',
    types: './index.d.ts',
    files: ['**/*.js', '**/*.d.ts'],
  };
  writeFileSync(`${out}/package.json`, `${JSON.stringify(staged, null, 2)}\n`);
  cpSync(`${here}README.md`, `${out}/README.md`);
  cpSync(`${here}LICENSE`, `${out}/LICENSE`);
  return out;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(stage());
