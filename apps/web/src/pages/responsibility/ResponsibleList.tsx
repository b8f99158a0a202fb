import { type Answer, type Endpoints, type PostLevel, postLevelLabels } from '@qingshan/contract';
import './responsible.css';

type Responsible = Pick<Answer<Endpoints['getResponsible']>, 'posts' | 'first'>;
export type ResponsiblePost = Responsible['posts'][number];

const levels = Object.keys(postLevelLabels) as PostLevel[];

/** Who answers: first the few whom one would call, the others folded by level; vacant posts say so. */
export function ResponsibleList({ posts, first }: Responsible) {
  if (posts.length === 0) return <p className="quiet">这里还没有设责任岗位，请向乡镇环保办反映。</p>;
  const called = first.flatMap((id) => posts.find((post) => post.postId === id) ?? []);
  const others = posts.filter((post) => !first.includes(post.postId));
  return (
    <>
      {called.length > 0 ? (
        <CallFirst posts={called} />
      ) : (
        <p className="vacancy">
          <span aria-hidden="true">▲ </span>这里的岗位目前都空缺，请向乡镇环保办反映。
        </p>
      )}
      {levels.map((level) => (
        <Level key={level} level={level} posts={others.filter((post) => post.level === level)} />
      ))}
    </>
  );
}

/** One card a kind of post: a village with several grids has several keepers. */
function CallFirst({ posts }: { posts: readonly ResponsiblePost[] }) {
  const kinds = [...new Set(posts.map((post) => post.kind))];
  return (
    <ol className="call-first" aria-label="先找这几位">
      {kinds.map((kind) => {
        const alike = posts.filter((post) => post.kind === kind);
        return (
          <li key={kind}>
            {alike.map((post) => (
              <div key={post.postId}>
                <p className="quiet">
                  {alike.length > 1 ? `${post.kindLabel} · ${post.placeName}` : post.title}
                </p>
                <Holders post={post} />
              </div>
            ))}
          </li>
        );
      })}
    </ol>
  );
}

function Level({ level, posts }: { level: PostLevel; posts: readonly ResponsiblePost[] }) {
  if (posts.length === 0) return null;
  const vacant = posts.filter((post) => post.vacant).length;
  return (
    <details className="level-fold">
      <summary>
        {postLevelLabels[level]}
        <span className="quiet num">
          {posts.length} 个岗位{vacant > 0 && `，空缺 ${vacant} 个`}
        </span>
      </summary>
      <ul className="responsible">
        {posts.map((post) => (
          <li key={post.postId} className={post.vacant ? 'vacant' : ''}>
            <p>
              <b>{post.title}</b>
            </p>
            {post.vacant ? (
              <p className="vacancy">
                <span aria-hidden="true">▲ </span>岗位空缺
              </p>
            ) : (
              <Holders post={post} />
            )}
            <Duties of={post} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Holders({ post }: { post: ResponsiblePost }) {
  return post.holders.map((holder) => (
    <p key={`${holder.name}${holder.from}`} className="holder">
      <span className="holder-name">{holder.name}</span>
      {holder.phone && <a href={`tel:${holder.phone}`}>{holder.phone}</a>}
      <span className="quiet num">
        {holder.from} 起{holder.to && `，至 ${holder.to}`}
      </span>
    </p>
  ));
}

function Duties({ of: post }: { of: ResponsiblePost }) {
  if (post.duties.length === 0) return null;
  return (
    <details>
      <summary>职责 {post.duties.length} 条</summary>
      <ol className="duties">
        {post.duties.map((duty) => (
          <li key={duty}>{duty}</li>
        ))}
      </ol>
    </details>
  );
}
