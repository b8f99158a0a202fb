import { countyOf } from '@qingshan/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/index.ts';
import {
  childrenOf,
  codeRange,
  divisionColumns,
  type PlaceRow,
  placeColumns,
  placeRow,
  type StoredPlace,
} from './places.ts';

export interface PlaceSearch {
  readonly q?: string | undefined;
  readonly parent?: string | undefined;
  /** Prefix of place codes. */
  readonly within?: string | undefined;
  readonly limit: number;
}

const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/**
 * A part of the name is searched inside a province or below; over all China one or two characters must begin the
 * name, so that the index answers.
 */
function pattern(q: string, within: string): string {
  return within.length >= 2 || q.length >= 3 ? `%${literal(q)}%` : `${literal(q)}%`;
}

/** Places by part of the name or by code, by level; or the children of one place. */
export async function searchPlaces(tx: Tx, search: PlaceSearch): Promise<PlaceRow[]> {
  const { q, parent, limit } = search;
  if (parent) {
    const children = await childrenOf(tx, parent.length < 12 ? parent.padEnd(12, '0') : parent);
    return children
      .filter((child) => !q || child.name.includes(q) || child.code.startsWith(q))
      .slice(0, limit);
  }
  const within = search.within ?? '';
  const byCode = q && /^\d{2,12}$/.test(q);
  const division = byCode ? codeRange(q) : q ? sql`d.name ilike ${pattern(q, within)}` : sql`d.level <= 3`;
  const below = byCode ? sql`p.code like ${`${q}%`}` : q ? sql`p.name ilike ${`%${literal(q)}%`}` : sql`true`;
  const belowPrefix =
    within.length >= 6
      ? sql`p.county_code = ${countyOf(within)} and p.code like ${`${within}%`}`
      : sql`false`;
  const { rows } = await sql<StoredPlace>`
    select * from (
      (select ${divisionColumns} from divisions d where d.is_current and ${within ? codeRange(within) : sql`true`} and ${within && !q ? sql`true` : division}
        order by d.level, d.code limit ${limit})
      union all
      (select ${placeColumns} from places p where ${belowPrefix} and ${below} order by length(p.code), p.code limit ${limit})
    ) as found limit ${limit}`.execute(tx);
  return rows.map(placeRow);
}
