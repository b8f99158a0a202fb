import { type IssueSummary, kindRow, sourceRow } from '@qingshan/contract';
import { Link } from 'react-router';
import { Due } from '../../parts/Level.tsx';
import { StateTag } from '../../parts/StateTag.tsx';
import { dayOf } from '../../parts/time.ts';

/** The ledger on a phone. */
export function IssueCards({ issues }: { issues: readonly IssueSummary[] }) {
  return (
    <ul className="cards">
      {issues.map((issue) => (
        <li key={issue.id} className={`edge-${issue.urgency}`}>
          <p className="card-title">{issue.title}</p>
          <p className="row">
            <Link className="num" to={`/issues/${issue.id}`}>
              {issue.number}
            </Link>
            <StateTag state={issue.state} />
          </p>
          <p className="quiet">
            {kindRow(issue.kind).label} · {sourceRow(issue.source).short} · {issue.placeName}
          </p>
          <p className="quiet">{issue.ownerName ?? '未交办'}</p>
          <p className="row">
            <Due issue={issue} />
            <span className="grow" />
            <span className="quiet num">{dayOf(issue.raisedAt)} 上报</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
