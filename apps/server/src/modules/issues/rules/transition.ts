import {
  type RefusalCode,
  type Role,
  roleLabels,
  type Source,
  type State,
  sourceRow,
  states,
  type Verb,
  type VerbRow,
  verbCodes,
  verbRow,
} from '@qingshan/contract';
import { type Actor, postsCovering } from '../../../platform/index.ts';

/** Local rule, no national figure exists: configuration. */
const EXTENSIONS_MOST = 2;

/** Who put a problem right. */
export interface Fixers {
  /** Everyone who ever put this problem right. */
  readonly fixerIds: ReadonlySet<string>;
  /** Persons who stood in a fixer's line of command when it was put right. */
  readonly fixersLine: ReadonlySet<string>;
}

/** What deciding needs to know of a problem. */
export interface IssueFacts extends Fixers {
  readonly state: State;
  readonly source: Source;
  readonly placeCode: string;
  readonly ownerPostId: string | null;
  /** Who asked for the extension that is not decided yet; null: none was asked for. */
  readonly extensionBy: string | null;
  readonly extendedTimes: number;
  readonly dueAt: Date | null;
  /** Last day of the public notice, `YYYY-MM-DD`. */
  readonly publicityUntil: string | null;
}

/** What deciding needs to know of the one who asks, besides posts and reach. */
export interface ActorFacts {
  readonly actor: Actor;
  /** Persons above or below the actor in the line of command, the actor too. */
  readonly inLine: ReadonlySet<string>;
  readonly now: Date;
  /** Day of the asking, Shanghai. */
  readonly today: string;
}

export interface NotPossible {
  readonly code: RefusalCode;
  readonly why: string;
}

/** States from which a verb may be done, given how the source closes. */
export function fromStates(verb: Verb, source: Source): readonly State[] {
  const row = verbRow(verb);
  return sourceRow(source).closing === 'inspection' ? (row.fromWhenInspection ?? row.from) : row.from;
}

function rolesFor(row: VerbRow, source: Source): readonly Role[] {
  if (row.relation === 'closer') return sourceRow(source).closeBy;
  if (row.relation === 'rater') return sourceRow(source).rateBy;
  if (row.relation === 'extensionJudge') return sourceRow(source).extensionBy;
  return row.roles;
}

const named = (held: readonly Role[]): string =>
  [...new Set(held)].map((role) => roleLabels[role]).join('、');

function checkState(verb: Verb, facts: IssueFacts): NotPossible | null {
  const row = verbRow(verb);
  if (row.closing && row.closing !== sourceRow(facts.source).closing)
    return {
      code: 'step-not-possible',
      why: `${sourceRow(facts.source).label}的问题不走“${row.label}”这一步`,
    };
  if (!fromStates(verb, facts.source).includes(facts.state))
    return { code: 'step-not-possible', why: `问题现在是“${states[facts.state].label}”，不能${row.label}` };
  if (row.whenExtensionPending === true && !facts.extensionBy)
    return { code: 'step-not-possible', why: '没有待审批的延期申请' };
  if (row.whenExtensionPending === false && facts.extensionBy)
    return { code: 'step-not-possible', why: '已有一份延期申请在等审批' };
  return null;
}

/** A deadline that has passed stays passed, and is not pushed on for ever. */
function checkExtension(verb: Verb, facts: IssueFacts, who: ActorFacts): NotPossible | null {
  if (verb !== 'requestExtension') return null;
  if (facts.dueAt && facts.dueAt < who.now)
    return { code: 'step-not-possible', why: '期限已过，不能再申请延期，请尽快整改并反馈' };
  if (facts.extendedTimes >= EXTENSIONS_MOST)
    return {
      code: 'step-not-possible',
      why: `已延期 ${facts.extendedTimes} 次，不能再申请延期，请尽快整改并反馈`,
    };
  return null;
}

/** Whoever asked for it, or answers for the problem, does not judge the extension or rate the work. */
function checkOwnCause(row: VerbRow, facts: IssueFacts, who: ActorFacts): NotPossible | null {
  const { personId, postIds } = who.actor;
  const owns = facts.ownerPostId !== null && postIds.includes(facts.ownerPostId);
  if (row.relation === 'extensionJudge' && (owns || facts.extensionBy === personId))
    return { code: 'not-allowed', why: '申请延期的人和责任岗位不能自己审批，须由别人来办' };
  if (row.relation === 'rater' && facts.fixerIds.has(personId))
    return { code: 'not-allowed', why: '您参与了整改，不能自己评价' };
  return null;
}

function checkIndependent(row: VerbRow, facts: IssueFacts, who: ActorFacts): NotPossible | null {
  if (row.relation !== 'independent' && row.relation !== 'closer') return null;
  if (facts.fixerIds.has(who.actor.personId))
    return {
      code: 'verifier-not-independent',
      why: `您参与了整改，不能${row.label}，须由没有参与整改的人来办`,
    };
  if (row.relation === 'closer') return null;
  const related =
    facts.fixersLine.has(who.actor.personId) || [...facts.fixerIds].some((fixer) => who.inLine.has(fixer));
  return related
    ? {
        code: 'verifier-not-independent',
        why: `您是整改人的上级或下级，不能${row.label}，须由不在同一条管理线上的人来办`,
      }
    : null;
}

function checkWho(verb: Verb, facts: IssueFacts, who: ActorFacts): NotPossible | null {
  const row = verbRow(verb);
  if (row.relation === 'owner') {
    if (facts.ownerPostId && who.actor.postIds.includes(facts.ownerPostId)) return null;
    return { code: 'not-allowed', why: `只有这件问题的责任岗位才能${row.label}` };
  }
  const allowed = rolesFor(row, facts.source);
  if (postsCovering(who.actor, facts.placeCode, allowed).length > 0)
    return checkOwnCause(row, facts, who) ?? checkIndependent(row, facts, who);
  return {
    code: 'not-allowed',
    why: `${sourceRow(facts.source).label}的问题，“${row.label}”由${named(allowed)}来办`,
  };
}

/**
 * Whether a person may do a step on a problem now, whatever it must bring.
 * @returns null when possible, otherwise code and Chinese sentence
 */
export function whyNot(verb: Verb, facts: IssueFacts, who: ActorFacts): NotPossible | null {
  const wrong = checkState(verb, facts) ?? checkWho(verb, facts, who) ?? checkExtension(verb, facts, who);
  if (wrong) return wrong;
  if (
    verb === 'close' &&
    facts.publicityUntil &&
    sourceRow(facts.source).closing === 'inspection' &&
    who.today <= facts.publicityUntil
  ) {
    return { code: 'publicity-not-over', why: `公示到 ${facts.publicityUntil} 结束，之后才能销号` };
  }
  return null;
}

/** Every step that the person may do now. */
export function mayDo(facts: IssueFacts, who: ActorFacts): Verb[] {
  return verbCodes.filter((verb) => whyNot(verb, facts, who) === null);
}

/** The step that moves the problem on: the one big button; null when the problem rests. */
export function nextVerb(facts: Pick<IssueFacts, 'state' | 'source'>): Verb | null {
  const row = sourceRow(facts.source);
  return (
    verbCodes.find(
      (verb) =>
        verbRow(verb).main &&
        (!verbRow(verb).closing || verbRow(verb).closing === row.closing) &&
        fromStates(verb, facts.source).includes(facts.state),
    ) ?? null
  );
}
