import { type IssueDetail, newId, ServerRefusal, type Verb, verbs } from '@qingshan/contract';
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef, useState } from 'react';
import { client, sentenceOf } from '../../api/client.ts';
import { useMe } from '../../session/me.tsx';
import type { ActBody } from './actValues.ts';

export interface ActRefusal {
  sentence: string;
  /** Somebody acted on the problem after it was opened here. */
  overtaken: boolean;
  error: unknown;
}

/**
 * Carries one act out. Clicked twice it is sent once; sent again after a broken line it carries the same `actId`, so
 * the server does it once.
 */
export function useAct(issue: IssueDetail, onReload: () => Promise<unknown>) {
  const me = useMe();
  const cache = useQueryClient();
  const { message } = App.useApp();
  const busy = useRef(false);
  const [sending, setSending] = useState<Verb | null>(null);
  const [refusal, setRefusal] = useState<ActRefusal | null>(null);

  async function act(verb: Verb, body: ActBody, actId: string): Promise<boolean> {
    if (busy.current) return false;
    busy.current = true;
    setSending(verb);
    setRefusal(null);
    try {
      const after = await client.call('actOnIssue', {
        params: { id: issue.id, verb },
        body: { ...body, version: issue.version, actId },
      });
      cache.setQueryData(['getIssue', { params: { id: issue.id } }], after);
      for (const operation of ['listIssues', 'getToday', 'getOverview', 'listNotices']) {
        cache.invalidateQueries({ queryKey: [operation] });
      }
      message.success(`“${verbs[verb].label}”已完成`);
      return true;
    } catch (error) {
      const overtaken =
        error instanceof ServerRefusal &&
        ['someone-was-first', 'step-not-possible'].includes(error.problem.code);
      if (overtaken) await onReload();
      setRefusal({ sentence: sentenceOf(error), overtaken, error });
      return false;
    } finally {
      busy.current = false;
      setSending(null);
    }
  }

  return { act, sending, refusal, clear: () => setRefusal(null), newActId: () => newId(me.countyCode) };
}
