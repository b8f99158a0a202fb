import type { Mark, StandardHeader } from './edition.ts';
import type { LimitTable } from './limit-table.ts';

/** Whether a table is one of limits. */
export function isLimitTable(table: StandardHeader): table is LimitTable {
  return 'rows' in table && Array.isArray(table.rows) && Array.isArray(table.rows[0]);
}

/** Marks and clauses found anywhere inside a table. */
export function marksOf(table: StandardHeader): {
  readonly marks: readonly Mark[];
  readonly clauses: readonly string[];
} {
  const marks = new Set<Mark>();
  const clauses = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if ((key === 'mark' || key.endsWith('Mark')) && key !== 'datesMark') marks.add(inner as Mark);
      else if (key === 'clause') clauses.add(String(inner));
      else visit(inner);
    }
  };
  if (isLimitTable(table)) {
    for (const [clause, , , , , mark] of table.rows) {
      marks.add(mark);
      clauses.add(clause);
    }
  } else visit(table);
  return { marks: [...marks], clauses: [...clauses] };
}
