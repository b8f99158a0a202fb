import type { Answer, Endpoints } from '@qingshan/contract';
import {
  type GeoJSONSource,
  LngLatBounds,
  Marker,
  NavigationControl,
  Map as Sheet,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import 'maplibre-gl/dist/maplibre-gl.css';
import { keepIssueMarks } from './issueMarks.ts';
import type { MapProps, Spot } from './MapView.tsx';
import { type Feature, geojson, mapStyle } from './mapStyle.ts';
import { writePlaceNames } from './placeNames.ts';
import { ScaleLabel } from './scaleLabel.ts';

setWorkerUrl(workerUrl);

interface Props extends MapProps {
  basemap: Answer<Endpoints['getBasemap']>;
}

const words = {
  'NavigationControl.ZoomIn': '放大',
  'NavigationControl.ZoomOut': '缩小',
  'Map.Title': '地图',
};

function eachPosition(value: unknown, visit: (lon: number, lat: number) => void): void {
  if (!Array.isArray(value)) return;
  if (typeof value[0] === 'number' && typeof value[1] === 'number') visit(value[0], value[1]);
  else for (const part of value) eachPosition(part, visit);
}

function outlineOf(divisions: unknown, code: string): unknown {
  const data = geojson(divisions);
  if (data.type !== 'FeatureCollection') return null;
  return data.features.find(({ properties }) => properties?.code === code)?.geometry?.coordinates;
}

/** What the map opens on: the shapes, else the points, else my area, else the county. */
function openingBounds({ shapes, points, picked, area, around, basemap }: Props): LngLatBounds | null {
  const bounds = new LngLatBounds();
  for (const shape of shapes ?? []) {
    const geometry = geojson(shape);
    if ('coordinates' in geometry)
      eachPosition(geometry.coordinates, (lon, lat) => bounds.extend([lon, lat]));
  }
  if (bounds.isEmpty()) for (const { lon, lat } of points ?? []) bounds.extend([lon, lat]);
  if (bounds.isEmpty() && picked) bounds.extend([picked.lon, picked.lat]);
  if (!bounds.isEmpty()) {
    const outline = around && outlineOf(basemap.divisions, around);
    if (outline) eachPosition(outline, (lon, lat) => bounds.extend([lon, lat]));
    return bounds;
  }
  const box = area ?? basemap.box;
  return box ? new LngLatBounds([box[0], box[1], box[2], box[3]]) : null;
}

function drawnFeatures(corners: readonly Spot[], draws: 'area' | 'line'): Feature[] {
  const ring = corners.map(({ lon, lat }) => [lon, lat]);
  const dots: Feature[] = ring.map((coordinates) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'Point', coordinates },
  }));
  if (ring.length < 2) return dots;
  const geometry: Feature['geometry'] =
    ring.length === 2 || draws === 'line'
      ? { type: 'LineString', coordinates: ring }
      : { type: 'Polygon', coordinates: [[...ring, ring[0] ?? []]] };
  return [{ type: 'Feature', properties: {}, geometry }, ...dots];
}

export default function MapCanvas(props: Props) {
  const { label, points, shapes, picked, onPick, corners, draws = 'area', basemap } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const navigate = useNavigate();
  const pick = useRef(onPick);
  pick.current = onPick;
  const opening = useRef(props);

  useEffect(() => {
    if (!frame.current) return;
    const bounds = openingBounds(opening.current);
    const made = new Sheet({
      container: frame.current,
      style: mapStyle(basemap.divisions, basemap.rivers),
      attributionControl: false,
      locale: words,
      maxZoom: 18,
      dragRotate: false,
      pitchWithRotate: false,
      cooperativeGestures: false,
      ...(bounds
        ? { bounds, fitBoundsOptions: { padding: 36, maxZoom: 13.5 } }
        : { center: [104, 35], zoom: 3 }),
    });
    made.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    made.addControl(new ScaleLabel(), 'bottom-left');
    made.touchZoomRotate.disableRotation();
    writePlaceNames(made, basemap.divisions);
    made.on('click', (event) => pick.current?.({ lon: event.lngLat.lng, lat: event.lngLat.lat }));
    made.once('load', () => setSheet(made));
    return () => {
      setSheet(null);
      made.remove();
    };
  }, [basemap]);

  useEffect(() => {
    if (sheet) return keepIssueMarks(sheet, points ?? [], navigate);
  }, [sheet, points, navigate]);

  useEffect(() => {
    sheet?.getSource<GeoJSONSource>('shapes')?.setData({
      type: 'FeatureCollection',
      features: (shapes ?? []).flatMap((shape) => {
        const geometry = geojson(shape);
        return 'coordinates' in geometry ? [{ type: 'Feature' as const, properties: {}, geometry }] : [];
      }),
    });
  }, [sheet, shapes]);

  useEffect(() => {
    sheet
      ?.getSource<GeoJSONSource>('drawn')
      ?.setData({ type: 'FeatureCollection', features: drawnFeatures(corners ?? [], draws) });
  }, [sheet, corners, draws]);

  useEffect(() => {
    if (!sheet || !picked) return;
    const marker = new Marker({ color: '#1f5a45' }).setLngLat([picked.lon, picked.lat]).addTo(sheet);
    if (!sheet.getBounds().contains([picked.lon, picked.lat])) {
      sheet.jumpTo({ center: [picked.lon, picked.lat], zoom: Math.max(13, sheet.getZoom()) });
    }
    return () => {
      marker.remove();
    };
  }, [sheet, picked]);

  return <section ref={frame} className={onPick ? 'map-frame picking' : 'map-frame'} aria-label={label} />;
}
