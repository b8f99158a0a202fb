/** Stable codes of the refusals this package can give. */
export type RefusalCode =
  | 'not-a-number'
  | 'not-finite'
  | 'negative'
  | 'out-of-range'
  | 'bad-date'
  | 'bad-text'
  | 'before-first-edition'
  | 'edition-not-known'
  | 'unknown-item'
  | 'nothing-to-judge'
  | 'missing-input'
  | 'no-limit'
  | 'provincial-limits'
  | 'too-long'
  | 'too-many'
  | 'bad-frame'
  | 'cipher-needed';

/**
 * An expected refusal: the input cannot give a right answer.
 * `code` is stable, `message` is a Chinese sentence that says what is wrong and what to do,
 * `field` names the offending input.
 */
export class StandardRefusal extends Error {
  readonly code: RefusalCode;
  readonly field: string;

  constructor(code: RefusalCode, field: string, message: string) {
    super(message);
    this.name = 'StandardRefusal';
    this.code = code;
    this.field = field;
  }

  toJSON(): { code: RefusalCode; field: string; message: string } {
    return { code: this.code, field: this.field, message: this.message };
  }
}

/** Checks that a word from outside is one of those known. Errors: `unknown-item`. */
export function oneOf<T extends string | number>(value: T, known: readonly T[], field: string): T {
  if (known.includes(value)) return value;
  const told = String(value).slice(0, 40);
  throw new StandardRefusal('unknown-item', field, `不认识的 ${field}“${told}”，可用：${known.join('、')}`);
}
