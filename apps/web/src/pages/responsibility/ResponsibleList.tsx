import type { Answer, Endpoints } from '@qingshan/contract';

export type ResponsiblePost = Answer<Endpoints['getResponsible']>['posts'][number];

/** Who answers: post, place, names, phone where the town shows it; vacant posts say so. */
export function ResponsibleList({ posts }: { posts: readonly ResponsiblePost[] }) {
  if (posts.length === 0) return <p className="quiet">这里还没有设责任岗位，请向乡镇环保办反映。</p>;
  return (
    <ul className="responsible">
      {posts.map((post) => (
        <li key={post.postId} className={post.vacant ? 'vacant' : ''}>
          <p>
            <b>{post.title}</b> <span className="quiet">{post.placeName}</span>
          </p>
          {post.vacant ? (
            <p className="vacancy">
              <span aria-hidden="true">▲ </span>岗位空缺
            </p>
          ) : (
            post.holders.map((holder) => (
              <p key={`${holder.name}${holder.from}`} className="holder">
                <span className="holder-name">{holder.name}</span>
                {holder.phone && <a href={`tel:${holder.phone}`}>{holder.phone}</a>}
                <span className="quiet num">
                  {holder.from} 起{holder.to && `，至 ${holder.to}`}
                </span>
              </p>
            ))
          )}
          {post.duties.length > 0 && (
            <details>
              <summary>职责 {post.duties.length} 条</summary>
              <ol className="duties">
                {post.duties.map((duty) => (
                  <li key={duty}>{duty}</li>
                ))}
              </ol>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
