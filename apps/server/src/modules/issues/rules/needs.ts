import { type ActOnIssue, type IssueKind, kindRow, type Need, type Verb, verbRow } from '@qingshan/contract';

/** Pictures that a problem has already from the time before, and pictures that the act brings (papers, and what the problem has already, do not count). */
export interface PhotoCounts {
  readonly before: number;
  readonly added: number;
}

function isMissing(need: Need, act: ActOnIssue, kind: IssueKind, photos: PhotoCounts): string | null {
  const evidence = kindRow(kind).evidence;
  const { added } = photos;
  switch (need) {
    case 'reason':
      return act.reason ? null : '请写明理由';
    case 'message':
      return act.message ? null : '请写明情况';
    case 'publicTitle':
      return act.publicTitle ? null : '请写明公示标题';
    case 'measure':
      return act.measure ? null : '请写明整改措施';
    case 'owner':
      return null;
    case 'beforePhotos':
      return photos.before + added >= evidence.before
        ? null
        : `整改前先拍照：还差 ${evidence.before - photos.before - added} 张整改前照片`;
    case 'afterPhotos':
      return added >= evidence.after
        ? null
        : `请上传至少 ${evidence.after} 张新拍的整改后照片，与以前交过的是同一张的不算`;
    case 'dueOn':
      return act.dueOn ? null : '请填写新的期限';
    case 'target':
      return act.targetId ? null : '请选择并入哪一件';
    case 'parts':
      return act.parts ? null : '请填写拆分后的各件';
    case 'score':
      return act.score ? null : '请打分';
    case 'cause':
      return act.cause ? null : '请写明原因和改进措施';
  }
}

const FIELD_OF: Record<Need, string> = {
  reason: 'reason',
  message: 'message',
  publicTitle: 'publicTitle',
  measure: 'measure',
  owner: 'ownerPostId',
  beforePhotos: 'photos',
  afterPhotos: 'photos',
  dueOn: 'dueOn',
  target: 'targetId',
  parts: 'parts',
  score: 'score',
  cause: 'cause',
};

/**
 * What an act lacks of what its verb must bring; the owner may be left out where place and kind find one.
 * @returns form field → Chinese sentence; empty when complete
 */
export function missingNeeds(
  verb: Verb,
  act: ActOnIssue,
  kind: IssueKind,
  photos: PhotoCounts,
): Record<string, string> {
  const missing: Record<string, string> = {};
  for (const need of verbRow(verb).needs) {
    const sentence = isMissing(need, act, kind, photos);
    if (sentence) missing[FIELD_OF[need]] = sentence;
  }
  return missing;
}
