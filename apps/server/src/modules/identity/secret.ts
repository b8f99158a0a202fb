import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartRefusal } from '../../platform/index.ts';

const MIN_LENGTH = 32;

/**
 * Secret that signs cookies and encrypts two-factor keys: QINGSHAN_SECRET when several processes share a database,
 * otherwise made once and kept in the data folder.
 */
export async function readSecret(dataFolder: string): Promise<string> {
  const given = process.env.QINGSHAN_SECRET;
  if (given) {
    if (given.length >= MIN_LENGTH) return given;
    throw new StartRefusal(`QINGSHAN_SECRET 太短：请用至少 ${MIN_LENGTH} 位的随机字符`);
  }
  const file = join(dataFolder, 'auth-secret');
  await writeFile(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
  const secret = (await readFile(file, 'utf8')).trim();
  if (secret.length >= MIN_LENGTH) return secret;
  throw new StartRefusal(
    `密钥文件 ${file} 不完整：请从备份恢复，或删除它（所有人需重新登录，两步验证需重设）`,
  );
}
