import { join, resolve } from 'node:path';
import { StartRefusal } from './refusal.ts';

export interface OidcProvider {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  readonly databaseUrl: string | null;
  readonly demo: boolean;
  readonly tls: { readonly certFile: string; readonly keyFile: string } | null;
  /** Addresses of proxies whose X-Forwarded-* headers are believed. */
  readonly trustedProxy: string | null;
  /** Address under which people reach the server, for OIDC return links and secure cookies. */
  readonly publicUrl: string | null;
  readonly oidc: OidcProvider | null;
  /** Whoever shows it as bearer reads /metrics; null: only programs on this machine read it. */
  readonly metricsToken: string | null;
  readonly sealAlgorithm: 'sha256' | 'sm3';
  readonly logLevel: string;
  /** Checks every answer against the contract; on in tests. */
  readonly checkAnswers: boolean;
}

const repositoryRoot = resolve(import.meta.dirname, '../../../..');

function portFrom(text: string | undefined): number {
  const port = Number(text ?? '8080');
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new StartRefusal(`端口 PORT=${text} 不对：请写 1 到 65535 之间的数字`);
}

function tlsFrom(env: NodeJS.ProcessEnv): Config['tls'] {
  const { QINGSHAN_TLS_CERT: certFile, QINGSHAN_TLS_KEY: keyFile } = env;
  if (!certFile && !keyFile) return null;
  if (certFile && keyFile) return { certFile, keyFile };
  throw new StartRefusal('HTTPS 需要同时设置 QINGSHAN_TLS_CERT（证书）和 QINGSHAN_TLS_KEY（私钥）');
}

const SHORTEST_TOKEN = 16;

function metricsTokenFrom({ QINGSHAN_METRICS_TOKEN: token }: NodeJS.ProcessEnv): string | null {
  if (token && token.length < SHORTEST_TOKEN)
    throw new StartRefusal(
      `QINGSHAN_METRICS_TOKEN 太短，容易被猜到：请用 ${SHORTEST_TOKEN} 位以上的随机字符`,
    );
  return token || null;
}

function oidcFrom(env: NodeJS.ProcessEnv): OidcProvider | null {
  const {
    QINGSHAN_OIDC_ISSUER: issuer,
    QINGSHAN_OIDC_CLIENT_ID: clientId,
    QINGSHAN_OIDC_CLIENT_SECRET: clientSecret,
  } = env;
  if (!issuer) return null;
  if (!clientId || !clientSecret)
    throw new StartRefusal('统一认证需要同时设置 QINGSHAN_OIDC_CLIENT_ID 和 QINGSHAN_OIDC_CLIENT_SECRET');
  return { id: 'oidc', name: env.QINGSHAN_OIDC_NAME ?? '统一身份认证', issuer, clientId, clientSecret };
}

/** Reads the environment; refuses what cannot work with one sentence. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  return {
    host: env.HOST || '127.0.0.1',
    port: portFrom(env.PORT),
    dataFolder: resolve(env.QINGSHAN_DATA || join(repositoryRoot, '.data')),
    databaseUrl: env.DATABASE_URL || null,
    demo: env.QINGSHAN_DEMO !== '0',
    tls: tlsFrom(env),
    trustedProxy: env.QINGSHAN_TRUSTED_PROXY || null,
    publicUrl: env.QINGSHAN_PUBLIC_URL || null,
    oidc: oidcFrom(env),
    metricsToken: metricsTokenFrom(env),
    sealAlgorithm: env.QINGSHAN_SEAL === 'sm3' ? 'sm3' : 'sha256',
    // Someone at a terminal wants address and warnings; a service manager wants every request.
    logLevel: env.LOG_LEVEL || (process.stderr.isTTY ? 'warn' : 'info'),
    checkAnswers: env.QINGSHAN_CHECK_ANSWERS === '1',
  };
}
