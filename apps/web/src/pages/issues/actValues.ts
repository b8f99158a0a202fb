import {
  type Endpoints,
  type Input,
  type IssueDetail,
  type IssueKind,
  kindRow,
  type Need,
  type UploadedFile,
  type Verb,
} from '@qingshan/contract';

export type ActBody = Input<Endpoints['actOnIssue']>['body'];

export interface PartValues {
  id: string;
  title: string;
  placeCode?: string | undefined;
  kind?: IssueKind | undefined;
}

/** What stands in the form of an act; also its draft. */
export interface ActValues {
  reason?: string;
  publicTitle?: string;
  message?: string;
  measure?: string;
  cause?: { cause: string; improvement: string; similarChecked?: boolean };
  score?: number;
  ownerPostId?: string;
  dueOn?: string;
  targetId?: string;
  parts?: PartValues[];
  photos?: UploadedFile[];
}

/** Acts whose photos are welcome though not needed. */
const photosWelcome: readonly Verb[] = [
  'supplement',
  'verify',
  'sendBack',
  'inspect',
  'rejectClose',
  'reopen',
  'rectify',
];

export function takesPhotos(verb: Verb, needs: readonly Need[]): boolean {
  return needs.includes('afterPhotos') || needs.includes('beforePhotos') || photosWelcome.includes(verb);
}

/** What stands in the form at first: a public notice begins with place and kind, what was asked for and what was done. */
export function firstValues(
  { fields, timeline, placeName, kind }: Pick<IssueDetail, 'fields' | 'timeline' | 'placeName' | 'kind'>,
  verb: Verb,
): ActValues {
  if (verb !== 'publicize') return {};
  const done = timeline
    .findLast((step) => step.kind === 'issue.reportBack')
    ?.lines.find((line) => line.label === '情况')?.text;
  const parts = [fields.requirement && `整改要求：${fields.requirement}`, done && `整改情况：${done}`];
  const village = placeName.split('·').slice(0, 2).at(-1) ?? '';
  return {
    publicTitle: `${village}${kindRow(kind).label}整改公示`,
    message: parts.filter(Boolean).join('\n'),
  };
}

/** The form's values as the server takes them; empty texts are left out. */
export function bodyOf(values: ActValues): ActBody {
  const { photos, parts, cause, ...rest } = values;
  const filled = Object.entries(rest).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  return {
    ...Object.fromEntries(filled),
    ...(cause?.cause || cause?.improvement ? { cause } : {}),
    ...(parts
      ? {
          parts: parts.map(({ id, title, placeCode, kind }) => ({
            id,
            title,
            ...(placeCode ? { placeCode } : {}),
            ...(kind ? { kind } : {}),
          })),
        }
      : {}),
    photos: (photos ?? []).map((photo) => photo.sha256),
  };
}
