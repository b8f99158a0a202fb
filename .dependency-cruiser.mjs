// The layers of docs/decisions/0002: a module imports only modules of lower rows, and only through their index.
const rows = [
  ['identity'],
  ['responsibility'],
  ['zoning', 'risk'],
  ['issues'],
  ['monitoring', 'patrol', 'participation'],
  ['dispatch', 'assessment', 'ecovalue', 'archive'],
];

const upward = rows.slice(0, -1).flatMap((row, index) =>
  row.map((module) => ({
    name: `${module}-imports-only-lower-rows`,
    severity: 'error',
    from: { path: `^apps/server/src/modules/${module}/` },
    to: {
      path: `^apps/server/src/modules/(${rows
        .slice(index)
        .flat()
        .filter((other) => other !== module)
        .join('|')})/`,
    },
  })),
);

export default {
  forbidden: [
    ...upward,
    {
      name: 'modules-through-their-index',
      severity: 'error',
      from: { path: '^apps/server/src/modules/([^/]+)/' },
      to: {
        path: '^apps/server/src/modules/([^/]+)/',
        pathNot: ['^apps/server/src/modules/$1/', '^apps/server/src/modules/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      from: { path: '^apps/server/src/platform/', pathNot: '\\.test\\.ts$' },
      to: { path: '^apps/server/src/(modules|cli)/' },
    },
    {
      name: 'standards-import-nothing',
      severity: 'error',
      from: { path: '^packages/standards/src/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^packages/standards/src/' },
    },
    {
      name: 'contract-imports-standards-and-zod',
      severity: 'error',
      from: { path: '^packages/contract/src/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^packages/(contract|standards)/src/', 'node_modules/zod/'] },
    },
    {
      name: 'web-never-imports-the-server',
      severity: 'error',
      from: { path: '^apps/(web|gateway)/' },
      to: { path: '^(apps/server|seeds)/' },
    },
    {
      name: 'server-never-imports-the-web',
      severity: 'error',
      from: { path: '^(apps/server|seeds)/' },
      to: { path: '^apps/web/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
    exclude: { path: '(\\.d\\.ts$|/dist/)' },
  },
};
