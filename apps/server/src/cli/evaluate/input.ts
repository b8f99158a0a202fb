import { chinaDay, NEWEST, StandardRefusal, type When } from '@qingshan/standards';

/** A line of input as a record. */
export type Input = Record<string, unknown>;
/** An answer; keys as documented in the help. */
export type Answer = Record<string, unknown>;

/** One kind of evaluation: answers a record; `columns` are the answer's columns in a spreadsheet. */
export interface Evaluation {
  readonly columns: readonly string[];
  readonly answer: (input: Input) => Answer;
}

/** Options of the command line. */
export interface EvaluateOptions {
  readonly edition?: string;
}

/** Keys that name the row and are handed back. */
const NAMES = ['id', 'station', 'name'] as const;
const DATES = ['time', 'date'] as const;

/** The names of a row, to be handed back with the answer. */
export function namesOf(input: Input): Answer {
  return Object.fromEntries(NAMES.filter((key) => input[key] !== undefined).map((key) => [key, input[key]]));
}

/** The record without names and dates. */
export function valuesOf(input: Input, alsoWithout: readonly string[] = []): Input {
  const without: readonly string[] = [...NAMES, ...DATES, ...alsoWithout];
  return Object.fromEntries(Object.entries(input).filter(([key]) => !without.includes(key)));
}

/** Which edition: the option, else the date of the row, else the newest. Errors: `bad-date`. */
export function whenOf(input: Input, options: EvaluateOptions): When {
  const given = DATES.map((key) => input[key]).find((value) => value !== null && value !== undefined);
  if (given !== undefined && typeof given !== 'string') {
    throw new StandardRefusal('bad-date', 'time', '时间应为文字，如 "2026-03-01T08:00:00+08:00"');
  }
  const day = given === undefined ? undefined : chinaDay(given);
  if (options.edition !== undefined) return { edition: options.edition };
  return day === undefined ? NEWEST : { on: day };
}

/** A record from a line of JSON. Errors: `bad-text`. */
export function jsonRecord(line: string): Input {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new StandardRefusal('bad-text', 'line', '这一行不是 JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new StandardRefusal('bad-text', 'line', '这一行应为 JSON 对象，如 {"pm25":35}');
  }
  return value as Input;
}

/** Renames keys: lower case, then by alias. Errors: `bad-text` when two keys name the same item. */
export function renamed(input: Input, aliases: Readonly<Record<string, string>>): Input {
  const record: Input = {};
  for (const [key, value] of Object.entries(input)) {
    const lower = key.toLowerCase();
    const name = Object.hasOwn(aliases, lower) ? (aliases[lower] as string) : lower;
    if (Object.hasOwn(record, name)) throw new StandardRefusal('bad-text', key, `项目 ${name} 给了两次`);
    // the text of public tables for a missing value
    record[name] = value === '--' ? null : value;
  }
  return record;
}
