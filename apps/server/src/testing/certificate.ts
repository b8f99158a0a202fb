import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** One DER value: tag, length, content (ITU-T X.690). */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
const hex = (text: string) => Buffer.from(text, 'hex');
const sequence = (...parts: Uint8Array[]) => der(0x30, ...parts);
const time = (at: Date) => der(0x17, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));
const pem = (label: string, bytes: Buffer) =>
  `-----BEGIN ${label}-----\n${bytes.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END ${label}-----\n`;

const ECDSA_SHA256 = sequence(hex('06082a8648ce3d040302'));
const NAME = sequence(der(0x31, sequence(hex('0603550403'), der(0x0c, Buffer.from('localhost')))));
/** subjectAltName: DNS localhost, IP 127.0.0.1. */
const ALSO_NAMED = sequence(
  hex('0603551d11'),
  der(0x04, sequence(der(0x82, Buffer.from('localhost')), der(0x87, Buffer.from([127, 0, 0, 1])))),
);

/** A certificate for localhost that signs itself, with its key: PEM, a day long (RFC 5280, X.509 version 3). */
export function selfMadeCertificate(): { cert: string; key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const now = Date.now();
  const body = sequence(
    hex('a003020102'),
    der(0x02, Buffer.concat([hex('01'), randomBytes(8)])),
    ECDSA_SHA256,
    NAME,
    sequence(time(new Date(now - 3_600_000)), time(new Date(now + 86_400_000))),
    NAME,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(ALSO_NAMED)),
  );
  const signature = der(0x03, hex('00'), sign('sha256', body, privateKey));
  return {
    cert: pem('CERTIFICATE', sequence(body, ECDSA_SHA256, signature)),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}
