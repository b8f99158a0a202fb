import { type RefusalCode, refusalCodes } from '@qingshan/contract';

/** An expected refusal: told to the user in Chinese with what to do next, answered as problem+json. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly fields: Record<string, string> | undefined;
  readonly details: Record<string, unknown> | undefined;

  constructor(
    code: RefusalCode,
    sentence: string,
    more: { fields?: Record<string, string>; details?: Record<string, unknown> } = {},
  ) {
    super(sentence);
    this.name = 'Refusal';
    this.code = code;
    this.fields = more.fields;
    this.details = more.details;
  }

  get status(): number {
    return refusalCodes[this.code];
  }
}

/** A thing that is not there, or lies outside one's reach: both read the same. */
export function notFound(what: string): Refusal {
  return new Refusal('not-found', `没有找到${what}，请检查链接，或确认它在您的管辖范围内`);
}

/** Stops the program with one clear sentence and exit code 1. */
export class StartRefusal extends Error {}
