import {
  type Answer as AnswerOf,
  countyOf,
  type Endpoints,
  placeKindLabels,
  placePrefix,
} from '@qingshan/contract';
import { Button } from 'antd';
import { lazy, Suspense, useMemo, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { codeOf } from '../../api/client.ts';
import { useAsk } from '../../api/useAsk.ts';
import { Loading } from '../../desk/Loading.tsx';
import { PageTitle } from '../../desk/PageTitle.tsx';
import { MapView } from '../../map/MapView.tsx';
import { Answer, Nothing } from '../../parts/Answer.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { PlaceSelect } from '../../parts/PlaceSelect.tsx';
import { today } from '../../parts/time.ts';
import { useMay, useMe } from '../../session/me.tsx';
import { Children } from './Children.tsx';
import { PlaceHappenings, PlaceIssues } from './PlaceIssues.tsx';
import { ResponsibleList } from './ResponsibleList.tsx';
import './places.css';
import { DayInput } from '../../parts/DayInput.tsx';
import { permitted } from '../../parts/permitted.tsx';

export type PlaceDetail = AnswerOf<Endpoints['getPlace']>;

const PlaceEdit = lazy(() => import('./PlaceEdit.tsx'));
const PlaceImport = lazy(() => import('./PlaceImport.tsx'));

function PlacePage() {
  const { code = '' } = useParams();
  const asked = useAsk('getPlace', { params: { code } });
  if (!asked.data && codeOf(asked.error) === 'not-found') {
    return (
      <>
        <PageTitle title="没有这个地点" />
        <Nothing>它可能不在您的管辖范围内，或代码有误。</Nothing>
      </>
    );
  }
  return <Answer of={asked}>{(place) => <Place key={place.code} place={place} />}</Answer>;
}

function Place({ place }: { place: PlaceDetail }) {
  const me = useMe();
  const navigate = useNavigate();
  const mayRaise = useMay('issues.raise');
  const [editing, setEditing] = useState<'change' | 'add' | 'import' | null>(null);
  const below = ['group', 'household', 'grid', 'plot'].includes(place.kind);
  const shapes = useMemo(() => (place.boundary ? [place.boundary] : []), [place.boundary]);
  const open = useAsk(
    'listIssues',
    { query: { place: placePrefix(place.code), state: 'open', sort: 'due', size: 200 } },
    { enabled: me.permissions.includes('issues.read') },
  );
  const points = useMemo(
    () =>
      (open.data?.items ?? []).flatMap((issue) =>
        issue.position
          ? [
              {
                id: issue.id,
                name: issue.title,
                urgency: issue.urgency,
                href: `/issues/${issue.id}`,
                ...issue.position,
              },
            ]
          : [],
      ),
    [open.data],
  );
  return (
    <>
      <nav className="path" aria-label="所在区划">
        <ol>
          {place.path.map((step) => (
            <li key={step.code}>
              {step.code === place.code ? step.name : <Link to={`/places/${step.code}`}>{step.name}</Link>}
            </li>
          ))}
        </ol>
      </nav>
      <PageTitle title={place.name}>
        <div style={{ width: '15rem' }}>
          <PlaceSelect
            aria-label="去别的地点"
            within={me.countyCode}
            placeholder="去别的地点"
            onChange={(code) => code && navigate(`/places/${code}`)}
          />
        </div>
        {mayRaise && (
          <Link className="primary-link" to={`/issues/new?place=${place.code}`}>
            在这里上报问题
          </Link>
        )}
      </PageTitle>
      <p className="quiet">
        {placeKindLabels[place.kind]} · <span className="num">{place.code}</span> · 区划版本 {place.edition}
        {place.zone && <> · 片区：{place.zone.name}</>}
      </p>
      {place.mayEdit && (
        <p className="row no-print">
          {below ? (
            <Button onClick={() => setEditing('change')}>修改</Button>
          ) : (
            place.kind === 'village' && <Button onClick={() => setEditing('add')}>新建组、户、网格</Button>
          )}
          <Button onClick={() => setEditing('import')}>从 Excel 导入</Button>
        </p>
      )}
      {editing && (
        <Suspense fallback={<Loading lines={3} />}>
          {editing === 'import' ? (
            <PlaceImport onClose={() => setEditing(null)} />
          ) : (
            <PlaceEdit place={place} adding={editing === 'add'} onClose={() => setEditing(null)} />
          )}
        </Suspense>
      )}
      <div className="place-columns">
        <div>
          {place.children.length > 0 && <Children of={place} />}
          <Panel title="地图">
            <MapView
              tall
              county={countyOf(place.code)}
              shapes={shapes}
              points={points}
              area={place.box ?? me.area}
              label={`${place.name}地图`}
            />
          </Panel>
          <PlaceIssues place={place} asked={open} />
        </div>
        <div>
          <WhoAnswers place={place} />
          <PlaceHappenings code={place.code} />
        </div>
      </div>
    </>
  );
}

function WhoAnswers({ place }: { place: PlaceDetail }) {
  const [on, setOn] = useState('');
  const past = useAsk(
    'getResponsible',
    { params: { code: place.code }, query: { on } },
    { enabled: on !== '' },
  );
  return (
    <Panel
      title="谁负责这里"
      extra={
        // biome-ignore lint/a11y/noLabelWithoutControl: the control is inside
        <label className="row">
          某天谁负责
          <DayInput
            max={today()}
            style={{ width: '10.5rem' }}
            value={on}
            onChange={(day) => setOn(day ?? '')}
          />
        </label>
      }
    >
      {on ? (
        <Answer of={past} lines={3}>
          {(answer) => (
            <>
              <p className="hint row">
                这是 {answer.on} 的责任人。
                <button type="button" className="plain boxed" onClick={() => setOn('')}>
                  看今天
                </button>
              </p>
              <ResponsibleList posts={answer.posts} first={answer.first} />
            </>
          )}
        </Answer>
      ) : (
        <ResponsibleList posts={place.responsible} first={place.first} />
      )}
    </Panel>
  );
}

export default permitted('places.read', PlacePage);
