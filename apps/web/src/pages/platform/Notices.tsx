import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/useAsk.ts';
import { PageTitle } from '../../desk/PageTitle.tsx';
import { Answer, Nothing } from '../../parts/Answer.tsx';
import { moment } from '../../parts/time.ts';
import './journal.css';

export default function Notices() {
  const cache = useQueryClient();
  const [page, setPage] = useState(1);
  const [unreadOnly, setUnreadOnly] = useState(false);
  const asked = useAsk(
    'listNotices',
    { query: { page, ...(unreadOnly ? { unread: 'true' as const } : {}) } },
    { keepLast: true },
  );
  const read = async (ids?: string[]) => {
    await client.call('readNotices', { body: ids ? { ids } : {} });
    cache.invalidateQueries({ queryKey: ['listNotices'] });
  };
  return (
    <>
      <PageTitle title="我的消息">
        <Checkbox checked={unreadOnly} onChange={(event) => setUnreadOnly(event.target.checked)}>
          只看未读
        </Checkbox>
        <Button onClick={() => read()}>全部标为已读</Button>
      </PageTitle>
      <Answer of={asked}>
        {({ items }) => (
          <>
            {items.length === 0 ? (
              <Nothing>
                {page > 1 ? '没有更早的消息了。' : '还没有消息。有人交办、督促或退回时会出现在这里。'}
              </Nothing>
            ) : (
              <ul className="notice-list">
                {items.map((notice) => (
                  <li key={notice.id} className={notice.readAt ? '' : 'unread'}>
                    {!notice.readAt && <span>未读</span>}
                    {notice.issueId ? (
                      <Link
                        to={`/issues/${notice.issueId}`}
                        onClick={() => !notice.readAt && read([notice.id])}
                      >
                        {notice.text}
                      </Link>
                    ) : (
                      <span>{notice.text}</span>
                    )}
                    <span className="grow" />
                    <time className="quiet num">{moment(notice.at)}</time>
                  </li>
                ))}
              </ul>
            )}
            <p className="row older">
              {page > 1 && <Button onClick={() => setPage(page - 1)}>较新</Button>}
              {items.length >= 20 && <Button onClick={() => setPage(page + 1)}>较早</Button>}
            </p>
          </>
        )}
      </Answer>
    </>
  );
}
