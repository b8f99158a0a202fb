import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { sentenceOf } from '../api/client.ts';
import { Loading } from '../desk/Loading.tsx';

/** The server's sentence and a way to ask again. */
export function Refusal({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  return (
    <div role="alert" className="refusal">
      <span>{sentenceOf(error)}</span>
      {onRetry && (
        <button type="button" className="plain boxed" onClick={onRetry}>
          重试
        </button>
      )}
    </div>
  );
}

interface Props<T> {
  of: UseQueryResult<T>;
  lines?: number;
  children: (data: T) => ReactNode;
}

/** What a question was answered: grey lines while waiting, the refusal with 重试, or the answer. */
export function Answer<T>({ of, lines = 5, children }: Props<T>) {
  if (of.data !== undefined) {
    return (
      <>
        {of.isError && <Refusal error={of.error} onRetry={() => of.refetch()} />}
        {children(of.data)}
      </>
    );
  }
  if (of.isError) return <Refusal error={of.error} onRetry={() => of.refetch()} />;
  return <Loading lines={lines} />;
}

/** Nothing here: says so and what to do next. */
export function Nothing({ children }: { children: ReactNode }) {
  return <div className="nothing">{children}</div>;
}
