// Writes the generated documents; with --check compares them and fails when one is stale.

import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { endpointsDoc } from './generate/endpoints-doc.ts';
import { loopDoc } from './generate/loop-doc.ts';

interface Generated {
  readonly path: string;
  readonly text: string;
}

const root = resolve(import.meta.dirname, '..');
const documents: Generated[] = [endpointsDoc(), loopDoc()];
const standards = join(import.meta.dirname, 'generate/standards-doc.ts');
if (existsSync(standards))
  documents.push(await ((await import(standards)) as { generate(): Promise<Generated> }).generate());

const stale: string[] = [];
for (const { path, text } of documents) {
  const target = join(root, path);
  const current = await readFile(target, 'utf8').catch(() => '');
  if (current === text) continue;
  if (process.argv.includes('--check')) stale.push(path);
  else await writeFile(target, text);
}
for (const path of stale) console.error(`${path} is stale: run node tools/generate.ts`);
console.log(`generated documents: ${documents.length}, stale ${stale.length}`);
process.exit(stale.length > 0 ? 1 : 0);
