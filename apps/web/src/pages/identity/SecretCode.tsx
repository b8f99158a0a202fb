import { QRCode } from 'antd';

/** The authenticator's key as a QR code, in a chunk of its own: only who sets two-factor up needs it. */
export default function SecretCode({ uri }: { uri: string }) {
  return <QRCode value={uri} size={200} errorLevel="M" type="svg" aria-label="验证器密钥的二维码" />;
}
