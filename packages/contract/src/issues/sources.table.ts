import type { Role } from '../responsibility/post-kinds.table.ts';

/** Field of a source that must be filled when the problem is raised. */
export type SourceField =
  | 'documentNumber'
  | 'inspectionLevel'
  | 'requirement'
  | 'dueOn'
  | 'reporterName'
  | 'reporterPhone'
  | 'channel'
  | 'origin';

export interface SourceRow {
  readonly label: string;
  readonly short: string;
  /** Roles that may raise a problem of this source. */
  readonly raiseBy: readonly Role[];
  readonly requiredFields: readonly SourceField[];
  readonly optionalFields: readonly SourceField[];
  /** `direct`: 核查 → 销号. `inspection`: 核查 → 申请销号 → 验收 → 公示 → 销号. */
  readonly closing: 'direct' | 'inspection';
  readonly closeBy: readonly Role[];
  readonly extensionBy: readonly Role[];
  readonly rateBy: readonly Role[];
  /** The reporter may rate with the follow token, without an account. */
  readonly ratedByReporter: boolean;
  /** Length of the public notice in working days; from memory, 5–7 is common (facts/standards.md §6.5). */
  readonly publicityWorkingDays: number;
}

/** The four sources of the ledger and the system itself: each with its fields and its own rule who may close. */
export const sources = {
  inspection: {
    label: '省市县督查反馈',
    short: '督查',
    raiseBy: ['inspector'],
    requiredFields: ['documentNumber', 'inspectionLevel', 'requirement', 'dueOn'],
    optionalFields: [],
    closing: 'inspection',
    closeBy: ['inspector'],
    extensionBy: ['inspector'],
    rateBy: ['inspector'],
    ratedByReporter: false,
    publicityWorkingDays: 5,
  },
  town: {
    label: '镇级督查',
    short: '镇查',
    raiseBy: ['office', 'leader', 'discipline', 'zone', 'department'],
    requiredFields: [],
    optionalFields: ['requirement'],
    closing: 'direct',
    closeBy: ['office'],
    extensionBy: ['office', 'leader'],
    rateBy: ['leader', 'discipline'],
    ratedByReporter: false,
    publicityWorkingDays: 0,
  },
  village: {
    label: '村级自查',
    short: '村查',
    raiseBy: ['keeper', 'village', 'zone'],
    requiredFields: [],
    optionalFields: [],
    closing: 'direct',
    closeBy: ['office', 'zone'],
    extensionBy: ['office', 'leader'],
    rateBy: ['leader', 'zone'],
    ratedByReporter: false,
    publicityWorkingDays: 0,
  },
  public: {
    label: '群众申诉',
    short: '群众',
    raiseBy: ['keeper', 'village', 'zone', 'office', 'leader', 'discipline'],
    requiredFields: ['channel'],
    optionalFields: ['reporterName', 'reporterPhone'],
    closing: 'direct',
    closeBy: ['office'],
    extensionBy: ['office', 'leader'],
    rateBy: ['leader', 'discipline'],
    ratedByReporter: true,
    publicityWorkingDays: 0,
  },
  system: {
    label: '系统发现',
    short: '系统',
    raiseBy: [],
    requiredFields: ['origin'],
    optionalFields: [],
    closing: 'direct',
    closeBy: ['office'],
    extensionBy: ['office', 'leader'],
    rateBy: ['leader', 'discipline'],
    ratedByReporter: false,
    publicityWorkingDays: 0,
  },
} as const satisfies Record<string, SourceRow>;

export type Source = keyof typeof sources;
export const sourceCodes = Object.keys(sources) as [Source, ...Source[]];
export const sourceRow = (source: Source): SourceRow => sources[source];

export const sourceFieldLabels: Record<SourceField, string> = {
  documentNumber: '督查文号',
  inspectionLevel: '督查层级',
  requirement: '整改要求',
  dueOn: '整改期限',
  reporterName: '反映人姓名',
  reporterPhone: '反映人电话',
  channel: '反映渠道',
  origin: '来源记录',
};

export const inspectionLevelLabels = { province: '省级', city: '市级', county: '县级' } as const;
export const channelLabels = {
  visit: '来访',
  phone: '电话',
  hotline: '12345 热线',
  letter: '来信',
  council: '院坝会',
  online: '网上',
} as const;
