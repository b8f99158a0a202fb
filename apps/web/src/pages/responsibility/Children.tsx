import { placeKindLabels, placePrefix } from '@qingshan/contract';
import { Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Panel } from '../../parts/Panel.tsx';
import type { PlaceDetail } from './PlacePage.tsx';

const FEW = 12;

/** The places just below, those with overdue work first; each number opens its list. */
export function Children({ of: place }: { of: PlaceDetail }) {
  const [words, setWords] = useState('');
  const sorted = [...place.children]
    .filter((child) => child.name.includes(words.trim()))
    .sort((a, b) => b.overdue - a.overdue || b.open - a.open || a.code.localeCompare(b.code));
  return (
    <Panel
      title={`下级 ${place.children.length} 个`}
      extra={
        place.children.length > FEW && (
          <Input
            allowClear
            value={words}
            onChange={(event) => setWords(event.target.value)}
            placeholder="按名称筛选"
            aria-label="按名称筛选下级"
            style={{ width: '11rem' }}
          />
        )
      }
    >
      <ul className="children">
        {sorted.map((child) => {
          const inside = `?place=${placePrefix(child.code)}&state=open`;
          return (
            <li key={child.code} className={child.overdue > 0 ? 'edge-red' : 'edge-none'}>
              <Link to={`/places/${child.code}`}>{child.name}</Link>
              {child.kind !== 'town' && child.kind !== 'village' && (
                <span className="quiet">{placeKindLabels[child.kind]}</span>
              )}
              <span className="grow" />
              {child.open > 0 ? (
                <>
                  <Link className="count-link" to={`/issues${inside}`}>
                    未办结 {child.open}
                  </Link>
                  {child.overdue > 0 && (
                    <Link className="count-link over" to={`/issues${inside}&overdue=true`}>
                      ● 超期 {child.overdue}
                    </Link>
                  )}
                </>
              ) : (
                <span className="quiet">无未办结</span>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
