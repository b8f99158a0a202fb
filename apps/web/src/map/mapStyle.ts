import type { StyleSpecification } from 'maplibre-gl';

/** The parts of RFC 7946 that maps here are made of. */
export interface Geometry {
  type: 'Point' | 'MultiPoint' | 'LineString' | 'MultiLineString' | 'Polygon' | 'MultiPolygon';
  coordinates: unknown;
}
export interface Feature {
  type: 'Feature';
  properties: Record<string, unknown> | null;
  geometry: Geometry | null;
}
export type GeoJson = { type: 'FeatureCollection'; features: Feature[] } | Feature | Geometry;

export const nothing: GeoJson = { type: 'FeatureCollection', features: [] };

/** The basemap's parts as GeoJSON, or nothing where the server has none. */
export function geojson(value: unknown): GeoJson {
  return typeof value === 'object' && value !== null && 'type' in value ? (value as GeoJson) : nothing;
}

/** Own basemap: divisions, rivers, what is shown and what is drawn. No text layers, so no glyph files. */
export function mapStyle(divisions: unknown, rivers: unknown): StyleSpecification {
  return {
    version: 8,
    sources: {
      divisions: { type: 'geojson', data: geojson(divisions) },
      rivers: { type: 'geojson', data: geojson(rivers) },
      shapes: { type: 'geojson', data: nothing },
      drawn: { type: 'geojson', data: nothing },
      issues: { type: 'geojson', data: nothing, cluster: true, clusterRadius: 46, clusterMaxZoom: 15 },
    },
    layers: [
      { id: 'paper', type: 'background', paint: { 'background-color': '#eceee4' } },
      {
        id: 'division-fill',
        type: 'fill',
        source: 'divisions',
        filter: ['match', ['geometry-type'], ['Polygon', 'MultiPolygon'], true, false],
        paint: { 'fill-color': '#fbfaf4', 'fill-opacity': 0.75 },
      },
      {
        id: 'rivers',
        type: 'line',
        source: 'rivers',
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': '#6f9fc4', 'line-width': ['interpolate', ['linear'], ['zoom'], 8, 1, 14, 5] },
      },
      {
        id: 'division-line',
        type: 'line',
        source: 'divisions',
        filter: ['match', ['geometry-type'], ['Polygon', 'MultiPolygon'], true, false],
        paint: { 'line-color': '#8c978d', 'line-width': 1, 'line-dasharray': [4, 2] },
      },
      {
        id: 'division-point',
        type: 'circle',
        source: 'divisions',
        filter: ['==', ['geometry-type'], 'Point'],
        paint: { 'circle-radius': 3, 'circle-color': '#8c978d' },
      },
      {
        id: 'shape-fill',
        type: 'fill',
        source: 'shapes',
        filter: ['match', ['geometry-type'], ['Polygon', 'MultiPolygon'], true, false],
        paint: { 'fill-color': '#1f5a45', 'fill-opacity': 0.1 },
      },
      {
        id: 'shape-line',
        type: 'line',
        source: 'shapes',
        paint: { 'line-color': '#1f5a45', 'line-width': 2.5 },
      },
      {
        id: 'drawn-fill',
        type: 'fill',
        source: 'drawn',
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'fill-color': '#c07a12', 'fill-opacity': 0.18 },
      },
      {
        id: 'drawn-line',
        type: 'line',
        source: 'drawn',
        paint: { 'line-color': '#c07a12', 'line-width': 2 },
      },
      {
        id: 'drawn-corner',
        type: 'circle',
        source: 'drawn',
        filter: ['==', ['geometry-type'], 'Point'],
        paint: { 'circle-radius': 4, 'circle-color': '#8a3c00' },
      },
      // Seen through: the marks themselves are elements, so that they carry words and take the keyboard.
      {
        id: 'issue-places',
        type: 'circle',
        source: 'issues',
        paint: { 'circle-radius': 2, 'circle-opacity': 0 },
      },
    ],
  };
}
