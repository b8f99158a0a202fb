import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Radio } from 'antd';
import { useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import { client, codeOf } from '../../api/client.ts';
import { useAsk } from '../../api/useAsk.ts';
import { PageTitle } from '../../desk/PageTitle.tsx';
import { Answer, Nothing, Refusal } from '../../parts/Answer.tsx';
import { StateTag } from '../../parts/StateTag.tsx';
import { moment } from '../../parts/time.ts';
import './issue.css';

const scores = [
  { value: 5, label: '5 分 很满意' },
  { value: 4, label: '4 分 满意' },
  { value: 3, label: '3 分 一般' },
  { value: 2, label: '2 分 不满意' },
  { value: 1, label: '1 分 很不满意' },
];

/** What the reporter sees with the link: how far it is, and rating once it is closed. */
export default function Follow() {
  const { token = '' } = useParams();
  const asked = useAsk('followIssue', { params: { token } });
  const code = asked.data ? null : codeOf(asked.error);
  if (code === 'not-found' || code === 'invalid-input') {
    return (
      <>
        <PageTitle title="办理进度" />
        <Nothing>
          <p>链接不对或已失效。</p>
          <p className="quiet">请核对链接是否完整，或向给您链接的人再要一次；也可以</p>
          <Link to="/who">查谁负责这里</Link>
        </Nothing>
      </>
    );
  }
  return (
    <>
      <PageTitle title="办理进度" />
      <Answer of={asked}>
        {(issue) => (
          <>
            <section className="panel" aria-label="反映的问题">
              <p className="quiet num">编号 {issue.number}</p>
              <h2>{issue.title}</h2>
              <p className="row">
                <StateTag state={issue.state} /> {issue.kind} · {issue.placeName}
              </p>
              {issue.dueAt &&
                (new Date(issue.dueAt) > new Date() ? (
                  <p>预计办结：{moment(issue.dueAt)} 前</p>
                ) : (
                  <p>已超过预计时间，正在催办</p>
                ))}
              {issue.state === 'declined' && (
                <p className="caution">
                  没有受理
                  {issue.declinedBecause ? `，理由：${issue.declinedBecause}` : '，详情请问当地镇环保办'}
                </p>
              )}
              {issue.successors.length > 0 && (
                <div className="hint">
                  <p>
                    {issue.state === 'split'
                      ? '已分成几件分别办理，请看：'
                      : '已与同一处的问题合并办理，请看：'}
                  </p>
                  <ul>
                    {issue.successors.map((successor) => (
                      <li key={successor.path}>
                        <Link to={successor.path}>
                          <span className="num">{successor.number}</span> {successor.title}
                        </Link>
                      </li>
                    ))}
                  </ul>
                </div>
              )}
            </section>
            <section className="panel" aria-label="办理经过">
              <h2>办理经过</h2>
              <ol className="timeline" data-testid="timeline">
                {issue.steps.map((step) => (
                  <li key={`${step.label}${step.at}`}>
                    <b>{step.label}</b>
                    <p className="quiet">{moment(step.at)}</p>
                  </li>
                ))}
              </ol>
            </section>
            {issue.mayRate && <Rating token={token} />}
          </>
        )}
      </Answer>
    </>
  );
}

function Rating({ token }: { token: string }) {
  const cache = useQueryClient();
  const [score, setScore] = useState<number | null>(null);
  const [message, setMessage] = useState('');
  const [refusal, setRefusal] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  const busy = useRef(false);
  async function rate() {
    if (busy.current || score === null) return;
    busy.current = true;
    setSending(true);
    setRefusal(null);
    try {
      const words = message.trim();
      const after = await client.call('rateByReporter', {
        params: { token },
        body: { score, ...(words ? { message: words } : {}) },
      });
      cache.setQueryData(['followIssue', { params: { token } }], after);
    } catch (error) {
      setRefusal(error);
    } finally {
      busy.current = false;
      setSending(false);
    }
  }
  return (
    <section className="panel stack" aria-label="评价">
      <h2>您对处理结果满意吗？</h2>
      {refusal !== null && <Refusal error={refusal} />}
      <Radio.Group
        className="scores"
        options={scores}
        value={score}
        onChange={(event) => setScore(event.target.value)}
      />
      <Input.TextArea
        aria-label="想说的话（可不填）"
        placeholder="想说的话（可不填）"
        value={message}
        maxLength={500}
        autoSize={{ minRows: 3 }}
        onChange={(event) => setMessage(event.target.value)}
      />
      <Button type="primary" className="big" block disabled={score === null} loading={sending} onClick={rate}>
        提交评价
      </Button>
    </section>
  );
}
