import type { RaiseIssue, SourceFields } from '@qingshan/contract';
import { addDays, dayOf, hoursAfter } from '../county/days.ts';
import { chosenBy, oneOf } from '../county/ids.ts';
import { inventedName } from '../county/names.ts';
import { shapeOf } from '../county/shapes.ts';
import { villageNamed } from '../county/villages.table.ts';
import type { StoryStep } from './plan.ts';
import { hoursAllowed } from './timing.ts';
import type { Told } from './told.ts';
import { placeOf } from './who.ts';

const LEVEL_SIGNS = { province: '川环督', city: '市环督', county: '青环督' } as const;

function inspectionFields(issue: Told, key: string, raised: Date): SourceFields {
  const level = issue.more.level ?? 'county';
  const day = dayOf(raised);
  const days = issue.more.days ?? Math.ceil(hoursAllowed(issue.kind, day) / 24);
  return {
    inspectionLevel: level,
    documentNumber: `${LEVEL_SIGNS[level]}〔${day.slice(0, 4)}〕${issue.more.document ?? 1 + chosenBy(key, 30)}号`,
    requirement:
      issue.more.requirement ?? '查明原因，立行立改，举一反三排查同类问题，按期反馈整改结果和佐证材料',
    dueOn: addDays(day, days),
  };
}

function publicFields(issue: Told, key: string): SourceFields {
  const channel = issue.more.channel ?? oneOf(['phone', 'hotline', 'visit', 'council'] as const, key);
  const isNamed = issue.more.reporter !== undefined || chosenBy(`${key} named`, 3) > 0;
  if (!isNamed) return { channel };
  return {
    channel,
    reporterName: issue.more.reporter ?? inventedName(5000 + chosenBy(key, 4000)),
    reporterPhone: `100${String(90_000_000 + chosenBy(`${key} phone`, 9_999_999))}`,
  };
}

function fieldsOf(issue: Told, key: string, raised: Date): SourceFields {
  if (issue.source === 'inspection') return inspectionFields(issue, key, raised);
  if (issue.source === 'public') return publicFields(issue, key);
  if (issue.source === 'system') return { origin: issue.more.origin ?? '自动站数据报警' };
  return issue.more.requirement ? { requirement: issue.more.requirement } : {};
}

const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

/** Where it lies: a point of its own inside the village. */
export function positionOf(issue: Told, key: string): { lon: number; lat: number } {
  const { position, across } = shapeOf(villageNamed(placeOf(issue.place).village));
  const turn = (chosenBy(`${key} turn`, 628) / 100) * 1;
  const away = across * (0.03 + chosenBy(`${key} away`, 100) / 450);
  return {
    lon: round(position.lon + Math.cos(turn) * away),
    lat: round(position.lat + Math.sin(turn) * away),
  };
}

export function placeCodeOf(place: string): string {
  const { village, below } = placeOf(place);
  return `${villageNamed(village).place}${below}`;
}

/** The problem as it is raised. */
export function reportOf({ issue, issueKey, issueId, at }: StoryStep, photos: string[]): RaiseIssue {
  const isByPhone = placeOf(issue.place).below.startsWith('W') || placeOf(issue.place).below.startsWith('P');
  return {
    id: issueId,
    title: issue.title,
    description: issue.description,
    kind: issue.kind,
    source: issue.source,
    placeCode: placeCodeOf(issue.place),
    position: isByPhone
      ? { ...positionOf(issue, issueKey), how: 'gps', accuracyM: 4 + chosenBy(issueKey, 22) }
      : { ...positionOf(issue, issueKey), how: 'map' },
    foundAt: hoursAfter(at, -(0.2 + chosenBy(`${issueKey} found`, 30) / 10)).toISOString(),
    fields: fieldsOf(issue, issueKey, at),
    photos,
  };
}
