import { createClient, ServerRefusal } from '@qingshan/contract';
import { askToSignIn, sessionIsArmed } from './lostSession.ts';

async function sessionIsGone(response: Response): Promise<boolean> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  return typeof body === 'object' && body !== null && 'code' in body && body.code === 'not-signed-in';
}

async function fetchAcrossSessions(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  if (response.status !== 401 || !sessionIsArmed() || !(await sessionIsGone(response))) return response;
  return (await askToSignIn()) ? fetch(url, init) : response;
}

/** Calls of the person at the desk: a lost session asks to sign in again and sends the call once more. */
export const client = createClient(fetchAcrossSessions);

/** Calls in the background (polling, first look who is signed in): a lost session is a plain refusal. */
export const quietClient = createClient((url, init) => fetch(url, init));

/** The server's sentence, or one of our own when something else broke. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ServerRefusal) return error.problem.title;
  return '页面出了差错，请刷新后再试';
}

export function codeOf(error: unknown): string | null {
  return error instanceof ServerRefusal ? error.problem.code : null;
}
