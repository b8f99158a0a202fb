import type { Role } from './responsibility/post-kinds.table.ts';

/**
 * Permission → roles that carry it. Reach (which places) is added by the post's place, its zone or its reach of
 * river; conditions of the single case (owner only, not the fixer …) are in the module's rules.
 */
export const permissions = {
  'issues.read': [
    'keeper',
    'village',
    'zone',
    'office',
    'department',
    'leader',
    'discipline',
    'inspector',
    'county',
    'auditor',
  ],
  'issues.raise': ['keeper', 'village', 'zone', 'office', 'department', 'leader', 'discipline', 'inspector'],
  'issues.handDown': ['inspector'],
  'issues.act': ['keeper', 'village', 'zone', 'office', 'department', 'leader', 'discipline', 'inspector'],
  'issues.assignMany': ['office', 'zone'],
  'places.read': [
    'keeper',
    'village',
    'zone',
    'office',
    'department',
    'leader',
    'discipline',
    'inspector',
    'county',
    'admin',
    'auditor',
  ],
  'places.edit': ['office', 'admin'],
  'people.read': ['office', 'leader', 'discipline', 'inspector', 'county', 'admin', 'auditor'],
  'people.edit': ['admin'],
  'posts.read': [
    'village',
    'zone',
    'office',
    'department',
    'leader',
    'discipline',
    'inspector',
    'county',
    'admin',
    'auditor',
  ],
  'posts.edit': ['office', 'admin'],
  'accounts.edit': ['admin'],
  'journal.read': ['office', 'leader', 'discipline', 'inspector', 'county', 'admin', 'auditor'],
  'overview.read': [
    'village',
    'zone',
    'office',
    'department',
    'leader',
    'discipline',
    'inspector',
    'county',
    'auditor',
  ],
  'files.upload': ['keeper', 'village', 'zone', 'office', 'department', 'leader', 'discipline', 'inspector'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

export const permissionLabels: Record<Permission, string> = {
  'issues.read': '查看问题',
  'issues.raise': '上报问题',
  'issues.handDown': '下发督查问题',
  'issues.act': '办理问题（具体环节按办理规则）',
  'issues.assignMany': '批量交办',
  'places.read': '查看地点',
  'places.edit': '维护组、户、网格',
  'people.read': '查看人员',
  'people.edit': '维护人员',
  'posts.read': '查看岗位',
  'posts.edit': '维护岗位、任期、交接',
  'accounts.edit': '维护账号',
  'journal.read': '查看办理日志与封存',
  'overview.read': '查看总览',
  'files.upload': '上传照片和附件',
};

/** True when one of the roles carries the permission. */
export function allows(permission: Permission, held: readonly Role[]): boolean {
  return (permissions[permission] as readonly Role[]).some((role) => held.includes(role));
}
