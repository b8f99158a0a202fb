import {
  type ActOnIssue,
  type IssueDetail,
  newId,
  type RaiseIssue,
  ServerRefusal,
  type Verb,
} from '@qingshan/contract';
import { type Actor, systemReach } from '../../platform/index.ts';
import { uploadPhoto } from '../../testing/photos.ts';
import { COUNTY, LIUWAN_GRID, openTown, type TownsmanKey } from '../../testing/townspeople.ts';

export interface RefusedWith {
  readonly code: string;
  readonly title: string;
  readonly fields?: Record<string, string> | undefined;
  readonly details?: Record<string, unknown> | undefined;
}

/** What was refused; code `done` when nothing was. */
export const refusal = (promise: Promise<unknown>): Promise<RefusedWith> =>
  promise.then(
    () => ({ code: 'done', title: '' }),
    (error: unknown) => {
      if (error instanceof ServerRefusal) return error.problem;
      throw error;
    },
  );

/** The system itself, which finds problems by stations and patrols. */
export const systemActor = (): Actor => ({
  ...systemReach(COUNTY),
  account: '',
  name: '',
  roles: [],
  posts: [],
  sessionId: '',
});

/** A town in which problems walk their steps. */
export async function openWalk() {
  const town = await openTown();
  let photoCount = 0;
  const photo = () => uploadPhoto(town.app, systemReach(COUNTY), `photo ${photoCount++}`);
  const raise = (who: TownsmanKey, more: Partial<RaiseIssue> = {}) => {
    const body = {
      id: newId(COUNTY),
      title: '河边堆放垃圾',
      kind: 'river_dumping',
      source: 'village',
      placeCode: LIUWAN_GRID,
      ...more,
    } as RaiseIssue;
    return town.as(who).call('raiseIssue', { body });
  };
  const act = (
    who: TownsmanKey,
    issueId: string,
    verb: Verb,
    body: Partial<ActOnIssue> = {},
  ): Promise<IssueDetail> => town.as(who).call('actOnIssue', { params: { id: issueId, verb }, body });
  /** Raised by the keeper, accepted and assigned to the river chief, put right and reported back. */
  const reportedBack = async (kind: RaiseIssue['kind'] = 'river_dumping') => {
    const { id: issueId } = await raise('keeper', { kind, photos: [await photo()] });
    await act('office', issueId, 'accept');
    await act('office', issueId, 'assign');
    await act('riverChief', issueId, 'rectify', { measure: '组织清运，设置围挡' });
    await act('riverChief', issueId, 'reportBack', {
      message: '已清运干净',
      photos: [await photo(), await photo()],
    });
    return issueId;
  };
  return { town, photo, raise, act, reportedBack };
}

export type Walk = Awaited<ReturnType<typeof openWalk>>;
