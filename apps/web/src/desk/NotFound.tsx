import { Link, useRouteError } from 'react-router';
import { PageTitle } from './PageTitle.tsx';

export function NotFound() {
  return (
    <>
      <PageTitle title="没有这个页面" />
      <p>地址可能已经变了。</p>
      <Link to="/">回到今日待办</Link>
    </>
  );
}

/** A page that failed to load or to draw; a new edition on the server is the usual cause. */
export function PageBroke() {
  const error = useRouteError();
  console.error(error);
  return (
    <main className="broken">
      <title>页面出了差错 · 青山</title>
      <h1>页面出了差错</h1>
      <p>可能是系统刚刚更新，刷新后即可继续；填写过的内容已保留。</p>
      <button type="button" className="plain boxed" onClick={() => window.location.reload()}>
        刷新
      </button>
    </main>
  );
}
