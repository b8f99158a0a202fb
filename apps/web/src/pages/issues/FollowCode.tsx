import { QRCode } from 'antd';

/** The link as a QR code, in a chunk of its own: most who open a problem never need it. */
export default function FollowCode({ url }: { url: string }) {
  return (
    <span className="follow-code">
      <QRCode value={url} size={180} errorLevel="M" type="svg" aria-label={`二维码：${url}`} />
      <span className="quiet">反映人用手机扫一扫，可看进度、评价</span>
    </span>
  );
}
