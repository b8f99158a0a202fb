import {
  categories,
  deadlineEditions,
  issueKindCodes,
  kindRow,
  needLabels,
  postKinds,
  type Role,
  roleLabels,
  severityLabels,
  sourceCodes,
  sourceFieldLabels,
  sourceRow,
  stateCodes,
  states,
  verbCodes,
  verbRow,
} from '../../packages/contract/src/index.ts';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (heading: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  row(heading),
  row(heading.map(() => '---')),
  ...rows.map(row),
  '',
];
const named = (list: readonly Role[]): string => list.map((role) => roleLabels[role]).join('、') || '—';
const RELATIONS = {
  reach: '地点在其范围内',
  owner: '责任岗位本人',
  closer: '按来源',
  rater: '按来源',
  extensionJudge: '按来源',
  independent: '未参与整改，且不在整改人的管理线上',
} as const;
const UNITS = { workingDays: '个工作日', calendarDays: '天', hours: '小时' } as const;

/** The closed loop as the tables of the contract have it. */
export function loopDoc(): { path: string; text: string } {
  const lines = [
    '# 办理规则',
    '',
    '由 `node tools/generate.ts` 从 `packages/contract/src/issues` 生成，请勿手改。',
    '',
    '## 状态',
    '',
    ...table(
      ['状态', '名称', '等待', '在办'],
      stateCodes.map((state) => [
        `\`${state}\``,
        states[state].label,
        states[state].awaiting ?? '—',
        states[state].open ? '是' : '否',
      ]),
    ),
    '## 步骤',
    '',
    ...table(
      ['步骤', '名称', '由', '到', '谁', '条件', '须带'],
      verbCodes.map((verb) => {
        const each = verbRow(verb);
        const from =
          each.from.map((state) => states[state].label).join('、') +
          (each.fromWhenInspection
            ? `（督查：${each.fromWhenInspection.map((state) => states[state].label).join('、')}）`
            : '');
        return [
          `\`${verb}\``,
          each.label,
          from,
          each.to === 'same' ? '不变' : states[each.to].label,
          each.relation === 'closer' || each.relation === 'rater' || each.relation === 'extensionJudge'
            ? '见来源'
            : named(each.roles),
          RELATIONS[each.relation],
          each.needs.map((need) => needLabels[need]).join('、') || '—',
        ];
      }),
    ),
    '## 来源',
    '',
    ...table(
      ['来源', '谁登记', '必填', '销号方式', '谁销号', '谁批延期', '谁评价', '公示'],
      sourceCodes.map((source) => {
        const each = sourceRow(source);
        return [
          each.label,
          named(each.raiseBy),
          each.requiredFields.map((field) => sourceFieldLabels[field]).join('、') || '—',
          each.closing === 'direct' ? '核查 → 销号' : '核查 → 申请销号 → 验收 → 公示 → 销号',
          named(each.closeBy),
          named(each.extensionBy),
          `${named(each.rateBy)}${each.ratedByReporter ? '、反映人' : ''}`,
          each.publicityWorkingDays > 0 ? `${each.publicityWorkingDays} 个工作日` : '—',
        ];
      }),
    ),
    '## 类型、证据与责任岗位',
    '',
    ...table(
      [
        '类别',
        '类型',
        '等级',
        '整改前照片',
        '整改后照片',
        '责任岗位（依次）',
        ...deadlineEditions.map((edition) => `时限（${edition.effectiveFrom} 起）`),
      ],
      issueKindCodes.map((kind) => {
        const each = kindRow(kind);
        return [
          categories[each.category],
          each.label,
          severityLabels[each.severity],
          String(each.evidence.before),
          String(each.evidence.after),
          each.owners.map((owner) => postKinds[owner].label).join(' → '),
          ...deadlineEditions.map((edition) => {
            const rule = edition.kinds[kind] ?? edition.default;
            return `${rule.amount} ${UNITS[rule.unit]}`;
          }),
        ];
      }),
    ),
  ];
  return { path: 'docs/loop.md', text: lines.join('\n') };
}
