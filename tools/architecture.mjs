// Layer check: which folder may import which. Fails as well when it has read nothing.
import { cruise } from 'dependency-cruiser';
import rules from '../.dependency-cruiser.mjs';

const FOLDERS = [
  'apps/server/src',
  'apps/web/src',
  'packages/contract/src',
  'packages/standards/src',
  'seeds/src',
];
const LEAST_MODULES = 100;

const { output } = await cruise(FOLDERS, {
  ...rules.options,
  ruleSet: { forbidden: rules.forbidden },
  validate: true,
});
const { modules, summary } = output;
const ours = modules.filter((module) => FOLDERS.some((folder) => module.source.startsWith(folder)));
const unread = FOLDERS.filter((folder) => !ours.some((module) => module.source.startsWith(folder)));
if (ours.length < LEAST_MODULES || unread.length > 0) {
  console.error(
    `architecture: read ${ours.length} files only${unread.length > 0 ? `, none in ${unread.join(', ')}` : ''}`,
  );
  process.exit(1);
}
const unresolved = ours.flatMap((module) =>
  module.dependencies
    .filter((each) => each.couldNotResolve && !each.coreModule && each.module.startsWith('.'))
    .map((each) => `${module.source}: ${each.module}`),
);
for (const line of unresolved) console.error(`architecture: cannot resolve ${line}`);
for (const violation of summary.violations)
  console.error(`architecture: ${violation.rule.name}: ${violation.from} → ${violation.to}`);
console.log(`architecture: ${ours.length} files, ${summary.violations.length} violations`);
process.exit(summary.violations.length + unresolved.length > 0 ? 1 : 0);
