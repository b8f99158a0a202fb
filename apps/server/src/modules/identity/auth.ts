import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { genericOAuth, twoFactor, username } from 'better-auth/plugins';
import type pg from 'pg';
import type { App, Config } from '../../platform/index.ts';
import { sessionLimits } from './limits.table.ts';
import { normaliseAccount } from './rules.ts';

export const SESSION_COOKIE = 'qingshan.session';
/** Header of our own by which a caller's address reaches better-auth; never taken from outside. */
export const ADDRESS_HEADER = 'x-qingshan-address';
export const DISABLED_CODE = 'ACCOUNT_DISABLED';

/** Page that tells why unified sign-in did not open an account. */
export const UNIFIED_SIGN_IN_REFUSED = '/login?refused=oidc';

/** better-auth wants an e-mail: accounts have none, so each gets one that no post office delivers. */
export function internalEmail(account: string): string {
  return `${normaliseAccount(account)}@account.invalid`;
}

/** Address under which people reach this server. */
export function publicUrl({ publicUrl: given, tls, host, port }: Config): string {
  return given ?? `${tls ? 'https' : 'http'}://${host}:${port}`;
}

export function cookiesAreSecure(config: Config): boolean {
  return config.tls !== null || publicUrl(config).startsWith('https://');
}

const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' };

/** Which table and column each of better-auth's names has in migration 0002. */
const storage = {
  user: {
    modelName: 'auth_user',
    fields: { ...stamps, emailVerified: 'email_verified' },
    additionalFields: {
      countyCode: { type: 'string', required: true, input: false, fieldName: 'county_code' },
      personId: { type: 'string', required: true, input: false, fieldName: 'person_id' },
      disabled: { type: 'boolean', required: true, input: false },
    },
  },
  session: {
    modelName: 'auth_session',
    fields: {
      ...stamps,
      userId: 'user_id',
      expiresAt: 'expires_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
    },
  },
  account: {
    modelName: 'auth_account',
    fields: {
      ...stamps,
      accountId: 'account_id',
      providerId: 'provider_id',
      userId: 'user_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
    },
  },
  verification: { modelName: 'auth_verification', fields: { ...stamps, expiresAt: 'expires_at' } },
} as const;

const accountNames = () =>
  username({
    minUsernameLength: 1,
    maxUsernameLength: 200,
    usernameNormalization: normaliseAccount,
    usernameValidator: () => true,
    schema: { user: { fields: { username: 'username', displayUsername: 'display_username' } } },
  });

const secondFactor = () =>
  twoFactor({
    issuer: '青山',
    schema: {
      user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
      twoFactor: {
        modelName: 'auth_two_factor',
        fields: {
          userId: 'user_id',
          backupCodes: 'backup_codes',
          failedVerificationCount: 'failed_verification_count',
          lockedUntil: 'locked_until',
        },
      },
    },
  });

/** One provider by configuration; it opens existing accounts, named by its `preferred_username`, and makes none. */
const unifiedSignIn = ({ oidc }: Config) =>
  genericOAuth({
    config: oidc
      ? [
          {
            providerId: oidc.id,
            name: oidc.name,
            discoveryUrl: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
            clientId: oidc.clientId,
            clientSecret: oidc.clientSecret,
            scopes: ['openid', 'profile'],
            requireIdTokenVerification: true,
            disableSignUp: true,
            disableImplicitSignUp: true,
            mapProfileToUser: (profile) => ({
              email: profile.preferred_username ? internalEmail(String(profile.preferred_username)) : '',
              emailVerified: true,
            }),
          },
        ]
      : [],
  });

/** A disabled account gets no session, whichever way it signs in. */
async function refuseDisabled(pool: pg.Pool, userId: string): Promise<void> {
  const { rows } = await pool.query<{ disabled: boolean }>('select disabled from auth_user where id = $1', [
    userId,
  ]);
  if (rows[0]?.disabled !== false)
    throw new APIError('FORBIDDEN', { code: DISABLED_CODE, message: 'account disabled' });
}

function logTo(app: App) {
  return {
    level: 'warn' as const,
    log: (level: 'error' | 'warn' | 'info' | 'debug', message: string) =>
      level === 'error'
        ? app.log.error({ from: 'better-auth' }, message)
        : app.log.debug({ from: 'better-auth' }, message),
  };
}

/**
 * better-auth on our tables. It is called through `auth.api` behind our own endpoints; of its own HTTP endpoints only
 * the OIDC callback is served (see actions/unified-sign-in.ts). Validity of sessions is never cached.
 */
export function openAuth(app: App, pool: pg.Pool, secret: string) {
  const { config } = app;
  return betterAuth({
    appName: '青山',
    secret,
    baseURL: publicUrl(config),
    basePath: '/api/auth',
    database: pool,
    logger: logTo(app),
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    onAPIError: { errorURL: UNIFIED_SIGN_IN_REFUSED },
    ...storage,
    session: {
      ...storage.session,
      expiresIn: sessionLimits.idleHours * 3600,
      updateAge: sessionLimits.renewMinutes * 60,
      freshAge: 0,
      cookieCache: { enabled: false },
    },
    account: {
      ...storage.account,
      encryptOAuthTokens: true,
      accountLinking: { enabled: true, trustedProviders: config.oidc ? [config.oidc.id] : [] },
    },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 1, maxPasswordLength: 128 },
    advanced: {
      useSecureCookies: false,
      cookiePrefix: 'qingshan',
      cookies: { session_token: { name: SESSION_COOKIE } },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure: cookiesAreSecure(config) },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { validateSchema: false, joins: true },
    },
    databaseHooks: {
      session: { create: { before: async (session) => refuseDisabled(pool, session.userId) } },
    },
    plugins: [accountNames(), secondFactor(), unifiedSignIn(config)],
  });
}

export type Auth = ReturnType<typeof openAuth>;
