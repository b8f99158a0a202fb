import type { Polygon } from './geometry.ts';
import { outsideSentence, outsideVillage } from './inside-village.ts';
import { parentOf, villageOf } from './place-chain.ts';
import type { PlaceInput } from './place-input.ts';
import type { ReadRow, RefusedRow } from './place-sheet.ts';

export interface KnownPlace {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
}

export interface Placed {
  readonly row: number;
  readonly place: PlaceInput;
}

/** A village whose boundary is known. */
export interface BoundedVillage {
  readonly name: string;
  readonly polygons: readonly Polygon[];
}

const LETTERS = { group: 'G', grid: 'W', plot: 'P', household: 'H' } as const;
const LIMIT = { group: 999, grid: 999, plot: 999, household: 9999 } as const;

/**
 * The places of one county while a sheet is read: finds a row's code by what the row names, gives the next free
 * number to a new place. A village is never guessed from a name that two villages of the reach carry.
 */
export class PlaceBook {
  readonly #villages: readonly KnownPlace[];
  readonly #boundaries: ReadonlyMap<string, BoundedVillage>;
  readonly #byCode = new Map<string, KnownPlace>();
  readonly #byName = new Map<string, string>();
  readonly #last = new Map<string, number>();
  readonly #rowOf = new Map<string, number>();

  constructor(
    villages: readonly KnownPlace[],
    places: readonly KnownPlace[],
    boundaries: ReadonlyMap<string, BoundedVillage>,
  ) {
    this.#villages = villages;
    this.#boundaries = boundaries;
    for (const place of places) this.#add(place);
  }

  #add(place: KnownPlace): void {
    const parent = parentOf(place.code) ?? '';
    this.#byCode.set(place.code, place);
    this.#byName.set(`${parent}|${place.kind}|${place.name}`, place.code);
    const series = `${parent}|${place.kind}`;
    const number = Number(/\d+$/.exec(place.code)?.[0] ?? 0);
    this.#last.set(series, Math.max(this.#last.get(series) ?? 0, number));
  }

  /** Place for a row, or why it cannot be taken. */
  take(read: ReadRow): Placed | RefusedRow {
    const code = read.code || this.#codeFor(read);
    if (typeof code !== 'string') return code;
    const refuse = (column: string, reason: string): RefusedRow => ({ row: read.row, column, reason });
    const village = villageOf(code);
    if (!this.#villages.some((one) => one.code === village))
      return refuse('代码', '所属村不存在，或不在您的管辖范围内');
    if (read.kind === 'household' && !this.#byCode.has(parentOf(code) ?? ''))
      return refuse('代码', '户所属的组还没有建立');
    const earlier = this.#rowOf.get(code);
    if (earlier) return refuse('代码', `与第 ${earlier} 行是同一个地方`);
    const gridCode = read.grid ? this.#gridIn(village ?? '', read.grid) : undefined;
    if (gridCode === null) return refuse('所属网格', `本村没有网格“${read.grid}”`);
    const outside = this.#outsideOf(village ?? '', read);
    if (outside) return refuse('经度', outside);
    this.#rowOf.set(code, read.row);
    this.#add({ code, name: read.name, kind: read.kind });
    const { kind, name, position } = read;
    return { row: read.row, place: { code, kind, name, position, ...(gridCode ? { gridCode } : {}) } };
  }

  #outsideOf(village: string, { position }: ReadRow): string | null {
    const bounded = this.#boundaries.get(village);
    const outside = bounded && position && outsideVillage(bounded.polygons, [position.lon, position.lat]);
    return outside ? outsideSentence(outside, '位置', bounded.name) : null;
  }

  #gridIn(village: string, grid: string): string | null {
    if (this.#byCode.get(grid)?.kind === 'grid' && grid.startsWith(village)) return grid;
    return this.#byName.get(`${village}|grid|${grid}`) ?? null;
  }

  #villageFor(read: ReadRow): string | RefusedRow {
    const named = this.#villages.filter((one) => one.name === read.village || one.code === read.village);
    if (named.length === 1 && named[0]) return named[0].code;
    const reason =
      named.length === 0
        ? `管辖范围内没有“${read.village}”`
        : `有 ${named.length} 个“${read.village}”，请改填村代码`;
    return { row: read.row, column: '所属村', reason };
  }

  #codeFor(read: ReadRow): string | RefusedRow {
    const village = this.#villageFor(read);
    if (typeof village !== 'string') return village;
    let parent = village;
    if (read.kind === 'household') {
      const group =
        this.#byName.get(`${village}|group|${read.group}`) ??
        (this.#byCode.has(read.group) ? read.group : null);
      if (!group?.startsWith(village))
        return { row: read.row, column: '所属组', reason: `本村没有“${read.group}”` };
      parent = group;
    }
    return this.#byName.get(`${parent}|${read.kind}|${read.name}`) ?? this.#next(read, parent);
  }

  #next(read: ReadRow, parent: string): string | RefusedRow {
    const number = (this.#last.get(`${parent}|${read.kind}`) ?? 0) + 1;
    if (number > LIMIT[read.kind])
      return { row: read.row, column: '名称', reason: '序号已用完，请核对是否重复' };
    return `${parent}${LETTERS[read.kind]}${String(number).padStart(read.kind === 'household' ? 3 : 2, '0')}`;
  }
}
