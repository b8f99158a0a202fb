import type { Answer, Endpoint, Input } from './endpoint.ts';
import { type Endpoints, endpoints, type OperationId } from './endpoints.ts';
import { type Problem, problem } from './problem.ts';

/** A refusal of the server, as problem+json; or no answer at all (`code` is `no-connection`). */
export class ServerRefusal extends Error {
  readonly problem: Problem;
  constructor(refusal: Problem, cause?: unknown) {
    super(refusal.title, { cause });
    this.problem = refusal;
  }
}

type Fetch = (url: string, init: RequestInit) => Promise<Response>;
interface Parts {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

function urlOf(endpoint: Endpoint, input: Parts): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(input.params?.[name])),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  }
  return `/api${path}${query.size > 0 ? `?${query}` : ''}`;
}

async function refusalFrom(response: Response): Promise<ServerRefusal> {
  const parsed = problem.safeParse(await response.json().catch(() => null));
  if (parsed.success) return new ServerRefusal(parsed.data);
  return new ServerRefusal({
    type: 'about:blank',
    status: response.status,
    code: 'internal',
    title: `服务器没有给出说明（${response.status}），请稍后再试`,
  });
}

/**
 * Typed client over the contract: `call('listIssues', { query: { state: 'open' } })`.
 * @param doFetch `fetch`, or one that adds the base address and cookies.
 */
export function createClient(doFetch: Fetch) {
  async function call<O extends OperationId>(
    operation: O,
    ...[input]: object extends Input<Endpoints[O]> ? [Input<Endpoints[O]>?] : [Input<Endpoints[O]>]
  ): Promise<Answer<Endpoints[O]>> {
    const endpoint: Endpoint = endpoints[operation];
    const parts = (input ?? {}) as Parts;
    const init: RequestInit = { method: endpoint.method, credentials: 'same-origin' };
    if (parts.body instanceof FormData) init.body = parts.body;
    else if (parts.body !== undefined) {
      init.body = JSON.stringify(parts.body);
      init.headers = { 'content-type': 'application/json' };
    }
    const response = await doFetch(urlOf(endpoint, parts), init).catch((cause: unknown) => {
      throw new ServerRefusal(
        {
          type: 'about:blank',
          status: 0,
          code: 'no-connection',
          title: '连不上服务器，填写的内容已保留，请检查网络后再试',
        },
        cause,
      );
    });
    if (!response.ok) throw await refusalFrom(response);
    return (response.status === 204 ? undefined : await response.json()) as Answer<Endpoints[O]>;
  }

  /** Uploads one file as a form (`POST /api/files`, `POST /api/places/import`). */
  async function upload<O extends 'uploadFile' | 'importPlaces'>(
    operation: O,
    file: Blob,
    name: string,
  ): Promise<Answer<Endpoints[O]>> {
    const form = new FormData();
    form.append('file', file, name);
    return call(operation, ...([{ body: form }] as never));
  }

  return { call, upload };
}
export type Client = ReturnType<typeof createClient>;
