import type { IssueSummary, Severity } from '@qingshan/contract';
import { dayOf, type Tx } from '../../../platform/index.ts';
import { placeNames, postLabels } from '../../responsibility/index.ts';
import { type UrgencyLimits, urgencyLimits, urgencyOf } from '../rules/urgency.ts';
import type { IssueRow } from '../tables.ts';
import { numberText } from './number.ts';

export const severities: readonly Severity[] = ['general', 'larger', 'major'];

const present = (ids: readonly (string | null)[]): string[] => [
  ...new Set(ids.filter((id): id is string => id !== null)),
];

/** Title and holders of a post in one line: 柳湾村村支书 王大山. */
export function ownerLine(
  label: { title: string; holders: readonly { name: string }[] } | undefined,
): string | null {
  if (!label) return null;
  const names = label.holders.map((holder) => holder.name).join('、');
  return names ? `${label.title} ${names}` : `${label.title}（空缺）`;
}

/** What a line of a list is made of. */
export const SUMMARY = [
  'id',
  'county_code',
  'number_year',
  'number_serial',
  'title',
  'kind',
  'source',
  'state',
  'severity',
  'is_open',
  'place_code',
  'lon',
  'lat',
  'owner_post_id',
  'raised_at',
  'due_at',
  'due_estimated',
  'answered_at',
  'closed_at',
  'closed_in_time',
  'reopened_times',
  'version',
  'imported',
] as const;

type SummaryRow = Pick<IssueRow, (typeof SUMMARY)[number]>;

function shape(
  row: SummaryRow,
  placeName: string,
  ownerName: string | null,
  limits: UrgencyLimits,
): IssueSummary {
  const urgency = urgencyOf(row.due_at, row.answered_at, row.is_open, limits);
  return {
    id: row.id,
    number: numberText(row.county_code, row.number_year, row.number_serial),
    title: row.title,
    kind: row.kind,
    source: row.source,
    state: row.state,
    severity: severities[row.severity] ?? 'general',
    placeCode: row.place_code,
    placeName,
    position: row.lon !== null && row.lat !== null ? { lon: row.lon, lat: row.lat } : null,
    ownerPostId: row.owner_post_id,
    ownerName,
    raisedAt: row.raised_at.toISOString(),
    dueAt: row.due_at?.toISOString() ?? null,
    dueEstimated: row.due_estimated,
    overdue: urgency === 'red',
    urgency,
    closedAt: row.closed_at?.toISOString() ?? null,
    closedInTime: row.closed_in_time,
    reopenedTimes: row.reopened_times,
    version: row.version,
    imported: row.imported,
  };
}

/** Rows as they are listed, with names of places and owners. */
export async function summaries(
  tx: Tx,
  county: string,
  rows: readonly SummaryRow[],
  now: Date,
): Promise<IssueSummary[]> {
  if (rows.length === 0) return [];
  const places = await placeNames(tx, present(rows.map((row) => row.place_code)));
  const owners = await postLabels(tx, county, present(rows.map((row) => row.owner_post_id)), dayOf(now));
  const limits = urgencyLimits(now);
  return rows.map((row) =>
    shape(
      row,
      places.get(row.place_code)?.pathName ?? row.place_code,
      row.owner_post_id ? ownerLine(owners.get(row.owner_post_id)) : null,
      limits,
    ),
  );
}
