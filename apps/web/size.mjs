// Gzip size of the JavaScript that a page needs before first use: the entry, the page, and all that they import.
// Usage: node apps/web/size.mjs [--json]   (after the web was built)
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const dist = join(import.meta.dirname, 'dist');
const manifest = JSON.parse(await readFile(join(dist, '.vite/manifest.json'), 'utf8'));
const pages = {
  login: ['index.html', 'src/pages/identity/Login.tsx'],
  today: ['index.html', 'src/pages/issues/Today.tsx'],
};

function chunksOf(start, seen = new Set()) {
  const chunk = manifest[start];
  if (!chunk) throw new Error(`${start} is not in the manifest`);
  if (seen.has(start)) return seen;
  seen.add(start);
  for (const next of chunk.imports ?? []) chunksOf(next, seen);
  return seen;
}

async function kilobytes(keys) {
  const files = new Set(keys.map((key) => manifest[key].file).filter((file) => file.endsWith('.js')));
  let bytes = 0;
  for (const file of files) bytes += gzipSync(await readFile(join(dist, file))).length;
  return { files: files.size, gzipKB: Math.round(bytes / 102.4) / 10 };
}

const all = new Set();
const sizes = {};
for (const [page, starts] of Object.entries(pages)) {
  const keys = starts.flatMap((start) => [...chunksOf(start)]);
  for (const key of keys) all.add(key);
  sizes[page] = await kilobytes(keys);
}
sizes.loginAndToday = await kilobytes([...all]);
sizes.everything = await kilobytes(Object.keys(manifest));

if (process.argv.includes('--json')) console.log(JSON.stringify(sizes));
else {
  for (const [page, { files, gzipKB }] of Object.entries(sizes)) {
    console.log(`${page.padEnd(14)} ${String(gzipKB).padStart(7)} KB gzip in ${files} files`);
  }
}
