import { countyOf, type IssueDetail, states } from '@qingshan/contract';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { codeOf } from '../../api/client.ts';
import { useAsk } from '../../api/useAsk.ts';
import { PageTitle } from '../../desk/PageTitle.tsx';
import { MapView } from '../../map/MapView.tsx';
import { Answer, Nothing } from '../../parts/Answer.tsx';
import { Due } from '../../parts/Level.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { StateTag } from '../../parts/StateTag.tsx';
import { Facts } from './Facts.tsx';
import { NextStep } from './NextStep.tsx';
import { Photos } from './Photos.tsx';
import { Related } from './Related.tsx';
import { StepBar } from './StepBar.tsx';
import { Timeline } from './Timeline.tsx';
import './issue.css';

export default function IssuePage() {
  const { id = '' } = useParams();
  const asked = useAsk('getIssue', { params: { id } });
  if (!asked.data && codeOf(asked.error) === 'not-found') {
    return (
      <>
        <PageTitle title="没有这件问题" />
        <Nothing>它可能不在您的管辖范围内，或地址有误。</Nothing>
      </>
    );
  }
  return (
    <Answer of={asked} lines={12}>
      {(issue) => <Problem key={issue.id} issue={issue} onReload={() => asked.refetch()} />}
    </Answer>
  );
}

function Problem({ issue, onReload }: { issue: IssueDetail; onReload: () => Promise<unknown> }) {
  const { id, title, urgency, position } = issue;
  const points = useMemo(
    () => (position ? [{ id, name: title, urgency, ...position }] : []),
    [id, title, urgency, position],
  );
  return (
    <article className="issue">
      <title>{`${issue.number} ${issue.title} · 青山`}</title>
      <header className="issue-head">
        <p className="quiet num">
          {issue.number}
          {issue.imported && <span> · 由其他系统台账导入</span>}
        </p>
        <h1>{issue.title}</h1>
        <p className="row">
          <StateTag state={issue.state} />
          {states[issue.state].open && <Due issue={issue} />}
          {issue.reopenedTimes > 0 && (
            <span className="state state-waiting">重开 {issue.reopenedTimes} 次</span>
          )}
        </p>
      </header>
      <StepBar issue={issue} />
      <div className="issue-columns">
        <div className="issue-act">
          <NextStep issue={issue} onReload={onReload} />
        </div>
        <div className="issue-facts">
          <Facts issue={issue} />
          <Photos photos={issue.photos} />
          <Panel title="位置">
            <p>{issue.placeName}</p>
            {issue.position ? (
              <>
                <p className="quiet num">
                  经度 {issue.position.lon.toFixed(6)}，纬度 {issue.position.lat.toFixed(6)}
                  {issue.accuracyM !== null && ` · 误差约 ${Math.round(issue.accuracyM)} 米`}
                </p>
                <MapView
                  county={countyOf(issue.placeCode)}
                  points={points}
                  around={issue.placeCode.slice(0, 12)}
                  label="问题所在位置"
                />
              </>
            ) : (
              <p className="quiet">上报时没有记录坐标。</p>
            )}
          </Panel>
          <Related issue={issue} />
        </div>
        <div className="issue-timeline">
          <Timeline issue={issue} />
        </div>
      </div>
    </article>
  );
}
