import { type Answer, type Endpoints, type IssueSummary, openStates } from '@qingshan/contract';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { client, sentenceOf } from '../../api/client.ts';

type Results = Answer<Endpoints['assignMany']>['results'];

const AT_ONCE = 100;

/** 批量交办 of the chosen rows: each goes to the owner found from its place and kind; each is answered for. */
export function AssignMany({ chosen, onDone }: { chosen: readonly IssueSummary[]; onDone: () => void }) {
  const { message } = App.useApp();
  const cache = useQueryClient();
  const [sending, setSending] = useState(false);
  const [results, setResults] = useState<Results | null>(null);
  async function assign() {
    setSending(true);
    const done: Results = [];
    try {
      for (let from = 0; from < chosen.length; from += AT_ONCE) {
        const items = chosen.slice(from, from + AT_ONCE).map(({ id, version }) => ({ id, version }));
        done.push(...(await client.call('assignMany', { body: { items } })).results);
      }
    } catch (error) {
      message.error(sentenceOf(error));
    }
    setSending(false);
    if (done.length > 0) setResults(done);
    for (const operation of ['listIssues', 'getToday', 'getIssue'])
      cache.invalidateQueries({ queryKey: [operation] });
  }
  const notOpen = chosen.filter((issue) => !(openStates as readonly string[]).includes(issue.state)).length;
  const numberOf = (id: string) => chosen.find((issue) => issue.id === id)?.number ?? id;
  const failed = results?.filter((result) => !result.ok).length ?? 0;
  return (
    <section className="chosen no-print" aria-label="批量办理">
      <span>
        已选 <b className="num">{chosen.length}</b> 件
        {notOpen > 0 && `（其中 ${notOpen} 件已办结，不会交办）`}
      </span>
      <Button type="primary" onClick={assign} loading={sending}>
        批量交办
      </Button>
      <Button onClick={onDone}>取消选择</Button>
      <Modal
        open={results !== null}
        title={failed ? `交办完成，${failed} 件没有办成` : '全部交办完成'}
        okText="知道了"
        cancelButtonProps={{ style: { display: 'none' } }}
        onOk={() => {
          setResults(null);
          onDone();
        }}
        onCancel={() => {
          setResults(null);
          onDone();
        }}
      >
        <ul className="batch-results">
          {results?.map((result) => (
            <li key={result.id} className={result.ok ? 'ok' : 'failed'}>
              <span aria-hidden="true">{result.ok ? '✓' : '✕'}</span>
              <Link className="num" to={`/issues/${result.id}`}>
                {result.number ?? numberOf(result.id)}
              </Link>
              <span>{result.message}</span>
            </li>
          ))}
        </ul>
      </Modal>
    </section>
  );
}
