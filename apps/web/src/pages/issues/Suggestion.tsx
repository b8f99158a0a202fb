import type { IssueKind } from '@qingshan/contract';
import { Link } from 'react-router';
import { sentenceOf } from '../../api/client.ts';
import { useAsk } from '../../api/useAsk.ts';
import { StateTag } from '../../parts/StateTag.tsx';

interface Props {
  placeCode: string | undefined;
  kind: IssueKind | undefined;
}

/** Before it is sent: who will get it, how long it may take, and what looks like the same problem. */
export function Suggestion({ placeCode, kind }: Props) {
  const asked = useAsk(
    'suggestOwner',
    { query: { placeCode: placeCode ?? '', kind: kind ?? 'other' } },
    { enabled: Boolean(placeCode && kind) },
  );
  if (!placeCode || !kind)
    return <p className="quiet">选好类型和地点后，这里会显示责任人、时限和可能重复的问题。</p>;
  if (asked.isPending) return <p className="quiet">正在查找责任人…</p>;
  if (asked.isError) return <p className="quiet">暂时查不到责任人：{sentenceOf(asked.error)}</p>;
  const { ownerName, why, deadline, duplicates } = asked.data;
  return (
    <div className="suggestion" role="status">
      <dl className="facts">
        <div>
          <dt>责任人</dt>
          <dd>
            <b>{ownerName ?? '未找到'}</b>
            <br />
            <span className="quiet">{why}</span>
          </dd>
        </div>
        <div>
          <dt>办理时限</dt>
          <dd>{deadline}</dd>
        </div>
      </dl>
      {duplicates.length > 0 && (
        <div className="caution">
          <b>可能已经有人报过：</b>
          <ul>
            {duplicates.map((one) => (
              <li key={one.id}>
                <Link to={`/issues/${one.id}`} target="_blank">
                  {one.number}
                </Link>{' '}
                {one.title} <StateTag state={one.state} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
