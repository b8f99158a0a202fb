import { createCipheriv, createDecipheriv } from 'node:crypto';
import { type BlockCipher, StandardRefusal } from '@qingshan/standards';

function keyBytes(text: string): Buffer {
  if (/^[0-9a-fA-F]{32}$/.test(text)) return Buffer.from(text, 'hex');
  if (Buffer.byteLength(text) === 16) return Buffer.from(text);
  throw new StandardRefusal('bad-text', '--sm4-key', 'SM4 密钥应为 16 个字符或 32 位十六进制');
}

/** SM4-ECB without padding of the platform's OpenSSL, from a key of 16 characters or 32 hexadecimal digits. Errors: `bad-text`. */
export function sm4Cipher(key: string): BlockCipher {
  const secret = keyBytes(key);
  const run = (make: typeof createCipheriv | typeof createDecipheriv) => (blocks: Uint8Array) => {
    const cipher = make('sm4-ecb', secret, null);
    cipher.setAutoPadding(false);
    return new Uint8Array(Buffer.concat([cipher.update(blocks), cipher.final()]));
  };
  return { encrypt: run(createCipheriv), decrypt: run(createDecipheriv) };
}
