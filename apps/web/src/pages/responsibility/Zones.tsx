import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useAsk } from '../../api/useAsk.ts';
import { Loading } from '../../desk/Loading.tsx';
import { PageTitle } from '../../desk/PageTitle.tsx';
import { Answer, Nothing } from '../../parts/Answer.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { PlaceSelect } from '../../parts/PlaceSelect.tsx';
import { permitted } from '../../parts/permitted.tsx';
import { useMay, useMe } from '../../session/me.tsx';
import type { Zone } from './ZoneEdit.tsx';
import './places.css';

const Vacant = () => <span className="vacant-mark">▲ 空缺</span>;

const ZoneEdit = lazy(() => import('./ZoneEdit.tsx'));

/** 1+3+N: the leading group, the zones, and the trio who answer for each village. */
function Zones() {
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const town = search.get('town') ?? undefined;
  const asked = useAsk('listZones', { query: town ? { town } : {} }, { keepLast: true });
  const mayAdd = useMay('posts.edit');
  const [editing, setEditing] = useState<Zone | 'new' | null>(null);
  const edited = editing === 'new' ? null : editing;
  return (
    <>
      <PageTitle title="片区包保">
        {mayAdd && <Button onClick={() => setEditing('new')}>新建片区</Button>}
        <div style={{ width: '15rem' }}>
          <PlaceSelect
            aria-label="乡镇"
            within={me.countyCode}
            value={town}
            onChange={(code) => setSearch(code ? { town: code } : {})}
            placeholder="全部乡镇"
            allowClear
          />
        </div>
      </PageTitle>
      <p className="quiet">领导小组统筹，片区分类负责，每个村由片长、驻点干部、村支书三人包保。</p>
      {editing && (
        <Suspense fallback={<Loading lines={4} />}>
          <ZoneEdit key={edited?.id ?? 'new'} zone={edited} town={town} onClose={() => setEditing(null)} />
        </Suspense>
      )}
      <Answer of={asked} lines={8}>
        {({ leadingGroup, zones, villages }) => (
          <>
            <Panel title="领导小组">
              {leadingGroup.length === 0 ? (
                <p className="quiet">还没有设领导小组岗位，请在“岗位”里新建。</p>
              ) : (
                <ul className="members">
                  {leadingGroup.map(({ title, name }) => (
                    <li key={`${title}${name}`}>
                      <span className="quiet">{title}</span> {name ? <b>{name}</b> : <Vacant />}
                    </li>
                  ))}
                </ul>
              )}
            </Panel>
            <Panel title={`片区 ${zones.length} 个`}>
              {zones.length === 0 ? (
                <p className="quiet">还没有划分片区。</p>
              ) : (
                <ul className="zone-cards">
                  {zones.map((zone) => (
                    <li key={zone.id}>
                      <h3>{zone.name}</h3>
                      <p>片长：{zone.head ?? <Vacant />}</p>
                      <p className="quiet">
                        {zone.villages.length} 个村：
                        {zone.villages.map((village, index) => (
                          <span key={village.code}>
                            {index > 0 && '、'}
                            <Link to={`/places/${village.code}`}>{village.name}</Link>
                          </span>
                        ))}
                      </p>
                      {zone.mayEdit && (
                        <Button size="small" onClick={() => setEditing(zone)}>
                          修改
                        </Button>
                      )}
                    </li>
                  ))}
                </ul>
              )}
            </Panel>
            <Panel title="各村包保">
              {villages.length === 0 ? (
                <Nothing>还没有村级包保记录。</Nothing>
              ) : (
                <table className="plain-table stacking">
                  <thead>
                    <tr>
                      <th scope="col">村</th>
                      <th scope="col">片区</th>
                      <th scope="col">片长</th>
                      <th scope="col">驻点干部</th>
                      <th scope="col">村支书</th>
                    </tr>
                  </thead>
                  <tbody>
                    {villages.map((row) => (
                      <tr key={row.villageCode}>
                        <th scope="row">
                          <Link to={`/places/${row.villageCode}`}>{row.villageName}</Link>
                        </th>
                        <td data-label="片区">{row.zoneName ?? '—'}</td>
                        <td data-label="片长">{row.zoneHead ?? <Vacant />}</td>
                        <td data-label="驻点干部">{row.residentCadre ?? <Vacant />}</td>
                        <td data-label="村支书">{row.secretary ?? <Vacant />}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              )}
            </Panel>
          </>
        )}
      </Answer>
    </>
  );
}

export default permitted('posts.read', Zones);
