import {
  COUNTY_PLACE,
  DEMO_EDITION,
  type TownRow,
  towns,
  type VillageRow,
  type ZoneKind,
} from './county/villages.table.ts';
import { cutInto } from './geography/cells.ts';
import { outlines } from './geography/outline.table.ts';
import { bigRiver, clearStream } from './geography/rivers.table.ts';
import {
  type Corners,
  centroid,
  distanceToLine,
  isInside,
  type Line,
  type Point,
  polygonOf,
  rounded,
} from './geography/shape.ts';

/** A division with position and boundary, as the responsibility module stores it. */
export interface DemoDivision {
  readonly code: string;
  readonly edition: string;
  readonly level: 3 | 4 | 5;
  readonly kind: string;
  readonly name: string;
  readonly officialName: string;
  readonly position: { readonly lon: number; readonly lat: number };
  readonly boundary: { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Point[])[] };
}

/** A reach of a river in the demo county with the villages that it passes. */
export interface DemoReach {
  readonly key: string;
  readonly river: string;
  readonly name: string;
  readonly townCode: string;
  readonly line: { readonly type: 'LineString'; readonly coordinates: Line };
  /** Downstream. */
  readonly villages: readonly string[];
}

interface VillageArea {
  readonly code: string;
  readonly row: VillageRow;
  readonly site: Point;
  readonly corners: Corners;
}

const riverOf: Readonly<Record<TownRow['key'], Line>> = { qx: clearStream, yl: bigRiver, jp: bigRiver };
/** From the river up the slope. */
const SLOPE: readonly ZoneKind[] = ['riverside', 'river', 'farmland', 'orchard', 'mountain'];

/** Villages of the valley get the areas at the river, those of the hills the ones above. */
function settle(town: TownRow): VillageArea[] {
  const river = riverOf[town.key];
  const areas = cutInto(outlines[town.key], town.villages.length, town.key).toSorted(
    (a, b) => distanceToLine(a.site, river) - distanceToLine(b.site, river),
  );
  const rows = town.villages.toSorted((a, b) => SLOPE.indexOf(a.zone) - SLOPE.indexOf(b.zone));
  return SLOPE.flatMap((zone) => {
    const from = rows.findIndex((row) => row.zone === zone);
    const here = rows.filter((row) => row.zone === zone);
    const ground = areas.slice(from, from + here.length).toSorted((a, b) => a.site[1] - b.site[1]);
    return here.flatMap((row, at) => {
      const area = ground[at];
      return area ? [{ ...area, row, code: `${town.code.slice(0, 9)}${row.code}` }] : [];
    });
  });
}

const settled: ReadonlyMap<TownRow['key'], VillageArea[]> = new Map(
  towns.map((town) => [town.key, settle(town)]),
);

const positionOf = (corners: Corners) => {
  const [lon, lat] = rounded(centroid(corners));
  return { lon, lat };
};

const division = (
  code: string,
  level: DemoDivision['level'],
  kind: string,
  name: string,
  corners: Corners,
  officialName = name,
): DemoDivision => ({
  code,
  edition: DEMO_EDITION,
  level,
  kind,
  name,
  officialName,
  position: positionOf(corners),
  boundary: polygonOf(corners),
});

/** County, towns and villages of the demo; boundaries are invented, share their borders and are the same every time. */
export function demoDivisions(): DemoDivision[] {
  return [
    division(COUNTY_PLACE, 3, 'county', '青山县', outlines.county),
    ...towns.flatMap((town) => [
      division(town.code, 4, 'town', town.name, outlines[town.key]),
      ...(settled.get(town.key) ?? [])
        .toSorted((a, b) => a.code.localeCompare(b.code))
        .map(({ code, row, corners }) =>
          division(code, 5, 'villagers', row.name, corners, `${row.name}民委员会`),
        ),
    ]),
  ];
}

function reach(key: string, river: string, name: string, town: TownRow['key'], line: Line): DemoReach {
  const areas = settled.get(town) ?? [];
  const passed = line.map((point) => areas.find((area) => isInside(point, area.corners))?.code);
  return {
    key,
    river,
    name,
    townCode: towns.find((one) => one.key === town)?.code ?? '',
    line: { type: 'LineString', coordinates: line },
    villages: [...new Set(passed.filter((code) => code !== undefined))],
  };
}

/** Reaches of the two rivers: the stream in 清溪镇 in three parts, the big river in 江畔镇 in two. */
export function demoReaches(): DemoReach[] {
  const stream = clearStream.filter((point) => isInside(point, outlines.qx));
  const river = bigRiver.filter((point) => isInside(point, outlines.jp));
  const part = (line: Line, from: number, to: number) =>
    line.slice(Math.floor(line.length * from), Math.ceil(line.length * to) + 1);
  return [
    reach('qx-up', '清溪河', '清溪河上段', 'qx', part(stream, 0, 1 / 3)),
    reach('qx-mid', '清溪河', '清溪河中段', 'qx', part(stream, 1 / 3, 2 / 3)),
    reach('qx-down', '清溪河', '清溪河下段', 'qx', part(stream, 2 / 3, 1)),
    reach('jp-up', '青江', '青江峡口段', 'jp', part(river, 0, 1 / 2)),
    reach('jp-down', '青江', '青江金滩段', 'jp', part(river, 1 / 2, 1)),
  ];
}
