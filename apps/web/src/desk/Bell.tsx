import { BellOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { quietClient } from '../api/client.ts';
import { moment } from '../parts/time.ts';
import { useNotices } from './notices.ts';

const close = () => document.getElementById('my-notices')?.hidePopover();

export function Bell() {
  const cache = useQueryClient();
  const { data } = useNotices();
  const unread = data?.unread ?? 0;
  const read = async (ids?: string[]) => {
    await quietClient.call('readNotices', { body: ids ? { ids } : {} }).catch(() => undefined);
    cache.invalidateQueries({ queryKey: ['listNotices'] });
  };
  return (
    <div className="bell">
      <button
        type="button"
        className="plain"
        popoverTarget="my-notices"
        aria-label={unread > 0 ? `消息，${unread} 条未读` : '消息，没有未读'}
      >
        <BellOutlined />
        {unread > 0 && <span className="count">{unread > 99 ? '99+' : unread}</span>}
      </button>
      <div id="my-notices" popover="auto" className="menu-card notices">
        <p className="row">
          <b>消息</b>
          <span className="grow" />
          {unread > 0 && (
            <button type="button" className="plain" onClick={() => read()}>
              全部标为已读
            </button>
          )}
        </p>
        <ul>
          {data?.items.slice(0, 8).map((notice) => (
            <li key={notice.id} className={notice.readAt ? '' : 'unread'}>
              <Link
                to={notice.issueId ? `/issues/${notice.issueId}` : '/notices'}
                onClick={() => {
                  close();
                  if (!notice.readAt) read([notice.id]);
                }}
              >
                {notice.text}
              </Link>
              <time>{moment(notice.at)}</time>
            </li>
          ))}
        </ul>
        {data?.items.length === 0 && (
          <p className="quiet">还没有消息。有人交办、督促或退回时会出现在这里。</p>
        )}
        <Link to="/notices" onClick={close}>
          全部消息
        </Link>
      </div>
    </div>
  );
}
