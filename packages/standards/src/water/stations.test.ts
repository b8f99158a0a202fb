import { expect, test } from 'vitest';
import { csvRecords, sharedText } from '../../testkit/vectors.ts';
import { printedValue, surfaceClass, type WaterBody, type WaterSample } from '../index.ts';

const NOW = { on: '2026-02-04' };
const sample = (values: Record<string, unknown>): WaterSample => values as WaterSample;

test('published classes of the national automatic stations are all explained', () => {
  const text = sharedText('data/water-stations-2026/water_stations.csv.gz');
  if (!text) return;
  const CLASSES: Record<string, number> = { Ⅰ: 1, Ⅱ: 2, Ⅲ: 3, Ⅳ: 4, Ⅴ: 5, 劣Ⅴ: 6 };
  const COLUMNS = { do: '溶解氧(mg/L)', codmn: '高锰酸盐指数(mg/L)', nh3n: '氨氮(mg/L)', tp: '总磷(mg/L)' };
  const counts = { river: 0, lake: 0, ph: 0, printRounding: 0, unexplained: 0 };
  for (const row of csvRecords(text)) {
    const published = CLASSES[row.水质类别 ?? ''];
    const values = Object.entries(COLUMNS).map(
      ([item, column]) => [item, printedValue(row[column] ?? '', item)] as const,
    );
    if (!published || values.some(([, value]) => value === null)) continue;
    const ph = printedValue(row['pH(无量纲)'] ?? '', 'ph');
    const grade = (body: WaterBody, withPh = true) =>
      surfaceClass(
        sample({
          ...Object.fromEntries(values.map(([item, value]) => [item, value as number])),
          ...(withPh ? { ph } : {}),
        }),
        body,
        NOW,
      ).class;
    if (grade('river') === published) counts[grade('river', false) === published ? 'river' : 'ph'] += 1;
    else if (grade('lake') === published) counts.lake += 1;
    // a printed value stands for an interval: one unit of the last printed digit either way
    else if (
      values.some(([item]) => [-1, 1].some((step) => nudged(values, item, step, ph, row).includes(published)))
    )
      counts.printRounding += 1;
    else counts.unexplained += 1;
  }
  console.info('[standards] water stations:', JSON.stringify(counts));
  expect(counts.unexplained).toBe(0);
  expect(counts.printRounding).toBeLessThanOrEqual(2);
  expect(counts.river).toBeGreaterThan(750);
});

/** Classes of a station when one printed value is moved by half a unit of its last digit. */
function nudged(
  values: readonly (readonly [string, unknown])[],
  item: string,
  step: number,
  ph: unknown,
  row: Record<string, string>,
): number[] {
  const printed =
    Object.entries(row).find(
      ([, text]) => Number(text) === values.find(([name]) => name === item)?.[1],
    )?.[1] ?? '';
  const half = 0.5 * 10 ** -(printed.split('.')[1]?.length ?? 0);
  const moved = Object.fromEntries(
    values.map(([name, value]) => [name, name === item ? (value as number) + step * half * 0.999 : value]),
  );
  return (['river', 'lake'] as const).map(
    (body) => surfaceClass(sample({ ...moved, ph }), body, NOW).class as number,
  );
}
