import { type IssueDetail, states, type Verb, verbRow, verbs } from '@qingshan/contract';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { ActForm } from './ActForm.tsx';
import { useAct } from './useAct.ts';

interface Props {
  issue: IssueDetail;
  onReload: () => Promise<unknown>;
}

/** Verbs that need nothing and take nothing are done with one tap. */
const oneTap = (verb: Verb) => verbRow(verb).needs.length === 0;

/** The next step as the one big button, with its reason when it is grey; the other acts behind 更多办理. */
export function NextStep({ issue, onReload }: Props) {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('act') as Verb | null;
  const { act, sending, refusal, clear, newActId } = useAct(issue, onReload);
  const tapId = useRef<string | null>(null);
  const more = useRef<HTMLDetailsElement>(null);
  const big = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState<Verb | null>(
    asked && issue.may.includes(asked) && !oneTap(asked) ? asked : null,
  );
  useEffect(() => {
    if (asked && oneTap(asked)) big.current?.focus();
  }, [asked]);

  function close() {
    setOpen(null);
    clear();
    if (search.has('act')) {
      search.delete('act');
      setSearch(search, { replace: true });
    }
  }
  async function choose(verb: Verb) {
    clear();
    if (more.current) more.current.open = false;
    if (!oneTap(verb)) {
      setOpen(verb);
      return;
    }
    tapId.current ??= newActId();
    if (await act(verb, {}, tapId.current)) close();
    tapId.current = null;
  }

  const { next } = issue;
  const others = issue.may.filter((verb) => verb !== next?.verb || !next.enabled);
  // Whoever checks passes it or sends it back: both stand in sight.
  const isReturn = (verb: Verb) => states[issue.state].tone === 'checking' && verbRow(verb).back === true;
  const returns = others.filter(isReturn);
  const behind = others.filter((verb) => !isReturn(verb));
  return (
    <section className="next" aria-label="下一步办理">
      {refusal && !open && (
        <p role="alert" className="refusal">
          {refusal.sentence}
        </p>
      )}
      {open ? (
        <ActForm
          key={open}
          issue={issue}
          verb={open}
          sending={sending === open}
          refusal={refusal}
          onAct={act}
          onClose={close}
        />
      ) : (
        <>
          {next ? (
            <>
              <p className="quiet">下一步</p>
              <Button
                ref={big}
                data-testid="next-step"
                type="primary"
                block
                className="big"
                disabled={!next.enabled}
                loading={sending === next.verb}
                aria-describedby={next.why ? 'next-why' : undefined}
                onClick={() => choose(next.verb)}
              >
                {verbs[next.verb].label}
              </Button>
              {next.why && (
                <p id="next-why" className="next-why">
                  {next.why}
                </p>
              )}
            </>
          ) : (
            <p className="next-none">办理已结束，没有下一步。</p>
          )}
          {returns.map((verb) => (
            <Button
              key={verb}
              danger
              block
              className="big"
              loading={sending === verb}
              onClick={() => choose(verb)}
            >
              {verbs[verb].label}
            </Button>
          ))}
          {behind.length > 0 && (
            <details ref={more} className="other-acts">
              <summary>更多办理</summary>
              <div>
                {behind.map((verb) => (
                  <Button
                    key={verb}
                    danger={verbRow(verb).back === true}
                    loading={sending === verb}
                    onClick={() => choose(verb)}
                  >
                    {verbs[verb].label}
                  </Button>
                ))}
              </div>
            </details>
          )}
        </>
      )}
    </section>
  );
}
