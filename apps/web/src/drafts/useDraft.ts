import { useCallback, useEffect, useRef, useState } from 'react';
import { useMe } from '../session/me.tsx';
import { dropDraft, loadDraft, saveDraft } from './draftStore.ts';

/** The kept text of one form: what was there when it opened, and how to keep and forget it. */
export function useDraft<T>(form: string) {
  const { account } = useMe();
  const [found] = useState(() => loadDraft<T>(localStorage, account, form));
  const [full, setFull] = useState(false);
  const waiting = useRef<{ timer: number; value: T } | null>(null);

  const write = useCallback(() => {
    const pending = waiting.current;
    if (!pending) return;
    window.clearTimeout(pending.timer);
    waiting.current = null;
    setFull(!saveDraft(localStorage, account, form, pending.value, Date.now()));
  }, [account, form]);

  const keep = useCallback(
    (value: T) => {
      if (waiting.current) window.clearTimeout(waiting.current.timer);
      waiting.current = { timer: window.setTimeout(write, 200), value };
    },
    [write],
  );

  const forget = useCallback(() => {
    if (waiting.current) window.clearTimeout(waiting.current.timer);
    waiting.current = null;
    dropDraft(localStorage, account, form);
  }, [account, form]);

  useEffect(() => {
    window.addEventListener('pagehide', write);
    return () => {
      window.removeEventListener('pagehide', write);
      write();
    };
  }, [write]);

  return { found, keep, forget, full };
}
