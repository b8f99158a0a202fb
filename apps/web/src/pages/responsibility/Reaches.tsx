import { Button } from 'antd';
import { lazy, Suspense, useMemo, useState } from 'react';
import { Link } from 'react-router';
import { useAsk } from '../../api/useAsk.ts';
import { Loading } from '../../desk/Loading.tsx';
import { PageTitle } from '../../desk/PageTitle.tsx';
import { MapView } from '../../map/MapView.tsx';
import { Answer, Nothing } from '../../parts/Answer.tsx';
import { permitted } from '../../parts/permitted.tsx';
import { useMay, useMe } from '../../session/me.tsx';
import type { Reach } from './ReachEdit.tsx';
import './places.css';

const ReachEdit = lazy(() => import('./ReachEdit.tsx'));

/** Reaches of rivers with their chiefs. */
function Reaches() {
  const me = useMe();
  const asked = useAsk('listReaches', {});
  const shapes = useMemo(
    () => (asked.data?.items ?? []).flatMap((reach) => (reach.line ? [reach.line] : [])),
    [asked.data],
  );
  const mayAdd = useMay('posts.edit');
  const [editing, setEditing] = useState<Reach | 'new' | null>(null);
  const edited = editing === 'new' ? null : editing;
  return (
    <>
      <PageTitle title="河段河长">
        {mayAdd && (
          <Button type="primary" onClick={() => setEditing('new')}>
            新建河段
          </Button>
        )}
      </PageTitle>
      {editing && (
        <Suspense fallback={<Loading lines={4} />}>
          <ReachEdit key={edited?.id ?? 'new'} reach={edited} onClose={() => setEditing(null)} />
        </Suspense>
      )}
      <Answer of={asked} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing>还没有登记河段{mayAdd && '，请用右上角“新建河段”画出第一段'}。</Nothing>
          ) : (
            <>
              {!editing && <MapView county={me.countyCode} shapes={shapes} area={me.area} label="河段地图" />}
              <table className="plain-table stacking" style={{ marginTop: '1rem' }}>
                <thead>
                  <tr>
                    <th scope="col">河段</th>
                    <th scope="col">河流</th>
                    <th scope="col">长度</th>
                    <th scope="col">流经村</th>
                    <th scope="col">河长</th>
                    {mayAdd && <th scope="col">办理</th>}
                  </tr>
                </thead>
                <tbody>
                  {items.map((reach) => (
                    <tr key={reach.id}>
                      <th scope="row">{reach.name}</th>
                      <td data-label="河流">{reach.river}</td>
                      <td data-label="长度" className="num">
                        {reach.lengthKm === null ? '—' : `${reach.lengthKm} km`}
                      </td>
                      <td data-label="流经村">
                        <span>
                          {reach.villages.map((village, index) => (
                            <span key={village.code}>
                              {index > 0 && '、'}
                              <Link to={`/places/${village.code}`}>{village.name}</Link>
                            </span>
                          ))}
                        </span>
                      </td>
                      <td data-label="河长">
                        <span>
                          {reach.chiefs.map((chief) => (
                            <span key={`${chief.title}${chief.name}`} style={{ display: 'block' }}>
                              {chief.title}：{chief.name ?? <span className="vacant-mark">▲ 空缺</span>}
                            </span>
                          ))}
                          {reach.chiefs.length === 0 && '还没有设河长岗位'}
                        </span>
                      </td>
                      {mayAdd && (
                        <td data-label="办理">
                          {reach.mayEdit && (
                            <Button size="small" onClick={() => setEditing(reach)}>
                              修改
                            </Button>
                          )}
                        </td>
                      )}
                    </tr>
                  ))}
                </tbody>
              </table>
            </>
          )
        }
      </Answer>
    </>
  );
}

export default permitted('posts.read', Reaches);
