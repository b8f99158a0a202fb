import { PassThrough, Readable, Writable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { help, run } from '../evaluate.ts';

/** Runs the command on an input and returns exit code, output and messages. */
async function evaluate(args: string[], input: string | Iterable<string | Buffer>) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const texts = Promise.all(
    [stdout, stderr].map(async (stream) => Buffer.concat(await stream.toArray()).toString()),
  );
  const code = await run(args, {
    stdin: Readable.from(typeof input === 'string' ? [input] : input),
    stdout,
    stderr,
  });
  stdout.end();
  stderr.end();
  const [out = '', messages = ''] = await texts;
  return { code, out, messages, lines: out.split('\n').slice(0, -1) };
}
const answers = async (args: string[], ...rows: unknown[]) =>
  (await evaluate(args, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))).lines.map((line) =>
    JSON.parse(line),
  );

describe('evaluate', () => {
  test('one answer per line, in order; a bad line stops nothing', async () => {
    const input =
      '{"pm25":75,"pm10":20,"so2":5,"no2":10,"co":0.5,"o3":60}\nnot json\n\n[]\n{"pm25":-1}\n{"pm25":"7"}\n{"pm25":1e999}\n{"pm25":75,"pm10":20,"so2":5,"no2":10,"co":0.5,"o3":60}';
    const { code, lines } = await evaluate(['air-hour', '--edition', '2012'], input);
    const told = lines.map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(told.map((answer) => answer.aqi ?? answer.error.code)).toEqual([
      100,
      'bad-text',
      'bad-text',
      'bad-text',
      'negative',
      'not-a-number',
      'not-finite',
      100,
    ]);
    expect(told[0]).toMatchObject({
      level: 2,
      primary: ['pm25'],
      missing: [],
      edition: '2012',
      basis: { standard: 'HJ 633-2012' },
    });
  });
  test('edition: the option, else the time, else the newest', async () => {
    const row = { time: '2020-01-01T00:00:00+08:00', pm25: 1 };
    expect((await answers(['air-hour'], row, { pm25: 1 })).map((answer) => answer.edition)).toEqual([
      '2012',
      '2026',
    ]);
    expect((await answers(['air-hour', '--edition=2026'], row))[0].edition).toBe('2026');
    expect((await answers(['air-day'], { date: '1999-01-01', pm25: 1 }))[0].error.code).toBe(
      'before-first-edition',
    );
  });
  test('water, lake, trophic, black-odorous, soil, noise', async () => {
    expect((await answers(['water'], { ph: 7, do: 5.4, nh3n: 1.3, tn: 9 }))[0]).toMatchObject({
      class: 4,
      items: { ph: 1, do: 3, nh3n: 4 },
      main: [{ item: 'nh3n' }],
    });
    expect((await answers(['lake'], { TP_lake: '--', tp: 0.06 }))[0].error.code).toBe('bad-text');
    expect((await answers(['lake'], { tp: { below: 0.01 }, do: '--' }))[0]).toMatchObject({
      class: 1,
      below_detection: ['tp'],
    });
    expect((await answers(['trophic'], { chla: 1, tp: 1, tn: 1, sd: 1, codmn: 1 }))[0].tli).toBeCloseTo(
      43.7337,
      4,
    );
    expect(
      (await answers(['black-odorous'], { do: 0.1 }, { do: 1 }, { do: 3 })).map((answer) => answer.grade),
    ).toEqual(['heavy', 'light', 'none']);
    expect((await answers(['soil'], { ph: 6, land: '水田', cd: 0.5 }))[0]).toMatchObject({
      class: '安全利用',
      pn: 1.25,
      grade: '轻度污染',
    });
    expect(
      (
        await answers(
          ['noise'],
          { zone: '2', period: 'night', laeq: 55 },
          { zone: '2', time: '23:10', laeq: 50 },
        )
      ).map(({ limit, over }) => [limit, over]),
    ).toEqual([
      [50, 5],
      [50, 0],
    ]);
  });
  test('fire weather goes from day to day; a refused day changes nothing', async () => {
    const day = { date: '1985-04-13', temp_c: 17, rh_pct: 42, wind_kmh: 25, rain24_mm: 0, lat: 40 };
    const next = { ...day, date: '1985-04-14', temp_c: 20, rh_pct: 21, rain24_mm: 2.4 };
    const told = await answers(['fwi'], day, { ...next, rh_pct: -1 }, next, day, {
      ...day,
      date: '1985-04-20',
      start: { ffmc: 85, dmc: 6, dc: 15 },
    });
    expect(told.map((answer) => answer.error?.code ?? answer.ffmc.toFixed(2))).toEqual([
      '87.65',
      'out-of-range',
      '86.20',
      'bad-date',
      '87.65',
    ]);
  });
  test('spreadsheets: input columns, answers, error; cells are no formulas', async () => {
    const { lines, out } = await evaluate(
      ['air-day', '--csv'],
      'id,date,pm25,pm10,so2,no2,co,o3_8h\r\n=1+1,2026-04-01,75,150,9,40,0.9,60\r\nb,2026-04-01,x,1,--,,1,1\r\n',
    );
    expect(out.startsWith('\uFEFFid,date,pm25')).toBe(true);
    expect(lines[1]).toContain("'=1+1,2026-04-01,75,150,9,40,0.9,60,114,3,轻度污染");
    expect(lines[2]).toContain('无法识别');
  });
  test('spreadsheets as Chinese offices write them: names of columns, dates with strokes, a column left without a name', async () => {
    const { lines } = await evaluate(
      ['air-hour', '--csv'],
      '\uFEFF站点,时间,PM2.5,pm10,so2,no2,co,o3,outside_plan,\r\n甲,2026/3/1 8:00,60,12,9,40,0.9,,o3,\r\n乙,2026/2/28 8:00,75,12,9,40,0.9,1,,\r\n丙,2026/2/28,1,1,1,1,1,1,,多余\r\n',
    );
    expect(lines.map((line) => line.split(',').slice(0, 12))).toMatchObject([
      { 0: '\uFEFFstation', 1: 'time', 2: 'pm2.5' },
      { 0: '甲', 10: '100', 11: '2' },
      { 0: '乙', 10: '100', 11: '2' },
      { 0: '丙', 10: '' },
    ]);
    expect(lines[1]).toContain(',2026,');
    expect(lines[2]).toContain(',2012,');
    expect(lines[3]).toContain('无法识别');
  });
  test('column names that cannot be read are told in every row', async () => {
    for (const head of ['"open', 'x'.repeat(2_000_000)]) {
      const { code, lines } = await evaluate(['water', '--csv'], `${head}\n1\n2\n`);
      expect([code, lines.length]).toEqual([0, 3]);
      for (const line of lines.slice(1)) expect(line).toMatch(/引号没有配对|太长/);
    }
  });
  test('air: keys of any case, "--" is missing, items outside the plan', async () => {
    const row = { PM25: 20, 'PM2.5_24h': '--', pm10: 20, so2: 5, no2: 10, co: 0.5, o3: '--' };
    const told = await answers(
      ['air-hour'],
      row,
      { ...row, outside_plan: ['o3'] },
      { ...row, outside_plan: ['snow'] },
      { ...row, outside_plan: 7 },
      { pm25: 1, PM25: 2 },
    );
    expect(told.map((answer) => answer.aqi ?? answer.error?.code ?? 'withheld')).toEqual([
      'withheld',
      29,
      'unknown-item',
      'unknown-item',
      'bad-text',
    ]);
  });
  test('every kind goes by the date of the row', async () => {
    const early = { date: '1990-01-01' };
    for (const [kind, row] of [
      ['air-hour', { pm25: 1 }],
      ['air-day', { pm25: 1 }],
      ['water', { do: 8 }],
      ['lake', { do: 8 }],
      ['trophic', { chla: 1, tp: 1, tn: 1, sd: 1, codmn: 1 }],
      ['black-odorous', { do: 1 }],
      ['soil', { ph: 6, land: 'paddy', cd: 1 }],
      ['noise', { zone: '2', hour: 8, laeq: 50 }],
    ] as const)
      expect((await answers([kind], { ...row, ...early }))[0].error?.code, kind).toBe('before-first-edition');
  });
  test('noise: day begins at 06:00 and ends at 22:00, in China time', async () => {
    const told = await answers(
      ['noise'],
      ...['05:59', '06:00', '21:59', '22:00', '2026-05-01T22:00:00Z', '2026-05-01T06:00:00+08:00'].map(
        (time) => ({
          zone: '2',
          laeq: 60,
          time,
        }),
      ),
      { zone: '2', laeq: 60, time: '22:99' },
      { zone: '2', hour: 12 },
    );
    expect(told.map((answer) => answer.period ?? answer.error.code)).toEqual([
      'night',
      'day',
      'day',
      'night',
      'day',
      'day',
      'bad-date',
      'missing-input',
    ]);
  });
  test('construction noise from 2026 is refused by date, and answered when the old edition is named', async () => {
    const row = { source: 'construction', period: 'night', laeq: 60, date: '2026-01-01' };
    expect((await answers(['noise'], row))[0].error.code).toBe('edition-not-known');
    expect((await answers(['noise', '--edition', '2011'], row))[0]).toMatchObject({ limit: 55, over: 5 });
  });
  test('a line of 3 MB and bytes cut anywhere', async () => {
    const row = Buffer.from('{"name":"青山","do":8}\n');
    const { lines } = await evaluate(
      ['water'],
      [Buffer.alloc(3_000_000, 0x20), Buffer.from('\n'), ...Array.from(row, (byte) => Buffer.from([byte]))],
    );
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { error: { code: 'too-long' } },
      { name: '青山', class: 1 },
    ]);
  });
  test('wrong arguments', async () => {
    for (const args of [
      [],
      ['nothing'],
      ['water', '--what'],
      ['air-hour', '--edition', '2020'],
      ['constructor'],
    ]) {
      expect(await evaluate(args, '')).toMatchObject({ code: 1, out: '' });
    }
  });
  test('every example of the help answers', async () => {
    const examples = [...help.matchAll(/echo '(.+)' \| npx qingshan evaluate (\S+)/g)];
    expect(examples).toHaveLength(9);
    for (const [, input = '', kind = ''] of examples) {
      const { lines } = await evaluate([kind], `${input}\n`);
      expect(JSON.parse(lines[0] as string).error, kind).toBeUndefined();
    }
  });
  test('a reader that goes away ends the command quietly', async () => {
    const stdout = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('gone'), { code: 'EPIPE' })),
    });
    const lines = Array.from({ length: 1000 }, () => '{"pm25":1}\n'.repeat(500));
    expect(await run(['air-hour'], { stdin: Readable.from(lines), stdout, stderr: new PassThrough() })).toBe(
      0,
    );
  });
  test('no JSON of any shape brings the command down', async () => {
    const kinds = [
      'air-hour',
      'air-day',
      'water',
      'lake',
      'trophic',
      'black-odorous',
      'soil',
      'noise',
      'fwi',
    ];
    const keys = [
      'pm25',
      'co',
      'time',
      'date',
      'do',
      'ph',
      'land',
      'land_class',
      'cd',
      'zone',
      'hour',
      'period',
      'source',
      'laeq',
      'start',
      'lat',
      'temp_c',
      'rh_pct',
      'outside_plan',
      'chla',
      '__proto__',
      'constructor',
    ];
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('2026-01-01', 'paddy', '2', { below: null }, { present: 1 }, 1, 8),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...kinds),
        fc.dictionary(fc.constantFrom(...keys), value),
        async (kind, record) => {
          const { code, lines } = await evaluate([kind], `${JSON.stringify(record)}\n`);
          expect([code, lines.length]).toEqual([0, 1]);
          JSON.parse(lines[0] as string);
        },
      ),
      { numRuns: 400 },
    );
  });
});
