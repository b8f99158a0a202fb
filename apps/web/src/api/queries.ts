import { ServerRefusal } from '@qingshan/contract';
import { QueryClient } from '@tanstack/react-query';

function worthRetrying(count: number, error: Error): boolean {
  if (!(error instanceof ServerRefusal)) return false;
  const { status } = error.problem;
  return count < 2 && (status === 0 || status === 502 || status === 503);
}

export const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, retry: worthRetrying, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});
