import { type GeoJSONSource, Marker, type Map as Sheet } from 'maplibre-gl';
import type { MapPoint } from './MapView.tsx';

const signs = { red: '●', orange: '▲', yellow: '◆', green: '✓', none: '–' } as const;
const words = { red: '超期', orange: '紧急', yellow: '临近', green: '正常', none: '未计时' } as const;

function mark(className: string, text: string, label: string, onClick: (() => void) | null): Marker {
  const element = document.createElement(onClick ? 'button' : 'span');
  element.className = `map-mark ${className}`;
  element.textContent = text;
  element.title = label;
  element.setAttribute('aria-label', label);
  if (!onClick) element.setAttribute('role', 'img');
  element.addEventListener('click', (event) => {
    if (!onClick) return;
    event.stopPropagation();
    onClick();
  });
  return new Marker({ element });
}

function pointMark(point: MapPoint, open: (href: string) => void): Marker {
  const { href } = point;
  const label = `${point.name}（${words[point.urgency]}）`;
  return mark(`level-${point.urgency}`, signs[point.urgency], label, href ? () => open(href) : null);
}

/** Keeps one element on the map for every cluster and single problem in view. Returns what stops it. */
export function keepIssueMarks(
  sheet: Sheet,
  points: readonly MapPoint[],
  open: (href: string) => void,
): () => void {
  const byId = new Map(points.map((point) => [point.id, point]));
  const source = sheet.getSource<GeoJSONSource>('issues');
  source?.setData({
    type: 'FeatureCollection',
    features: points.map(({ id, lon, lat }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: { id },
    })),
  });
  const shown = new Map<string, Marker>();
  const draw = () => {
    if (!sheet.isSourceLoaded('issues')) return;
    const seen = new Set<string>();
    for (const feature of sheet.querySourceFeatures('issues')) {
      const { cluster, cluster_id: clusterId, point_count: count, id } = feature.properties;
      const key = cluster ? `cluster${clusterId}` : String(id);
      seen.add(key);
      if (shown.has(key) || feature.geometry.type !== 'Point') continue;
      const [lon = 0, lat = 0] = feature.geometry.coordinates;
      const point = byId.get(String(id));
      const zoomIn = async () => {
        const zoom = await source?.getClusterExpansionZoom(Number(clusterId));
        sheet.easeTo({ center: [lon, lat], ...(zoom === undefined ? {} : { zoom }) });
      };
      const made = cluster
        ? mark('cluster', String(count), `${count} 件问题，点开放大`, zoomIn)
        : point && pointMark(point, open);
      if (made) shown.set(key, made.setLngLat([lon, lat]).addTo(sheet));
    }
    for (const [key, marker] of shown) {
      if (seen.has(key)) continue;
      marker.remove();
      shown.delete(key);
    }
  };
  sheet.on('render', draw);
  return () => {
    sheet.off('render', draw);
    for (const marker of shown.values()) marker.remove();
  };
}
