import type { Urgency } from '@qingshan/contract';
import { lazy, Suspense, useState } from 'react';
import { useAsk } from '../api/useAsk.ts';
import { Loading } from '../desk/Loading.tsx';
import { Refusal } from '../parts/Answer.tsx';
import './map.css';

export interface MapPoint {
  id: string;
  lon: number;
  lat: number;
  name: string;
  urgency: Urgency;
  /** Opened by a click. */
  href?: string;
}

export interface Spot {
  lon: number;
  lat: number;
}

export type Box = readonly [west: number, south: number, east: number, north: number];

export interface MapProps {
  label: string;
  points?: readonly MapPoint[];
  /** GeoJSON geometries drawn as outlines: a place's boundary, a reach. */
  shapes?: readonly unknown[];
  /** Where the map opens when there is nothing to show. */
  area?: Box | null;
  /** Division whose outline is in sight when the map opens, besides what is shown. */
  around?: string;
  picked?: Spot | null;
  onPick?: (spot: Spot) => void;
  /** Corners of what is being drawn: a polygon, or a line. */
  corners?: readonly Spot[];
  draws?: 'area' | 'line';
  tall?: boolean;
}

const MapCanvas = lazy(() => import('./MapCanvas.tsx'));

function webGlWorks(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
}

/** Map on the county's own basemap; a sentence where the browser cannot draw it. Coordinates stand beside it in text. */
export function MapView({ county, ...props }: MapProps & { county: string }) {
  const [works] = useState(webGlWorks);
  const basemap = useAsk('getBasemap', { query: { county } }, { enabled: works, staleMs: 3_600_000 });
  if (!works) {
    return (
      <p className="hint" role="note">
        这台设备的浏览器画不了地图，请用坐标或地点名称代替。
        {props.points?.map((point) => (
          <span key={point.id} className="num">
            {' '}
            {point.name}（{point.lon.toFixed(5)}，{point.lat.toFixed(5)}）
          </span>
        ))}
      </p>
    );
  }
  return (
    <figure className={props.tall ? 'map tall' : 'map'}>
      {basemap.isError ? (
        <Refusal error={basemap.error} onRetry={() => basemap.refetch()} />
      ) : basemap.data ? (
        <Suspense fallback={<Loading lines={3} />}>
          <MapCanvas {...props} basemap={basemap.data} />
        </Suspense>
      ) : (
        <Loading lines={3} />
      )}
    </figure>
  );
}
