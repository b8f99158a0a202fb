import type { Role } from '../responsibility/post-kinds.table.ts';
import type { Source } from './sources.table.ts';

/** The eight steps that every problem walks, drawn on its page. 核查 stands between 反馈 and 销号. */
export const steps = ['受理', '交办', '督促', '整改', '反馈', '核查', '销号', '评价', '复盘'] as const;
export type Step = (typeof steps)[number];

export interface StateRow {
  readonly label: string;
  /** The step that comes next in this state; null when nothing follows. */
  readonly awaiting: Step | null;
  /** Counts as open work, and its deadline runs. */
  readonly open: boolean;
  readonly tone: 'waiting' | 'working' | 'checking' | 'done' | 'off';
}

export const states = {
  reported: { label: '待受理', awaiting: '受理', open: true, tone: 'waiting' },
  accepted: { label: '待交办', awaiting: '交办', open: true, tone: 'waiting' },
  assigned: { label: '待整改', awaiting: '整改', open: true, tone: 'waiting' },
  rectifying: { label: '整改中', awaiting: '反馈', open: true, tone: 'working' },
  reportedBack: { label: '待核查', awaiting: '核查', open: true, tone: 'checking' },
  verified: { label: '核查通过', awaiting: '销号', open: true, tone: 'checking' },
  closeApplied: { label: '待验收', awaiting: '销号', open: true, tone: 'checking' },
  inspected: { label: '验收通过', awaiting: '销号', open: true, tone: 'checking' },
  publicized: { label: '公示中', awaiting: '销号', open: true, tone: 'checking' },
  closed: { label: '已销号', awaiting: '评价', open: false, tone: 'done' },
  rated: { label: '已评价', awaiting: '复盘', open: false, tone: 'done' },
  reviewed: { label: '已复盘', awaiting: null, open: false, tone: 'done' },
  declined: { label: '不予受理', awaiting: null, open: false, tone: 'off' },
  merged: { label: '已合并', awaiting: null, open: false, tone: 'off' },
  split: { label: '已拆分', awaiting: null, open: false, tone: 'off' },
} as const satisfies Record<string, StateRow>;

export type State = keyof typeof states;
export const stateCodes = Object.keys(states) as [State, ...State[]];
export const openStates = stateCodes.filter((state) => states[state].open);

/** What an act must bring. Photos are counted by the kind's table. */
export type Need =
  | 'reason'
  | 'owner'
  | 'measure'
  | 'beforePhotos'
  | 'afterPhotos'
  | 'dueOn'
  | 'target'
  | 'parts'
  | 'score'
  | 'cause'
  | 'publicTitle'
  | 'message';

export const needLabels: Record<Need, string> = {
  reason: '理由',
  owner: '责任岗位',
  measure: '整改措施',
  beforePhotos: '整改前照片',
  afterPhotos: '整改后照片',
  dueOn: '新的期限',
  target: '并入的问题',
  parts: '拆分内容',
  score: '评价',
  cause: '原因与改进措施',
  publicTitle: '公示标题',
  message: '内容',
};

/**
 * Who, besides holding a role: `reach` the place lies in the actor's reach; `owner` holds the post the problem is
 * assigned to; `closer`/`rater`/`extensionJudge` as the source's table says; `independent` neither fixed it nor
 * stands in the fixer's line of command.
 */
export type Relation = 'reach' | 'owner' | 'closer' | 'rater' | 'extensionJudge' | 'independent';

export interface VerbRow {
  readonly label: string;
  readonly from: readonly State[];
  /** Replaces `from` for sources that close by inspection. */
  readonly fromWhenInspection?: readonly State[];
  /** `same`: the state stays. */
  readonly to: State | 'same';
  readonly roles: readonly Role[];
  readonly relation: Relation;
  readonly needs: readonly Need[];
  /** Only for sources that close this way. */
  readonly closing?: 'direct' | 'inspection';
  /** Only when the problem has an undecided extension. */
  readonly whenExtensionPending?: boolean;
  /** The one big button in its states; the others stand in the menu. */
  readonly main: boolean;
  /** Marks a step backwards, drawn in the warning colour. */
  readonly back?: boolean;
}

const everyone: readonly Role[] = [
  'keeper',
  'village',
  'zone',
  'office',
  'department',
  'leader',
  'discipline',
  'inspector',
];
const fixers: readonly Role[] = ['keeper', 'village', 'zone', 'office', 'department'];
const working: readonly State[] = ['assigned', 'rectifying'];
const afterAcceptance: readonly State[] = ['assigned', 'rectifying', 'reportedBack', 'verified'];
const finished: readonly State[] = ['closed', 'rated', 'reviewed', 'declined'];

