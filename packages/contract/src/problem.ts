import { z } from 'zod';

/** Stable refusal codes with their HTTP status (RFC 9457 problem types). The sentence is written where it is refused. */
export const refusalCodes = {
  'invalid-input': 422,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'two-factor-needed': 401,
  'account-locked': 429,
  'too-many-requests': 429,
  'not-allowed': 403,
  'not-found': 404,
  'already-exists-with-other-content': 409,
  'someone-was-first': 409,
  'step-not-possible': 409,
  'evidence-missing': 422,
  'verifier-not-independent': 403,
  'publicity-not-over': 409,
  'owner-not-found': 422,
  'post-already-held': 409,
  'open-work-remains': 409,
  'file-too-large': 413,
  'file-type-refused': 415,
  'unknown-place': 422,
  'date-out-of-range': 422,
  'body-too-large': 413,
  'starting-up': 503,
  internal: 500,
} as const satisfies Record<string, number>;

export type RefusalCode = keyof typeof refusalCodes;

/** RFC 9457 problem+json as every refusal is answered. */
export const problem = z.object({
  type: z.string(),
  status: z.int(),
  code: z.string(),
  title: z.string().describe('Chinese sentence: what happened and what to do next'),
  /** Field path → sentence, for forms. */
  fields: z.record(z.string(), z.string()).optional(),
  requestId: z.string().optional(),
  /** Machine-readable particulars, e.g. who was first. */
  details: z.record(z.string(), z.unknown()).optional(),
});
export type Problem = z.output<typeof problem>;
