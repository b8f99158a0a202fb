import type { Answer as AnswerOf, Endpoints } from '@qingshan/contract';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link, useParams } from 'react-router';
import { codeOf } from '../../api/client.ts';
import { useAsk } from '../../api/useAsk.ts';
import { PageTitle } from '../../desk/PageTitle.tsx';
import { Answer, Nothing } from '../../parts/Answer.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { permitted } from '../../parts/permitted.tsx';
import { today } from '../../parts/time.ts';
import { type TermAct, TermForm } from './TermForm.tsx';
import './places.css';

type Post = AnswerOf<Endpoints['getPost']>;
type Term = Post['terms'][number];

const actLabels = { handOver: '交接', end: '卸任', correct: '更正', cancel: '撤销' } as const;

/** What may be done with a term: an open one is handed over or ended; plans and mistakes of today are put right. */
function actsOn(term: Term, current: boolean): (keyof typeof actLabels)[] {
  const acts: (keyof typeof actLabels)[] = current ? ['handOver', 'end'] : [];
  if (term.mayCancel || (term.mayCorrectEnd && term.to !== null)) acts.push('correct');
  if (term.mayCancel) acts.push('cancel');
  return acts;
}

const PostEdit = lazy(() => import('./PostEdit.tsx'));

function PostPage() {
  const { id = '' } = useParams();
  const asked = useAsk('getPost', { params: { id } });
  if (!asked.data && codeOf(asked.error) === 'not-found') {
    return (
      <>
        <PageTitle title="没有这个岗位" />
        <Nothing>它可能不在您的管辖范围内，或地址有误。</Nothing>
      </>
    );
  }
  return <Answer of={asked}>{(post) => <Held key={post.id} post={post} />}</Answer>;
}

function Held({ post }: { post: Post }) {
  const [act, setAct] = useState<{ kind: TermAct; term: Term | null } | 'edit' | null>(null);
  const close = () => setAct(null);
  return (
    <>
      <PageTitle title={post.title}>
        {post.mayEdit && (
          <>
            {(post.holders.length === 0 || !post.single) && (
              <Button type="primary" onClick={() => setAct({ kind: 'start', term: null })}>
                任职
              </Button>
            )}
            <Button onClick={() => setAct('edit')}>修改岗位</Button>
          </>
        )}
      </PageTitle>
      {post.vacantSince !== null && (
        <p className="caution">▲ 岗位自 {post.vacantSince} 起空缺，期间的新问题会交给上一级。</p>
      )}
      <dl className="facts">
        <div>
          <dt>种类</dt>
          <dd>
            {post.kindLabel}
            {post.single && '（同一时间只能一人）'}
          </dd>
        </div>
        <div>
          <dt>地点</dt>
          <dd>
            <Link to={`/places/${post.placeCode}`}>{post.placeName}</Link>
          </dd>
        </div>
        <div>
          <dt>上级岗位</dt>
          <dd>
            {post.reportsToId ? <Link to={`/posts/${post.reportsToId}`}>{post.reportsToTitle}</Link> : '—'}
          </dd>
        </div>
        <div>
          <dt>未办结</dt>
          <dd>
            <Link to={`/issues?ownerPostId=${post.id}&state=open`}>{post.openIssues} 件</Link>
          </dd>
        </div>
      </dl>
      {act === 'edit' && (
        <Suspense>
          <PostEdit post={post} onClose={close} />
        </Suspense>
      )}
      {act !== null && act !== 'edit' && (
        <TermForm
          key={`${act.kind}${act.term?.id}`}
          post={post}
          act={act.kind}
          term={act.term}
          onClose={close}
        />
      )}
      <div className="post-columns">
        <Panel title="职责">
          {post.duties.length === 0 ? (
            <p className="quiet">责任清单里还没有这个岗位的职责。</p>
          ) : (
            <ol className="duties">
              {post.duties.map((duty) => (
                <li key={duty}>{duty}</li>
              ))}
            </ol>
          )}
        </Panel>
        <Panel title="任期">
          {post.terms.length === 0 ? (
            <p className="quiet">还没有人任过职。</p>
          ) : (
            <table className="plain-table stacking">
              <thead>
                <tr>
                  <th scope="col">姓名</th>
                  <th scope="col">起</th>
                  <th scope="col">止</th>
                  <th scope="col">卸任原因</th>
                  {post.mayEdit && <th scope="col">办理</th>}
                </tr>
              </thead>
              <tbody>
                {post.terms.map((term) => {
                  const current = post.holders.some((holder) => holder.termId === term.id);
                  return (
                    <tr key={term.id}>
                      <th scope="row">{term.name}</th>
                      <td data-label="起" className="num">
                        {term.from}
                      </td>
                      <td data-label="止" className="num">
                        {term.to ?? (term.from > today() ? '—' : '在任')}
                        {term.from > today() && <span className="quiet">（还没开始）</span>}
                      </td>
                      <td data-label="原因">{term.endedReason ?? '—'}</td>
                      {post.mayEdit && (
                        <td data-label="办理">
                          <span className="row">
                            {actsOn(term, current).map((kind) => (
                              <Button key={kind} size="small" onClick={() => setAct({ kind, term })}>
                                {actLabels[kind]}
                              </Button>
                            ))}
                          </span>
                        </td>
                      )}
                    </tr>
                  );
                })}
              </tbody>
            </table>
          )}
        </Panel>
      </div>
    </>
  );
}

export default permitted('posts.read', PostPage);
