import { type Role, sourceRow, type Verb, verbRow } from '@qingshan/contract';
import { dayOf, type Notice, sendNotices, type Tx } from '../../../platform/index.ts';
import { holdersOf, postsOfTown } from '../../responsibility/index.ts';
import { numberText } from '../queries/number.ts';
import type { IssueRow } from '../tables.ts';
import { noticesOfVerb, type Recipient } from './notices.table.ts';

const MAX_RECIPIENTS = 40;

async function townPeople(tx: Tx, issue: IssueRow, roles: readonly Role[], on: string): Promise<string[]> {
  const place = roles.includes('inspector')
    ? `${issue.county_code}000000`
    : (issue.town_code ?? `${issue.county_code}000000`);
  return postsOfTown(tx, issue.county_code, place, roles, on);
}

async function personsOf(tx: Tx, recipient: Recipient, issue: IssueRow, on: string): Promise<string[]> {
  switch (recipient) {
    case 'owner':
      return issue.owner_post_id ? holdersOf(tx, issue.county_code, issue.owner_post_id, on) : [];
    case 'raiser':
      return issue.raised_by ? [issue.raised_by] : [];
    case 'office':
      return townPeople(tx, issue, ['office'], on);
    case 'inspectors':
      return townPeople(tx, issue, ['inspector'], on);
    case 'leaders':
      return townPeople(tx, issue, ['leader'], on);
    case 'judges':
      return townPeople(tx, issue, sourceRow(issue.source).extensionBy, on);
  }
}

/** Tells recipients of a problem one sentence, each person once. */
export async function notify(
  tx: Tx,
  issue: IssueRow,
  recipients: readonly Recipient[],
  kind: string,
  sentence: string,
  now: Date,
  except: string | null,
): Promise<void> {
  const persons = new Set<string>();
  for (const recipient of recipients)
    for (const person of await personsOf(tx, recipient, issue, dayOf(now))) persons.add(person);
  if (except) persons.delete(except);
  const notices: Notice[] = [...persons]
    .slice(0, MAX_RECIPIENTS)
    .map((personId) => ({ personId, kind, text: sentence, issueId: issue.id }));
  await sendNotices(tx, issue.county_code, now, notices);
}

const numberOf = (issue: IssueRow) => numberText(issue.county_code, issue.number_year, issue.number_serial);

export async function notifyOfRaise(tx: Tx, issue: IssueRow, now: Date): Promise<void> {
  const sentence = `${sourceRow(issue.source).label}：${issue.title}（${numberOf(issue)}），请受理`;
  await notify(tx, issue, ['office'], 'issue.raise', sentence, now, issue.raised_by);
}

/** Tells those whom the step concerns, as the table says. */
export async function notifyOfStep(
  tx: Tx,
  issue: IssueRow,
  verb: Verb,
  words: string | undefined,
  now: Date,
  actorId: string,
): Promise<void> {
  const recipients = noticesOfVerb[verb];
  if (!recipients) return;
  const sentence = `${verbRow(verb).label}：${issue.title}（${numberOf(issue)}）${words ? `。${words.slice(0, 120)}` : ''}`;
  await notify(tx, issue, recipients, `issue.${verb}`, sentence, now, actorId);
}
