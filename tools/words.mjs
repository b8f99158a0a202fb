// Words that must not stand in the repository: machine paths, registry hosts, drawers without a name, open ends.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { root } from './install.mjs';

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter(Boolean);
const forbiddenNames = /(^|\/)(utils|helpers|common|misc|types|constants)(\.[a-z.]+|\/)/;
const forbiddenText = [
  [/(?<![\w.])\/(work|root|home\/\w+)\//, 'machine path'],
  [/registry\.npm[\w.]*\/|deb\.debian\.org|npmmirror/, 'registry host'],
  [/\b(TODO|FIXME|XXX|HACK)\b/, 'left to do'],
  [/\.(only|skip|todo)\(/, 'test singled out or skipped'],
];
const text = /\.(ts|tsx|mjs|json|md|sql|html|css|yml|sh)$/;
const found = [];
for (const file of files) {
  if (forbiddenNames.test(file)) found.push(`${file}: a name that says nothing`);
  if (!text.test(file) || file === 'tools/words.mjs' || file === 'package-lock.json') continue;
  const lines = readFileSync(`${root}/${file}`, 'utf8').split('\n');
  lines.forEach((line, index) => {
    for (const [pattern, what] of forbiddenText)
      if (pattern.test(line)) found.push(`${file}:${index + 1}: ${what}`);
  });
}
for (const line of found) console.error(line);
console.log(`words: ${files.length} files, ${found.length} findings`);
process.exit(found.length > 0 ? 1 : 0);
