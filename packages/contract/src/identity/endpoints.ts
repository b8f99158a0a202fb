import { z } from 'zod';
import type { Endpoint } from '../endpoint.ts';
import { entityId, instant } from '../ids.ts';
import { type Permission, permissions } from '../permissions.table.ts';
import { type Role, roles } from '../responsibility/post-kinds.table.ts';

const roleCode = z.enum(roles as [Role, ...Role[]]);
const permissionCode = z.enum(Object.keys(permissions) as [Permission, ...Permission[]]);
const accountName = z
  .string()
  .trim()
  .min(2, '请输入账号')
  .max(60, '账号最长 60 字')
  .regex(/^\P{Cc}*$/u, '账号里有不能用的字符');
/** What a phone's authenticator shows, or one of the backup codes given when the second factor was turned on. */
const signInCode = z
  .string()
  .trim()
  .regex(/^(\d{6}|[A-Za-z0-9]{5}-[A-Za-z0-9]{5})$/, '动态码为 6 位数字，备用码形如 a1B2c-3D4e5');
const password = z.string().min(1, '请输入密码').max(128, '密码最长 128 位');

const providerId = z.string().regex(/^[a-z0-9-]{1,40}$/, '没有这种登录方式');

/** Who is signed in, what the posts held today allow, and where. */
export const me = z.object({
  personId: entityId,
  account: z.string(),
  name: z.string(),
  countyCode: z.string(),
  countyName: z.string(),
  roles: z.array(roleCode),
  permissions: z.array(permissionCode),
  posts: z.array(
    z.object({
      postId: entityId,
      kind: z.string(),
      title: z.string(),
      placeCode: z.string(),
      placeName: z.string(),
    }),
  ),
  /** Prefixes of place codes that may be seen. */
  reach: z.array(z.string()),
  /** Where maps open: WGS84 box west, south, east, north. */
  area: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  twoFactorOn: z.boolean(),
  demo: z.boolean(),
});
export type Me = z.output<typeof me>;

export const accountRow = z.object({
  personId: entityId,
  account: z.string(),
  name: z.string(),
  disabled: z.boolean(),
  twoFactorOn: z.boolean(),
  lastSignInAt: instant.nullable(),
  lockedUntil: instant.nullable(),
});

export const loginRow = z.object({
  at: instant,
  account: z.string(),
  outcome: z.enum(['ok', 'wrong', 'locked', 'two-factor', 'signed-out', 'revoked']),
  address: z.string(),
  device: z.string(),
});

const sessionRow = z.object({
  id: z.string(),
  createdAt: instant,
  expiresAt: instant,
  address: z.string(),
  device: z.string(),
  current: z.boolean(),
});

