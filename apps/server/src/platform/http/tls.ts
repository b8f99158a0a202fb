import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import type { Config } from '../config.ts';
import { StartRefusal } from '../refusal.ts';

const READ_SENTENCES: Record<string, string> = {
  ENOENT: '没有这个文件',
  EACCES: '没有权限读取',
  EISDIR: '这是一个文件夹',
};

function read(variable: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new StartRefusal(
      `读不到 ${variable}=${file}：${READ_SENTENCES[code] ?? message}，请检查路径和权限`,
    );
  }
}

function demand(fits: () => unknown, sentence: string): void {
  try {
    if (fits() !== false) return;
  } catch {
    // What OpenSSL says is not for the person who starts the server.
  }
  throw new StartRefusal(sentence);
}

/** Certificate and private key as configured, checked to fit; null without HTTPS. Errors: one sentence. */
export function readTls({ tls }: Config): { readonly key: Buffer; readonly cert: Buffer } | null {
  if (!tls) return null;
  const { certFile, keyFile } = tls;
  const cert = read('QINGSHAN_TLS_CERT', certFile);
  const key = read('QINGSHAN_TLS_KEY', keyFile);
  demand(
    () => new X509Certificate(cert),
    `QINGSHAN_TLS_CERT=${certFile} 不是证书：应为 PEM 格式，以 BEGIN CERTIFICATE 开头`,
  );
  demand(
    () => createSecureContext({ key }),
    `QINGSHAN_TLS_KEY=${keyFile} 不是能用的私钥：应为 PEM 格式，不加口令`,
  );
  demand(
    () => createSecureContext({ key, cert }),
    `证书 ${certFile} 和私钥 ${keyFile} 不是一对：请换成同一次签发的两个文件`,
  );
  return { key, cert };
}
