import { StandardRefusal } from '@qingshan/standards';
import { airDay, airHour } from './evaluate/air.ts';
import { answerCell, csvCell, csvColumns, csvFields, csvRecord } from './evaluate/csv.ts';
import { fwi } from './evaluate/fire.ts';
import { noise, soil } from './evaluate/ground.ts';
import { type EvaluateOptions, type Evaluation, jsonRecord } from './evaluate/input.ts';
import { type Line, lineBatches, Output, type Streams } from './evaluate/streams.ts';
import { blackOdorous, trophic, water } from './evaluate/water.ts';

export const summary = '按国家标准评价监测数据：空气、水、土壤、噪声、火险';
export const help = `npx qingshan evaluate <种类> [--edition 2012|2026] [--csv]

从标准输入逐行读 JSON，逐行写出结果；有问题的行写 {"error":…}，不影响其他行。缺测填 null。
每行可带 id、station、name，原样写回；带 time 或 date 时按当时有效的标准版本，没有则用最新版本；--edition 指明版本时以它为准
（空气为 2012、2026，其他种类写该标准的版本，如 noise --edition 2011）。
--csv：第一行为列名（站点、名称、编号、日期、时间可写中文），结果接在各行之后，可用电子表格打开；日期可写 2026/4/1。

种类与输入（空气 µg/m³，CO mg/m³；水 mg/L；土壤 mg/kg）：
  air-hour       pm25 pm10 so2 no2 co o3，2012 版另有 o3_8h pm25_24h pm10_24h so2_24h；监测方案之外的项目写在 outside_plan
  air-day        pm25 pm10 so2 no2 co o3_8h，2012 版另有 o3（日最大 1 小时）
  water, lake    ph do codmn cod bod5 nh3n tp tn cu zn fluoride se as hg cd cr6 pb cyanide volatile_phenol
                 petroleum las sulfide fecal_coliform（个/L）do_saturation（%）water_temp_rise water_temp_drop（℃）
                 低于检出限写 {"below":0.01}；class 1–5 为 Ⅰ–Ⅴ 类，6 为劣Ⅴ类；tn 与 fecal_coliform 单独评价，不计入 class
  trophic        chla（mg/m³）tp tn codmn sd（透明度，m）
  black-odorous  transparency_cm do orp_mv nh3n depth_cm，农村加 "area":"rural"
  soil           农用地：ph land（paddy 水田 rotation 轮作 orchard 果园 upland 旱地）cd hg as pb cr cu ni zn hch_total ddt bap
                 建设用地：land_class（1 或 2）与 GB 36600 的项目
  noise          zone（0 1 2 3 4a 4b）laeq，period（day night）或 hour 或 time，source（environment industry construction community）
                 over 为超过限值的分贝数，0 为达标
  fwi            一个站逐日：date temp_c rh_pct wind_kmh rain24_mm lat start（ffmc dmc dc）；间断的天数写在 gap_days

例（每种一个；输入写在前面，用管道交给命令）：
  echo '{"time":"2026-03-01T08:00:00+08:00","pm25":75,"pm10":150,"so2":9,"no2":40,"co":0.9,"o3":60}' | npx qingshan evaluate air-hour
  echo '{"date":"2026-03-01","pm25":60,"pm10":120,"so2":9,"no2":80,"co":0.9,"o3_8h":160}' | npx qingshan evaluate air-day
  echo '{"ph":7.8,"do":5.4,"codmn":5.1,"nh3n":1.3,"tp":0.19}' | npx qingshan evaluate water
  echo '{"do":7.0,"codmn":3,"tp":0.06,"tn":3.2}' | npx qingshan evaluate lake
  echo '{"chla":10,"tp":0.05,"tn":1.0,"sd":1.2,"codmn":4}' | npx qingshan evaluate trophic
  echo '{"transparency_cm":18,"do":1.2,"orp_mv":-50,"nh3n":10}' | npx qingshan evaluate black-odorous
  echo '{"ph":6.2,"land":"paddy","cd":0.5,"pb":60}' | npx qingshan evaluate soil
  echo '{"zone":"2","hour":23,"laeq":55.5}' | npx qingshan evaluate noise
  echo '{"date":"2026-04-13","temp_c":17,"rh_pct":42,"wind_kmh":25,"rain24_mm":0,"lat":27}' | npx qingshan evaluate fwi
  npx qingshan evaluate air-day --csv < 日报.csv > 结果.csv`;

