import type { Own } from '../strangers.ts';

/** Things of 清溪镇 that someone from elsewhere names. */
export interface Targets {
  readonly county: string;
  readonly town: string;
  readonly village: string;
  readonly grid: string;
  readonly person: string;
  readonly personName: string;
  readonly account: string;
  readonly post: string;
  readonly vacantPost: string;
  readonly term: string;
  readonly zone: string;
  readonly emptyZone: string;
  readonly reach: string;
  readonly issue: string;
  readonly issueTitle: string;
  readonly actId: string;
  readonly followToken: string;
  readonly photo: string;
  readonly notice: string;
}

/**
 * What must come of it. `hidden`: 404 or 403. `refused`: any refusal that tells nothing (own and foreign things named
 * together). `nothing`: an answer without a trace of the foreign thing. `batch`: every item refused.
 * `public`: readable by design, `unasked`: allowed by design and so not tried; see docs/decisions/0004.
 */
export type Outcome = 'hidden' | 'refused' | 'nothing' | 'batch' | 'public' | 'unasked';

export interface Request {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface WrongPlace {
  readonly name: string;
  readonly ask: (own: Own, of: Targets) => Request;
  /** For someone of another town of the county, and of another county; absent: hidden. */
  readonly town?: Outcome;
  readonly county?: Outcome;
}

export const all = (outcome: Outcome) => ({ town: outcome, county: outcome });
export const hidden = (ask: WrongPlace['ask'], name = ''): WrongPlace => ({ name, ask });
export const nothing = (ask: WrongPlace['ask'], name = ''): WrongPlace => ({ name, ask, ...all('nothing') });
export const refused = (ask: WrongPlace['ask'], name = ''): WrongPlace => ({ name, ask, ...all('refused') });
export const open = (ask: WrongPlace['ask'], name = ''): WrongPlace => ({ name, ask, ...all('public') });
/** Who answers where is open inside a county; outside of it there is no such thing. */
export const openInCounty = (county: Outcome, ask: WrongPlace['ask'], name = ''): WrongPlace => ({
  name,
  ask,
  town: 'public',
  county,
});

/** Fields that name nothing of another place: one's own account, or a name that is to be free. */
export const OWN_WORDS: ReadonlySet<string> = new Set(['signIn.body.account', 'createAccount.body.account']);
