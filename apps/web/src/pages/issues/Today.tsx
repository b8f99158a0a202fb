import { states, verbs } from '@qingshan/contract';
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
              <Tasks of={today.tasks.filter((task) => task.verb !== 'rate')} />
            )}
            {today.tasks.some((task) => task.verb === 'rate') && (
              <details className="ratings">
                <summary>
                  近 30 天销号、可以评价的 {today.tasks.filter((task) => task.verb === 'rate').length} 件
                </summary>
                <Tasks of={today.tasks.filter((task) => task.verb === 'rate')} />
              </details>
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

type Task = NonNullable<ReturnType<typeof useAsk<'getToday'>>['data']>['tasks'][number];

/** Name of the step that waits: 核查 rather than its happy end 核查通过. */
const stepOf = ({ issue, verb }: Task): string =>
  verb === 'approveExtension' ? '审批延期' : (states[issue.state].awaiting ?? verbs[verb].label);

function Tasks({ of }: { of: readonly Task[] }) {
  return (
    <ol className="tasks">
      {of.map((task) => (
        <li key={`${task.issue.id}${task.verb}`} className={`task edge-${task.issue.urgency}`}>
          <div className="task-text">
            <p className="task-title">
              <Link to={`/issues/${task.issue.id}`}>{task.issue.title}</Link>{' '}
              <StateTag state={task.issue.state} />
            </p>
            <p className="quiet">
              <span className="num">{task.issue.number}</span> · {task.issue.placeName}
              {task.why && <> · {task.why}</>}
            </p>
          </div>
          <Due issue={task.issue} />
          <Link className="act-link" to={`/issues/${task.issue.id}?act=${task.verb}`}>
            {stepOf(task)}
          </Link>
        </li>
      ))}
    </ol>
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
