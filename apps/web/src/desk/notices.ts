import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { quietClient } from '../api/client.ts';

const POLL_MS = 60_000;
const REOPEN_MS = 30_000;

/** My notices: told at once by the server's stream, asked every minute where the stream does not get through. */
export function useNotices() {
  const cache = useQueryClient();
  useEffect(() => {
    let stream: EventSource | null = null;
    let timer = 0;
    const refresh = () => {
      for (const operation of ['listNotices', 'getToday', 'getIssue', 'listIssues']) {
        cache.invalidateQueries({ queryKey: [operation] });
      }
    };
    const open = () => {
      stream = new EventSource('/api/notices/stream');
      stream.addEventListener('notice', refresh);
      stream.onerror = () => {
        if (stream?.readyState !== EventSource.CLOSED) return;
        window.clearTimeout(timer);
        timer = window.setTimeout(open, REOPEN_MS);
      };
    };
    open();
    return () => {
      window.clearTimeout(timer);
      stream?.close();
    };
  }, [cache]);
  return useQuery({
    queryKey: ['listNotices', { query: {} }],
    queryFn: () => quietClient.call('listNotices', { query: {} }),
    refetchInterval: POLL_MS,
    retry: false,
  });
}
