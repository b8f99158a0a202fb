import { verbs } from '@qingshan/contract';
import { Link } from 'react-router';
import { useAsk } from '../../api/useAsk.ts';
import { PageTitle } from '../../desk/PageTitle.tsx';
import { Answer, Nothing } from '../../parts/Answer.tsx';
import { Figure } from '../../parts/Figure.tsx';
import { Due, Level } from '../../parts/Level.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { StateTag } from '../../parts/StateTag.tsx';
import { moment } from '../../parts/time.ts';
import { useMay, useMe } from '../../session/me.tsx';

export default function Today() {
  const me = useMe();
  const asked = useAsk('getToday', {});
  const mayRaise = useMay('issues.raise');
  return (
    <>
      <PageTitle title="今日待办">
        {mayRaise && (
          <Link className="primary-link" to="/issues/new">
            上报问题
          </Link>
        )}
      </PageTitle>
      <Answer of={asked} lines={8}>
        {(today) => (
          <>
            <p className="quiet">
              {me.name}，您有 <b className="num">{today.taskTotal}</b> 件待办。更新于 {moment(today.at)}
            </p>
            {today.tasks.length === 0 ? (
              <Nothing>
                <p>今天没有要您办的事。</p>
                <p className="quiet">有问题交到您手上时会排在这里，最急的在最上面。</p>
              </Nothing>
            ) : (
              <ol className="tasks">
                {today.tasks.map(({ issue, verb, why }) => (
                  <li key={`${issue.id}${verb}`} className={`task edge-${issue.urgency}`}>
                    <div className="task-text">
                      <p className="task-title">
                        <Link to={`/issues/${issue.id}`}>{issue.title}</Link> <StateTag state={issue.state} />
                      </p>
                      <p className="quiet">
                        <span className="num">{issue.number}</span> · {issue.placeName}
                        {why && <> · {why}</>}
                      </p>
                    </div>
                    <Due issue={issue} />
                    <Link className="act-link" to={`/issues/${issue.id}?act=${verb}`}>
                      {verbs[verb].label}
                    </Link>
                  </li>
                ))}
              </ol>
            )}
            {today.taskTotal > today.tasks.length && (
              <p>
                <Link to="/issues?mine=todo&sort=due">查看全部 {today.taskTotal} 件待办</Link>
              </p>
            )}
            {today.places.length > 0 && <MyPlaces places={today.places} />}
          </>
        )}
      </Answer>
    </>
  );
}

type Places = NonNullable<ReturnType<typeof useAsk<'getToday'>>['data']>['places'];

function MyPlaces({ places }: { places: Places }) {
  return (
    <Panel title="我的地方">
      <ul className="lights">
        {places.map((place) => (
          <li key={place.code} className={`light edge-${place.light}`}>
            <p>
              <Link to={`/places/${place.code}`}>{place.name}</Link>
              <Level of={place.light} text={place.light === 'none' ? '无未办结' : undefined} />
            </p>
            <dl>
              <div>
                <dt>未办结</dt>
                <dd>
                  <Figure of={place.open} label={`${place.name}未办结`} />
                </dd>
              </div>
              <div>
                <dt>超期</dt>
                <dd>
                  <Figure of={place.overdue} label={`${place.name}超期`} />
                </dd>
              </div>
              <div>
                <dt>即将到期</dt>
                <dd>
                  <Figure of={place.dueSoon} label={`${place.name}即将到期`} />
                </dd>
              </div>
            </dl>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
