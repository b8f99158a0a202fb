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
