import {
  allows,
  type Endpoint,
  endpoints,
  operationIds,
  type Permission,
  permissionLabels,
  permissions,
  roleLabels,
  roles,
} from '../../packages/contract/src/index.ts';

const MARK = '●';

function rolesOf(endpoint: Endpoint): string[] {
  const permission = endpoint.permission;
  if (permission === 'public') return ['所有人，无需登录', ...roles.map(() => MARK)];
  if (permission === 'signedIn') return ['登录即可', ...roles.map(() => MARK)];
  return [permission, ...roles.map((role) => (allows(permission, [role]) ? MARK : ''))];
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Endpoints × roles and permissions × roles, from the contract. */
export function endpointsDoc(): { path: string; text: string } {
  const heading = ['端点', '说明', '权限', ...roles.map((role) => roleLabels[role])];
  const lines = [
    '# 端点与角色',
    '',
    '由 `node tools/generate.ts` 从 `packages/contract` 生成，请勿手改。角色来自现任岗位，随任期开始和结束；范围（哪些地点）另由岗位的地点、片区、河段决定。办理问题的每一步还须符合 [办理规则](loop.md)。',
    '',
    row(heading),
    row(heading.map(() => '---')),
    ...operationIds.map((operation) => {
      const endpoint: Endpoint = endpoints[operation];
      return row([`\`${endpoint.method} /api${endpoint.path}\``, endpoint.summary, ...rolesOf(endpoint)]);
    }),
    '',
    '## 权限',
    '',
    row(['权限', '说明', ...roles.map((role) => roleLabels[role])]),
    row(['---', '---', ...roles.map(() => '---')]),
    ...(Object.keys(permissions) as Permission[]).map((permission) =>
      row([
        `\`${permission}\``,
        permissionLabels[permission],
        ...roles.map((role) => (allows(permission, [role]) ? MARK : '')),
      ]),
    ),
    '',
  ];
  return { path: 'docs/endpoints.md', text: lines.join('\n') };
}