export const identityEndpoints = {
  signIn: {
    method: 'POST',
    path: '/session',
    module: 'identity',
    summary: '登录',
    permission: 'public',
    body: z.object({
      account: accountName,
      password,
      code: signInCode.optional(),
    }),
    answer: me,
  },
  signOut: { method: 'DELETE', path: '/session', module: 'identity', summary: '退出', permission: 'public' },
  getMe: {
    method: 'GET',
    path: '/me',
    module: 'identity',
    summary: '我是谁、能做什么',
    permission: 'signedIn',
    answer: me,
  },
  signInWays: {
    method: 'GET',
    path: '/sign-in-ways',
    module: 'identity',
    summary: '登录方式（统一认证、演示账号）',
    permission: 'public',
    answer: z.object({
      oidc: z.array(z.object({ id: z.string(), name: z.string(), startPath: z.string() })),
      demoLogins: z.array(
        z.object({
          account: z.string(),
          password: z.string(),
          role: z.string(),
          name: z.string(),
          place: z.string(),
        }),
      ),
    }),
  },
  startUnifiedSignIn: {
    method: 'GET',
    path: '/sign-in/:provider',
    module: 'identity',
    summary: '转到统一认证登录（浏览器跳转）',
    permission: 'public',
    params: z.object({ provider: providerId }),
  },
  finishUnifiedSignIn: {
    method: 'GET',
    path: '/auth/callback/:provider',
    module: 'identity',
    summary: '统一认证返回（浏览器跳转）',
    permission: 'public',
    params: z.object({ provider: providerId }),
  },
  changePassword: {
    method: 'POST',
    path: '/me/password',
    module: 'identity',
    summary: '修改密码',
    permission: 'signedIn',
    body: z.object({ current: password, next: z.string().min(10, '新密码至少 10 位').max(128) }),
  },
  listMySessions: {
    method: 'GET',
    path: '/me/sessions',
    module: 'identity',
    summary: '我的登录设备',
    permission: 'signedIn',
    answer: z.object({ items: z.array(sessionRow) }),
  },
  revokeMyOtherSessions: {
    method: 'DELETE',
    path: '/me/sessions',
    module: 'identity',
    summary: '退出其他设备',
    permission: 'signedIn',
  },
  startTwoFactor: {
    method: 'POST',
    path: '/me/two-factor',
    module: 'identity',
    summary: '开启两步验证',
    permission: 'signedIn',
    body: z.object({ password }),
    answer: z.object({ uri: z.string(), backupCodes: z.array(z.string()) }),
  },
  confirmTwoFactor: {
    method: 'POST',
    path: '/me/two-factor/confirm',
    module: 'identity',
    summary: '确认两步验证',
    permission: 'signedIn',
    body: z.object({ code: z.string().regex(/^\d{6}$/, '动态码为 6 位数字') }),
  },
  stopTwoFactor: {
    method: 'DELETE',
    path: '/me/two-factor',
    module: 'identity',
    summary: '关闭两步验证',
    permission: 'signedIn',
    body: z.object({ password }),
  },
  listAccounts: {
    method: 'GET',
    path: '/accounts',
    module: 'identity',
    summary: '账号',
    permission: 'accounts.edit',
    query: z.object({
      q: z.string().max(60).optional(),
      page: z.coerce.number().int().min(1).max(500).default(1),
      size: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.object({ items: z.array(accountRow), total: z.int() }),
  },
  createAccount: {
    method: 'POST',
    path: '/accounts',
    module: 'identity',
    summary: '开通账号',
    permission: 'accounts.edit',
    body: z.object({
      personId: entityId,
      account: accountName,
      password: z.string().min(10, '密码至少 10 位').max(128),
    }),
    answer: accountRow,
  },
  disableAccount: {
    method: 'POST',
    path: '/accounts/:personId/disable',
    module: 'identity',
    summary: '停用账号并立即退出',
    permission: 'accounts.edit',
    params: z.object({ personId: entityId }),
    body: z.object({ reason: z.string().trim().min(2, '请写明理由').max(500) }),
    answer: accountRow,
  },
  enableAccount: {
    method: 'POST',
    path: '/accounts/:personId/enable',
    module: 'identity',
    summary: '恢复账号',
    permission: 'accounts.edit',
    params: z.object({ personId: entityId }),
    answer: accountRow,
  },
  resetPassword: {
    method: 'POST',
    path: '/accounts/:personId/password',
    module: 'identity',
    summary: '重设密码并立即退出',
    permission: 'accounts.edit',
    params: z.object({ personId: entityId }),
    body: z.object({ password: z.string().min(10, '密码至少 10 位').max(128) }),
    answer: accountRow,
  },
  listLogins: {
    method: 'GET',
    path: '/logins',
    module: 'identity',
    summary: '登录记录（保存六个月）',
    permission: 'accounts.edit',
    query: z.object({
      account: z.string().max(60).optional(),
      page: z.coerce.number().int().min(1).max(500).default(1),
    }),
    answer: z.object({ items: z.array(loginRow), total: z.int() }),
  },
} as const satisfies Record<string, Endpoint>;