/** The closed loop: state × verb → next state, who, what it must bring. The server decides from it, the web draws from it. */
export const verbs = {
  accept: {
    label: '受理',
    from: ['reported'],
    to: 'accepted',
    roles: ['office'],
    relation: 'reach',
    needs: [],
    main: true,
  },
  decline: {
    label: '不予受理',
    from: ['reported'],
    to: 'declined',
    roles: ['office'],
    relation: 'reach',
    needs: ['reason'],
    closing: 'direct',
    main: false,
    back: true,
  },
  assign: {
    label: '交办',
    from: ['accepted'],
    to: 'assigned',
    roles: ['office', 'zone'],
    relation: 'reach',
    needs: ['owner'],
    main: true,
  },
  urge: {
    label: '督促',
    from: working,
    to: 'same',
    roles: ['office', 'zone', 'leader', 'discipline', 'inspector'],
    relation: 'reach',
    needs: ['message'],
    main: false,
  },
  rectify: {
    label: '整改',
    from: ['assigned'],
    to: 'rectifying',
    roles: fixers,
    relation: 'owner',
    needs: ['measure', 'beforePhotos'],
    main: true,
  },
  returnBack: {
    label: '退回交办',
    from: ['assigned'],
    to: 'accepted',
    roles: fixers,
    relation: 'owner',
    needs: ['reason'],
    main: false,
    back: true,
  },
  reassign: {
    label: '转办',
    from: working,
    to: 'assigned',
    roles: ['office', 'zone'],
    relation: 'reach',
    needs: ['owner', 'reason'],
    main: false,
  },
  requestExtension: {
    label: '申请延期',
    from: working,
    to: 'same',
    roles: fixers,
    relation: 'owner',
    needs: ['dueOn', 'reason'],
    whenExtensionPending: false,
    main: false,
  },
  approveExtension: {
    label: '同意延期',
    from: working,
    to: 'same',
    roles: ['office', 'leader', 'inspector'],
    relation: 'extensionJudge',
    needs: [],
    whenExtensionPending: true,
    main: false,
  },
  refuseExtension: {
    label: '不同意延期',
    from: working,
    to: 'same',
    roles: ['office', 'leader', 'inspector'],
    relation: 'extensionJudge',
    needs: ['reason'],
    whenExtensionPending: true,
    main: false,
    back: true,
  },
  reportBack: {
    label: '反馈',
    from: ['rectifying'],
    to: 'reportedBack',
    roles: fixers,
    relation: 'owner',
    needs: ['message', 'afterPhotos'],
    main: true,
  },
  verify: {
    label: '核查通过',
    from: ['reportedBack'],
    to: 'verified',
    roles: ['office', 'discipline', 'zone'],
    relation: 'independent',
    needs: ['message'],
    main: true,
  },
  sendBack: {
    label: '退回整改',
    from: ['reportedBack', 'verified'],
    to: 'rectifying',
    roles: ['office', 'discipline', 'zone'],
    relation: 'independent',
    needs: ['reason'],
    main: false,
    back: true,
  },
  applyClose: {
    label: '申请销号',
    from: ['verified'],
    to: 'closeApplied',
    roles: ['office'],
    relation: 'reach',
    needs: ['message'],
    closing: 'inspection',
    main: true,
  },
  inspect: {
    label: '验收通过',
    from: ['closeApplied'],
    to: 'inspected',
    roles: ['inspector'],
    relation: 'closer',
    needs: ['message'],
    closing: 'inspection',
    main: true,
  },
  rejectClose: {
    label: '验收退回',
    from: ['closeApplied', 'inspected', 'publicized'],
    to: 'rectifying',
    roles: ['inspector'],
    relation: 'closer',
    needs: ['reason'],
    closing: 'inspection',
    main: false,
    back: true,
  },
  publicize: {
    label: '公示',
    from: ['inspected'],
    to: 'publicized',
    roles: ['inspector'],
    relation: 'closer',
    needs: ['publicTitle', 'message'],
    closing: 'inspection',
    main: true,
  },
  close: {
    label: '销号',
    from: ['verified'],
    fromWhenInspection: ['publicized'],
    to: 'closed',
    roles: ['office', 'zone', 'inspector'],
    relation: 'closer',
    needs: ['message'],
    main: true,
  },
  rate: {
    label: '评价',
    from: ['closed'],
    to: 'rated',
    roles: everyone,
    relation: 'rater',
    needs: ['score'],
    main: true,
  },
  review: {
    label: '复盘',
    from: ['rated', 'closed'],
    to: 'reviewed',
    roles: ['office', 'discipline', 'inspector'],
    relation: 'reach',
    needs: ['cause'],
    main: true,
  },
  reopen: {
    label: '重开',
    from: finished,
    to: 'accepted',
    roles: ['office', 'discipline', 'leader', 'inspector'],
    relation: 'reach',
    needs: ['reason'],
    main: false,
    back: true,
  },
  merge: {
    label: '合并重复',
    from: ['reported', 'accepted', 'assigned'],
    to: 'merged',
    roles: ['office'],
    relation: 'reach',
    needs: ['target', 'reason'],
    closing: 'direct',
    main: false,
  },
  split: {
    label: '拆分',
    from: ['reported', 'accepted'],
    to: 'split',
    roles: ['office'],
    relation: 'reach',
    needs: ['parts', 'reason'],
    closing: 'direct',
    main: false,
  },
  supplement: {
    label: '补充情况',
    from: ['reported', 'accepted', ...afterAcceptance, 'closeApplied', 'inspected', 'publicized'],
    to: 'same',
    roles: everyone,
    relation: 'reach',
    needs: ['message'],
    main: false,
  },
} as const satisfies Record<string, VerbRow>;

export type Verb = keyof typeof verbs;
export const verbCodes = Object.keys(verbs) as [Verb, ...Verb[]];
export const verbRow = (verb: Verb): VerbRow => verbs[verb];

/** Sources whose problems the town may not close itself. */
export const closedByInspectors: readonly Source[] = ['inspection'];
