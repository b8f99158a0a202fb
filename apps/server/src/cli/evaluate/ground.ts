import {
  constructionLandItem,
  type FarmLand,
  type FarmSoil,
  farmlandCategory,
  judgeNoise,
  type LandClass,
  type LandRisk,
  type MgPerKg,
  type NoisePeriod,
  type NoiseSource,
  type NoiseZone,
  noisePeriod,
  StandardRefusal,
  soilNemerow,
} from '@qingshan/standards';
import {
  type Answer,
  type EvaluateOptions,
  type Evaluation,
  type Input,
  namesOf,
  renamed,
  valuesOf,
  whenOf,
} from './input.ts';

const SOIL: Readonly<Record<string, string>> = {
  cr: 'cr_total',
  hch: 'hch_total',
  land_use: 'land',
  use: 'land',
};
const LANDS: Readonly<Record<string, FarmLand>> = {
  paddy: 'paddy',
  水田: 'paddy',
  rotation: 'rotation',
  水旱轮作: 'rotation',
  orchard: 'orchard',
  果园: 'orchard',
  upland: 'upland',
  dry: 'upland',
  other: 'upland',
  旱地: 'upland',
  其他: 'upland',
};
const RISKS: readonly LandRisk[] = ['negligible', 'investigate', 'manage'];
const NOISE: Readonly<Record<string, string>> = {
  leq: 'laeq',
  level: 'laeq',
  value: 'laeq',
  db: 'laeq',
  class: 'zone',
};

/** Nemerow index by the rule in force on the day of the row; an edition of the limits says nothing about it. */
function nemerowOf(indices: readonly number[], input: Input): { pn: number; grade: string } {
  const { pn, grade } = soilNemerow(indices, whenOf(input, {}));
  return { pn, grade };
}

function farmland(input: Input, values: Input, options: EvaluateOptions): Answer {
  const { ph, land, ...items } = values;
  if (land === null || land === undefined)
    throw new StandardRefusal(
      'missing-input',
      'land',
      `缺少用地 land，可用：${Object.keys(LANDS).join('、')}`,
    );
  const use = Object.hasOwn(LANDS, String(land))
    ? (LANDS[String(land)] as FarmLand)
    : (String(land) as FarmLand);
  const result = farmlandCategory(items as FarmSoil, ph as number, use, whenOf(input, options));
  const indices = Object.values(result.items).map((item) => item.index);
  return {
    ...namesOf(input),
    class: result.category,
    ...nemerowOf(indices, input),
    items: result.items,
    deciding: result.deciding,
    basis: result.basis,
  };
}

function construction(input: Input, values: Input, options: EvaluateOptions): Answer {
  const { land_class, ph: _ph, ...items } = values;
  if (land_class !== 1 && land_class !== 2)
    throw new StandardRefusal(
      'out-of-range',
      'land_class',
      'land_class 应为 1（第一类用地）或 2（第二类用地）',
    );
  const given = Object.entries(items).filter(([, value]) => value !== null);
  if (given.length === 0)
    throw new StandardRefusal('nothing-to-judge', 'soil', '样品没有可评价的项目，请至少给一项含量');
  const judged = given.map(
    ([item, value]) =>
      [
        item,
        constructionLandItem(item, value as MgPerKg, land_class as LandClass, whenOf(input, options)),
      ] as const,
  );
  const worst = Math.max(...judged.map(([, one]) => RISKS.indexOf(one.risk)));
  const decisive = judged.find(([, one]) => one.risk === RISKS[worst])?.[1];
  return {
    ...namesOf(input),
    class: RISKS[worst],
    ...nemerowOf(
      judged.map(([, one]) => one.index),
      input,
    ),
    items: Object.fromEntries(judged),
    basis: decisive?.basis,
  };
}

/** Soil: farmland by pH and land use, or construction land with `land_class`. */
export function soil(options: EvaluateOptions): Evaluation {
  return {
    columns: ['class', 'pn', 'grade', 'deciding'],
    answer: (input) => {
      const values = renamed(valuesOf(input), SOIL);
      return values.land_class === undefined || values.land_class === null
        ? farmland(input, withoutNull(values, 'land_class'), options)
        : construction(input, withoutNull(values, 'land'), options);
    },
  };
}

function withoutNull(values: Input, key: string): Input {
  const { [key]: dropped, ...rest } = values;
  return dropped === null || dropped === undefined ? rest : values;
}

/** A clock time without a day. */
const CLOCK = /^(\d{1,2}):([0-5]\d)(?::[0-5]\d)?$/;

/** Clock hour in China of `HH:MM` or an instant. */
function hourOf(time: string): number {
  const clock = CLOCK.exec(time);
  if (clock) return Number(clock[1]) + Number(clock[2]) / 60;
  const local = /[Zz]$|[+-]\d{2}:?\d{2}$/.test(time)
    ? new Date(Date.parse(time) + 8 * 3_600_000).toISOString()
    : time;
  const hour = /[T ](\d{2}):?(\d{2})?/.exec(local);
  if (!hour) throw new StandardRefusal('bad-date', 'time', '时间里没有钟点，请给 hour 或 period');
  return Number(hour[1]) + Number(hour[2] ?? 0) / 60;
}

function periodOf(input: Input, values: Input): NoisePeriod {
  const { period, hour } = values;
  const names: Readonly<Record<string, NoisePeriod>> = {
    day: 'day',
    night: 'night',
    昼间: 'day',
    夜间: 'night',
  };
  if (period !== null && period !== undefined) {
    const found = Object.hasOwn(names, String(period)) ? names[String(period)] : undefined;
    if (!found) throw new StandardRefusal('unknown-item', 'period', 'period 应为 day 或 night');
    return found;
  }
  if (hour !== null && hour !== undefined) return noisePeriod(hour as number);
  if (typeof input.time === 'string') return noisePeriod(hourOf(input.time));
  throw new StandardRefusal('missing-input', 'period', '请给 period（day 或 night）、hour 或 time');
}

/** Noise by zone and period. */
export function noise(options: EvaluateOptions): Evaluation {
  return {
    columns: ['limit', 'over', 'period'],
    answer: (input) => {
      const values = renamed(valuesOf(input), NOISE);
      const unknown = Object.keys(values).find(
        (key) => !['zone', 'laeq', 'period', 'hour', 'source', 'near_sensitive'].includes(key),
      );
      if (unknown)
        throw new StandardRefusal('unknown-item', unknown, `不认识的项目“${unknown.slice(0, 40)}”`);
      const period = periodOf(input, values);
      const source = (values.source ?? 'environment') as NoiseSource;
      const zone = String(values.zone ?? '').replace(/类$/, '') as NoiseZone;
      const clockOnly = typeof input.time === 'string' && CLOCK.test(input.time);
      const when = whenOf(clockOnly ? { ...input, time: null } : input, options);
      const result = judgeNoise(
        source,
        zone,
        period,
        values.laeq as number,
        when,
        values.near_sensitive === true,
      );
      return {
        ...namesOf(input),
        limit: result.limit,
        over: result.over,
        period: result.period,
        basis: result.basis,
      };
    },
  };
}
