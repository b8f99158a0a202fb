import { pino } from 'pino';

export type Log = ReturnType<typeof openLog>;

/** Structured log, one JSON object a line on standard error; secrets and personal fields never reach it. */
export function openLog(level: string) {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ['req.headers.cookie', 'req.headers.authorization', 'password', 'reporterPhone'],
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
