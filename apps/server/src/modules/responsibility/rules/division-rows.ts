import { fullPlaceCode } from '@qingshan/contract';
import { isCollector, shortTownName, shortVillageName, townKind, villageKind } from './division-names.ts';

/** One division as it is stored. */
export interface DivisionRow {
  readonly code: string;
  readonly level: 1 | 2 | 3 | 4 | 5;
  readonly kind: string;
  readonly name: string;
  readonly officialName: string;
  readonly parentCode: string | null;
}

/** One line of the published list: code without trailing zeros and official name. */
export interface ListedDivision {
  readonly code: string;
  readonly name: string;
}

const PROVINCE_ENDINGS = [
  [/自治区$/, 'autonomous_region'],
  [/市$/, 'municipality'],
  [/特别行政区$/, 'special_region'],
] as const;
const CITY_ENDINGS = [
  [/自治州$/, 'autonomous_prefecture'],
  [/地区$/, 'prefecture'],
  [/盟$/, 'league'],
] as const;
const COUNTY_ENDINGS = [
  [/自治(县|旗)$/, 'autonomous_county'],
  [/旗$/, 'banner'],
  [/林区$/, 'forest_district'],
  [/特区$/, 'special_district'],
  [/区$/, 'district'],
  [/市$/, 'county_city'],
] as const;

type Endings = readonly (readonly [RegExp, string])[];

const byName = (endings: Endings, name: string, otherwise: string): string =>
  isCollector(name) ? 'collector' : (endings.find(([ending]) => ending.test(name))?.[1] ?? otherwise);

/** Row of a province, city, county, town or village from its listed code (2, 4, 6, 9 or 12 digits) and name. */
export function divisionRow({ code, name }: ListedDivision, parent: string | null): DivisionRow {
  const row = (level: DivisionRow['level'], kind: string, short = name): DivisionRow => ({
    code: fullPlaceCode(code),
    level,
    kind,
    name: short,
    officialName: name,
    parentCode: parent && fullPlaceCode(parent),
  });
  switch (code.length) {
    case 2:
      return row(1, byName(PROVINCE_ENDINGS, name, 'province'));
    case 4:
      return row(2, byName(CITY_ENDINGS, name, 'city'));
    case 6:
      return row(3, byName(COUNTY_ENDINGS, name, 'county'));
    case 9:
      return row(4, townKind(code, name), shortTownName(name));
    default:
      return row(5, villageKind(code, name), shortVillageName(name));
  }
}

/**
 * Counties that are none: the only entry of a city and called like it (东莞, 中山, 儋州, 嘉峪关). Their towns hang on
 * the city. @returns six-digit code → four-digit code of the city
 */
export function citiesWithoutCounties(
  cities: readonly ListedDivision[],
  counties: readonly ListedDivision[],
): Map<string, string> {
  const names = new Map(cities.map((city) => [city.code, city.name]));
  const perCity = new Map<string, number>();
  for (const { code } of counties) perCity.set(code.slice(0, 4), (perCity.get(code.slice(0, 4)) ?? 0) + 1);
  return new Map(
    counties
      .filter(({ code, name }) => perCity.get(code.slice(0, 4)) === 1 && names.get(code.slice(0, 4)) === name)
      .map(({ code }) => [code, code.slice(0, 4)]),
  );
}
