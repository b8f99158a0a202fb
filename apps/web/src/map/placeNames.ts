import { Marker, type Map as Sheet } from 'maplibre-gl';
import { geojson } from './mapStyle.ts';

interface Named {
  name: string;
  lon: number;
  lat: number;
  /** Zoom from which the name is written. */
  fromZoom: number;
}

const isTown = (code: unknown) =>
  typeof code === 'string' && /^\d{9}000$/.test(code) && !/^\d{6}000/.test(code);
const isVillage = (code: unknown) => typeof code === 'string' && /^\d{12}$/.test(code) && !/000$/.test(code);

function middle(coordinates: unknown): [number, number] | null {
  const flat = JSON.stringify(coordinates)
    .match(/-?\d+(\.\d+)?(e-?\d+)?/g)
    ?.map(Number);
  if (!flat || flat.length < 2) return null;
  const lons = flat.filter((_, index) => index % 2 === 0);
  const lats = flat.filter((_, index) => index % 2 === 1);
  return [(Math.min(...lons) + Math.max(...lons)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2];
}

function namesOf(divisions: unknown): Named[] {
  const data = geojson(divisions);
  if (data.type !== 'FeatureCollection') return [];
  return data.features.flatMap(({ geometry, properties }) => {
    const name: unknown = properties?.name;
    const code: unknown = properties?.code;
    const isCounty = typeof code === 'string' && /0{6}$/.test(code);
    if (isCounty || typeof name !== 'string' || !geometry) return [];
    const at = middle(geometry.coordinates);
    if (!at) return [];
    const fromZoom = isTown(code) ? 7.5 : isVillage(code) ? 10.2 : 5;
    return [{ name, lon: at[0], lat: at[1], fromZoom }];
  });
}

/** Writes the names of towns, and of villages once there is room, as elements: no glyph files needed. */
export function writePlaceNames(sheet: Sheet, divisions: unknown): void {
  const names = namesOf(divisions);
  const written = new Map<Named, Marker>();
  const write = () => {
    const zoom = sheet.getZoom();
    const view = sheet.getBounds();
    const taken: { x: number; y: number }[] = [];
    for (const named of names) {
      const at = sheet.project([named.lon, named.lat]);
      const free = !taken.some((other) => Math.abs(other.x - at.x) < 64 && Math.abs(other.y - at.y) < 20);
      const wanted = zoom >= named.fromZoom && free && view.contains([named.lon, named.lat]);
      if (wanted) taken.push(at);
      if (wanted && !written.has(named)) {
        const element = document.createElement('span');
        const small = named.fromZoom > 11;
        element.className = small ? 'map-name small' : 'map-name';
        element.textContent = named.name;
        written.set(
          named,
          new Marker({ element, offset: [0, small ? -15 : 0] })
            .setLngLat([named.lon, named.lat])
            .addTo(sheet),
        );
      } else if (!wanted) {
        written.get(named)?.remove();
        written.delete(named);
      }
    }
  };
  sheet.on('moveend', write);
  sheet.once('load', write);
}
