import { type Answer as AnswerOf, type Endpoints, placePrefix } from '@qingshan/contract';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useAsk } from '../../api/useAsk.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Due } from '../../parts/Level.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { StateTag } from '../../parts/StateTag.tsx';
import { moment } from '../../parts/time.ts';
import { useMay } from '../../session/me.tsx';
import type { PlaceDetail } from './PlacePage.tsx';

const FEW = 10;

/** What is open here, most urgent first. */
export function PlaceIssues({
  place,
  asked,
}: {
  place: PlaceDetail;
  asked: UseQueryResult<AnswerOf<Endpoints['listIssues']>>;
}) {
  const mayRead = useMay('issues.read');
  if (!mayRead) return null;
  return (
    <Panel
      title="未办结问题"
      extra={<Link to={`/issues?place=${placePrefix(place.code)}&state=open&sort=due`}>全部清单</Link>}
    >
      <Answer of={asked} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">这里没有未办结的问题。</p>
          ) : (
            <ul className="issue-lines">
              {items.slice(0, FEW).map((issue) => (
                <li key={issue.id}>
                  <Link to={`/issues/${issue.id}`}>{issue.title}</Link> <StateTag state={issue.state} />
                  <span className="grow" />
                  <Due issue={issue} />
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Panel>
  );
}

/** What happened here, from the journal, for those who may read it. */
export function PlaceHappenings({ code }: { code: string }) {
  const mayRead = useMay('journal.read');
  const asked = useAsk(
    'listJournal',
    { query: { place: placePrefix(code), size: 12 } },
    { enabled: mayRead },
  );
  if (!mayRead) return null;
  return (
    <Panel title="近期记录" extra={<Link to={`/journal?place=${placePrefix(code)}`}>全部记录</Link>}>
      <Answer of={asked} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">还没有记录。</p>
          ) : (
            <ul className="happenings">
              {items.map((row) => (
                <li key={row.seq}>
                  <span className="quiet num">{moment(row.at)}</span> <b>{row.label}</b>{' '}
                  {row.subjectType === 'issue' ? (
                    <Link to={`/issues/${row.subjectId}`}>{row.subjectName ?? '问题'}</Link>
                  ) : (
                    row.subjectName
                  )}{' '}
                  <span className="quiet">{row.actorName ?? '系统'}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Panel>
  );
}