const KINDS: Readonly<Record<string, (options: EvaluateOptions) => Evaluation>> = {
  'air-hour': airHour,
  'air-day': airDay,
  water: (options) => water('river', options),
  lake: (options) => water('lake', options),
  trophic,
  'black-odorous': blackOdorous,
  soil,
  noise,
  fwi,
};

interface Choices {
  readonly kind: string;
  readonly edition?: string;
  readonly csv: boolean;
}

function choicesOf(args: readonly string[]): Choices | string {
  let kind: string | undefined;
  let edition: string | undefined;
  let csv = false;
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] as string;
    if (arg === '--csv') csv = true;
    else if (arg.startsWith('--edition=')) edition = arg.slice(10);
    else if (arg === '--edition') {
      i += 1;
      edition = args[i];
      if (edition === undefined) return '--edition 之后要写版本，如 2026';
    } else if (arg.startsWith('-') || kind !== undefined) return `不认识的参数 ${arg}`;
    else kind = arg;
  }
  if (kind === undefined || !Object.hasOwn(KINDS, kind))
    return `请写明种类：${Object.keys(KINDS).join('、')}`;
  if (edition !== undefined && kind.startsWith('air-') && !['2012', '2026'].includes(edition))
    return '--edition 应为 2012 或 2026';
  return { kind, csv, ...(edition === undefined ? {} : { edition }) };
}

function refused(error: unknown): { code: string; field: string; message: string } {
  if (error instanceof StandardRefusal) return error.toJSON();
  throw error;
}

const TOO_LONG = new StandardRefusal('too-long', 'line', '这一行太长（超过 1 MB）');

function answerLine(evaluation: Evaluation, line: Line): string {
  try {
    if (line === null) throw TOO_LONG;
    return JSON.stringify(evaluation.answer(jsonRecord(line)));
  } catch (error) {
    return JSON.stringify({ error: refused(error) });
  }
}

/** Answers lines of a spreadsheet: the first line names the columns. */
function csvAnswers(evaluation: Evaluation): (line: Line) => string {
  let columns: string[] | null = null;
  let headFault: unknown = null;
  const row = (cells: readonly string[]) => cells.map(csvCell).join(',');
  return (line) => {
    if (columns === null) {
      try {
        if (line === null) throw TOO_LONG;
        columns = csvColumns(line);
      } catch (error) {
        // every row is then answered with what is wrong with the column names
        [columns, headFault] = [[], error];
      }
      return `\uFEFF${row([...columns, ...evaluation.columns, 'error'])}`;
    }
    const blank = evaluation.columns.map(() => '');
    let cells: string[] = [];
    try {
      if (headFault) throw headFault;
      if (line === null) throw TOO_LONG;
      cells = csvFields(line);
      const answer = evaluation.answer(csvRecord(columns, line));
      cells = [
        ...padded(cells, columns.length),
        ...evaluation.columns.map((path) => answerCell(answer, path)),
        '',
      ];
    } catch (error) {
      cells = [...padded(cells, columns.length), ...blank, refused(error).message];
    }
    return row(cells);
  };
}

function padded(cells: readonly string[], length: number): string[] {
  return Array.from({ length }, (_, i) => cells[i] ?? '');
}

export async function run(args: string[], io: Streams): Promise<number> {
  const choices = choicesOf(args);
  if (typeof choices === 'string') {
    io.stderr.write(`${choices}\n说明：npx qingshan evaluate --help\n`);
    return 1;
  }
  const evaluation = (KINDS[choices.kind] as (options: EvaluateOptions) => Evaluation)({
    edition: choices.edition,
  });
  const answer = choices.csv ? csvAnswers(evaluation) : (line: Line) => answerLine(evaluation, line);
  const output = new Output(io.stdout);
  for await (const lines of lineBatches(io.stdin)) {
    if (!(await output.write(`${lines.map(answer).join('\n')}\n`))) break;
  }
  return 0;
}
