import type { Answer, Endpoints, Input, OperationId } from '@qingshan/contract';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { client } from './client.ts';

interface Options {
  enabled?: boolean;
  /** Keep showing the last answer while the next one is on its way. */
  keepLast?: boolean;
  staleMs?: number;
}

/** Reads one endpoint; the answer is cached under its operation id and input. */
export function useAsk<O extends OperationId>(
  operation: O,
  input: Input<Endpoints[O]>,
  options: Options = {},
): UseQueryResult<Answer<Endpoints[O]>> {
  return useQuery<Answer<Endpoints[O]>>({
    queryKey: [operation, input],
    queryFn: () => client.call(operation, ...([input] as never)),
    enabled: options.enabled ?? true,
    ...(options.keepLast ? { placeholderData: keepPreviousData } : {}),
    ...(options.staleMs === undefined ? {} : { staleTime: options.staleMs }),
  });
}
