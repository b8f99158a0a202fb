import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { BlockCipher } from '../src/index.ts';

/** SM4 of the platform, behind the interface of the package. */
export function sm4(key: Uint8Array): BlockCipher {
  const run = (make: typeof createCipheriv | typeof createDecipheriv) => (blocks: Uint8Array) => {
    const cipher = make('sm4-ecb', key, null);
    cipher.setAutoPadding(false);
    return new Uint8Array(Buffer.concat([cipher.update(blocks), cipher.final()]));
  };
  return { encrypt: run(createCipheriv), decrypt: run(createDecipheriv) };
}
