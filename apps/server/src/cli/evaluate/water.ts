import {
  type BlackOdorousPoint,
  ruralBlackOdorous,
  StandardRefusal,
  surfaceClass,
  surfaceKeys,
  type TrophicSample,
  trophicState,
  urbanBlackOdorous,
  type WaterBody,
  type WaterSample,
} from '@qingshan/standards';
import { type EvaluateOptions, type Evaluation, namesOf, renamed, valuesOf, whenOf } from './input.ts';

/** Further names of items that are understood. */
const ALIASES: Readonly<Record<string, string>> = {
  nh3_n: 'nh3n',
  'nh3-n': 'nh3n',
  f: 'fluoride',
  cn: 'cyanide',
  phenol: 'volatile_phenol',
  oil: 'petroleum',
  coliform: 'fecal_coliform',
  'chl-a': 'chla',
  chl_a: 'chla',
  transparency: 'transparency_cm',
  orp: 'orp_mv',
  depth: 'depth_cm',
};
const RIVER = { ...ALIASES, tp_river: 'tp', tn_river: 'tn' };
const LAKE = { ...ALIASES, tp_lake: 'tp', tn_lake: 'tn' };

/** Class of surface water. */
export function water(body: WaterBody, options: EvaluateOptions): Evaluation {
  return {
    columns: ['class', 'level', 'deciding', 'main', ...surfaceKeys().map((key) => `items.${key}`)],
    answer: (input) => {
      const sample = renamed(valuesOf(input), body === 'river' ? RIVER : LAKE) as WaterSample;
      const result = surfaceClass(sample, body, whenOf(input, options));
      return {
        ...namesOf(input),
        class: result.class,
        level: result.level,
        items: result.items,
        main: result.main,
        deciding: result.deciding,
        apart: result.apart,
        not_limited: result.notLimited,
        below_detection: result.belowDetection,
        basis: result.basis,
      };
    },
  };
}

/** Trophic state of a lake. */
export function trophic(options: EvaluateOptions): Evaluation {
  return {
    columns: ['tli', 'level', 'items.chla', 'items.tp', 'items.tn', 'items.sd', 'items.codmn'],
    answer: (input) => {
      const sample = renamed(valuesOf(input), LAKE) as TrophicSample;
      const { tli, level, items, basis } = trophicState(sample, whenOf(input, options));
      return { ...namesOf(input), tli, level, items, basis };
    },
  };
}

/** Grade of black-odorous water at a point. */
export function blackOdorous(options: EvaluateOptions): Evaluation {
  return {
    columns: ['grade', 'items.transparency_cm', 'items.do', 'items.orp_mv', 'items.nh3n'],
    answer: (input) => {
      const { area = 'urban', ...point } = renamed(valuesOf(input), ALIASES);
      if (area !== null && area !== 'urban' && area !== 'rural')
        throw new StandardRefusal('unknown-item', 'area', 'area 应为 urban 或 rural');
      const judge = area === 'rural' ? ruralBlackOdorous : urbanBlackOdorous;
      const unknown = Object.keys(point).find(
        (key) => !['transparency_cm', 'do', 'orp_mv', 'nh3n', 'depth_cm'].includes(key),
      );
      if (unknown)
        throw new StandardRefusal('unknown-item', unknown, `不认识的项目“${unknown.slice(0, 40)}”`);
      const { grade, items, missing, basis } = judge(point as BlackOdorousPoint, whenOf(input, options));
      return { ...namesOf(input), grade, items, missing, basis };
    },
  };
}
