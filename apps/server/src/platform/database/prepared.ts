import pg from 'pg';

/** A statement is kept prepared once it was asked so often; lists come in endless forms, most of them once. */
const OFTEN = 20;
const KEPT_MOST = 200;
const COUNTED_MOST = 2000;

const asked = new Map<string, number>();
const names = new Map<string, string>();

/** Name under which every connection keeps the statement; undefined while it is not asked often. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= KEPT_MOST) return known;
  const times = (asked.get(text) ?? 0) + 1;
  if (times < OFTEN) {
    if (asked.size >= COUNTED_MOST) asked.clear();
    asked.set(text, times);
    return undefined;
  }
  asked.delete(text);
  const name = `q${names.size}`;
  names.set(text, name);
  return name;
}

/**
 * Prepares what is asked often once a connection, so that it is read and rewritten by row security once and, where
 * `inReach` says so, planned once. Under row security that is most of what a small question costs.
 */
export class PreparingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg's own overloads cannot be written down otherwise
  override query(...given: any[]): any {
    const [text, values, done] = given as [unknown, unknown, unknown];
    const query = super.query as (...args: unknown[]) => unknown;
    const name =
      typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined;
    return name ? query.call(this, { name, text, values }, done) : query.apply(this, given);
  }
}
