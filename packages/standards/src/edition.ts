import { chinaDay } from './calendar/china-day.ts';
import { StandardRefusal } from './refusal.ts';

/** How a number is known: read from the text, from a scan, from two secondary sources, from one, or recollected. */
export type Mark = 'text' | 'scan' | 'two-sources' | 'single-source' | 'memory';

/** What every table of the package says about itself. Days are `YYYY-MM-DD`, both ends included. */
export interface StandardHeader {
  readonly standard: string;
  readonly edition: string;
  readonly title: string;
  readonly source: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  /** How the two dates are known. */
  readonly datesMark: Mark;
  readonly note: string;
}

/** What a result rests on. */
export interface Basis {
  readonly standard: string;
  readonly edition: string;
  readonly clause: string;
  readonly mark: Mark;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly limit?: string;
  readonly unit?: string;
  readonly note?: string;
}

/**
 * Which edition to use: the date of the data (a day, or an instant which is read in Asia/Shanghai),
 * or an edition by name; `newest` is the newest the package knows.
 */
export type When = { readonly on: string } | { readonly edition: string };

/** The newest edition known, where the caller has neither date nor edition. */
export const NEWEST: When = { edition: 'newest' };

/**
 * Picks the edition in force. Tables, at least one, stand in the order of their dates.
 * Errors: `before-first-edition`, `edition-not-known` (a later edition replaced all known ones, or no such name), `bad-date`,
 * `missing-input` without a date or edition.
 */
export function editionFor<T extends StandardHeader>(tables: readonly T[], when: When): T {
  if (typeof when !== 'object' || when === null)
    throw new StandardRefusal('missing-input', 'when', '请给数据的日期 on 或标准版本 edition');
  if ('edition' in when && when.edition !== undefined) {
    if (when.edition === 'newest') return tables[tables.length - 1] as T;
    const named = tables.find((table) => table.edition === when.edition);
    if (named) return named;
    const known = tables.map((table) => table.edition).join('、');
    throw new StandardRefusal('edition-not-known', 'edition', `没有版本“${when.edition}”，可用：${known}`);
  }
  return editionOn(tables, chinaDay((when as { on: string }).on));
}

function editionOn<T extends StandardHeader>(tables: readonly T[], day: string): T {
  for (let i = tables.length - 1; i >= 0; i -= 1) {
    const table = tables[i] as T;
    if (day < table.effectiveFrom) continue;
    if (table.effectiveTo === null || day <= table.effectiveTo) return table;
    throw new StandardRefusal(
      'edition-not-known',
      'on',
      `${table.standard} 于 ${table.effectiveTo} 停用，其后的版本尚未收录；确需沿用请指明版本 ${table.edition}`,
    );
  }
  const first = tables[0] as T;
  throw new StandardRefusal(
    'before-first-edition',
    'on',
    `${day} 早于最早收录的版本 ${first.standard}（${first.effectiveFrom} 起），不能评价`,
  );
}

/** The basis of a result that rests on `clause` of a table. */
export function basisOf(table: StandardHeader, clause: string, mark: Mark, more: Partial<Basis> = {}): Basis {
  return {
    standard: table.standard,
    edition: table.edition,
    clause,
    mark,
    effectiveFrom: table.effectiveFrom,
    effectiveTo: table.effectiveTo,
    ...more,
  };
}
