import type { IssueDetail, State } from '@qingshan/contract';
import { Link } from 'react-router';
import { Panel } from '../../parts/Panel.tsx';
import { StateTag } from '../../parts/StateTag.tsx';

interface Row {
  id: string;
  number: string;
  title?: string;
  state?: State;
}

/** Other problems that belong to this one. */
export function Related({ issue }: { issue: IssueDetail }) {
  const groups: { name: string; rows: readonly Row[] }[] = [
    { name: '拆分自', rows: issue.parent ? [issue.parent] : [] },
    { name: '拆成', rows: issue.parts },
    { name: '已并入本件', rows: issue.duplicates },
    { name: '附近同类未办结（250 米内或同一地点）', rows: issue.nearby },
  ].filter(({ rows }) => rows.length > 0);
  if (groups.length === 0) return null;
  return (
    <Panel title="相关问题">
      {groups.map(({ name, rows }) => (
        <div key={name} className="related">
          <h3>{name}</h3>
          <ul>
            {rows.map((row) => (
              <li key={row.id}>
                <Link className="num" to={`/issues/${row.id}`}>
                  {row.number}
                </Link>{' '}
                {row.title} {row.state && <StateTag state={row.state} />}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Panel>
  );
}
