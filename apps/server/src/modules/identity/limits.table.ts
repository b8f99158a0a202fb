/** How many wrong passwords are borne, and for how long the door then stays shut. */
export interface AttemptLimit {
  readonly failures: number;
  readonly windowMinutes: number;
  readonly lockMinutes: number;
}

/**
 * `account`: whoever tries; `address`: whichever account is tried. An office of fifty behind one address mistypes
 * now and then, so an address bears more.
 * @source GB/T 22239-2019 8.1.4.1 b)
 */
export const attemptLimits = {
  account: { failures: 5, windowMinutes: 15, lockMinutes: 15 },
  address: { failures: 50, windowMinutes: 15, lockMinutes: 15 },
} as const satisfies Record<string, AttemptLimit>;

/** A session ends this long after its last use; its end is moved at most once per `renewMinutes`. */
export const sessionLimits = { idleHours: 12, renewMinutes: 15 } as const;

/** The log of sign-ins is kept this long. @source GB/T 22239-2019; Cybersecurity Law art. 21: at least six months */
export const loginLogMonths = 6;
