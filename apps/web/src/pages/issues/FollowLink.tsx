import { App, Button } from 'antd';
import { lazy, Suspense, useState } from 'react';

const FollowCode = lazy(() => import('./FollowCode.tsx'));

/** The link by which the public follows a problem: to copy, or as a code to scan. */
export function FollowLink({ path }: { path: string }) {
  const { message } = App.useApp();
  const [scan, setScan] = useState(false);
  const url = new URL(path, window.location.origin).href;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      message.success('链接已复制，可发给反映人');
    } catch {
      message.info('请选中链接后手动复制');
    }
  };
  return (
    <span className="row">
      <input
        className="copy-box"
        readOnly
        value={url}
        aria-label="群众查询链接"
        onFocus={(event) => event.target.select()}
      />
      <Button size="small" onClick={copy}>
        复制链接
      </Button>
      <Button size="small" aria-expanded={scan} onClick={() => setScan(!scan)}>
        二维码
      </Button>
      {scan && (
        <Suspense fallback={<span className="quiet">正在生成…</span>}>
          <FollowCode url={url} />
        </Suspense>
      )}
    </span>
  );
}
