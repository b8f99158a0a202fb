import { CATALOGUE, type CatalogueEntry, isLimitTable, marksOf } from '@qingshan/standards/catalogue';

type Header = CatalogueEntry['editions'][number];

const FIELDS: Readonly<Record<CatalogueEntry['field'], string>> = {
  air: '空气',
  water: '水',
  soil: '土壤',
  noise: '噪声',
  discharge: '排放',
  fire: '火险与预警',
  hj212: 'HJ 212 协议',
  codes: '编码与坐标',
};
const MARKS: Readonly<Record<string, string>> = {
  text: '原文',
  scan: '原文扫描件',
  'two-sources': '两个来源',
  'single-source': '单一来源',
  memory: '未核实（凭记忆）',
};
const PATH = 'docs/standards.md';

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function dates(table: Header): string {
  const until = table.effectiveTo ?? '现行';
  return `${table.effectiveFrom} 至 ${until}（日期：${MARKS[table.datesMark]}）`;
}

function clauses(table: Header): string {
  const { clauses: named } = marksOf(table);
  const limits = isLimitTable(table)
    ? `，${table.rows.reduce((sum, row) => sum + row[7].length, 0)} 个限值`
    : '';
  return `${named.length > 0 ? named.join('、') : '整表'}${limits}`;
}

function known(table: Header): string {
  const marks = marksOf(table).marks.map((mark) => MARKS[mark] ?? mark);
  return `${marks.length > 0 ? marks.join('、') : MARKS[table.datesMark]}：${table.source}`;
}

function rows(entry: CatalogueEntry): string[] {
  const tests = entry.tests.map((file) => `\`${file}\``).join(' ');
  return entry.editions.map((table) =>
    [
      table.standard === table.title ? table.title : `${table.standard} ${table.title}`,
      table.edition,
      dates(table),
      clauses(table),
      `\`${entry.implemented}\``,
      known(table),
      table.note,
      tests,
    ]
      .map(cell)
      .join(' | '),
  );
}

function section(field: CatalogueEntry['field']): string {
  const lines = CATALOGUE.filter((entry) => entry.field === field).flatMap(rows);
  return [
    `## ${FIELDS[field]}`,
    '',
    '| 标准 | 版本 | 有效期 | 条款 | 已实现 | 如何得知 | 说明 | 测试 |',
    '|---|---|---|---|---|---|---|---|',
    ...lines.map((line) => `| ${line} |`),
    '',
  ].join('\n');
}

/** The list of standards, drawn from the tables of `@qingshan/standards`. Path relative to the repository root. */
export async function generate(): Promise<{ path: string; text: string }> {
  const head = [
    '# 标准一览',
    '',
    '由 `packages/standards` 的数据表生成（`tools/generate/standards-doc.ts`），请勿手改。',
    '“如何得知”说明数字的来历；标为“未核实（凭记忆）”的，使用前请对照原文。测试文件在 `packages/standards/src` 之下。',
    '每张限值表和断点表都由 `transcriptions.test.ts` 与 `vectors/tables` 里的抄录逐行对照（条款、项目、条件、级别、限值、方向、来历、说明）。',
    '',
  ].join('\n');
  const fields = Object.keys(FIELDS) as CatalogueEntry['field'][];
  return { path: PATH, text: `${[head, ...fields.map(section)].join('\n').trimEnd()}\n` };
}
