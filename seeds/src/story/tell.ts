import type { ActOnIssue } from '@qingshan/contract';
import { actInside, raiseInside, rateByReporter } from '../../../apps/server/src/modules/issues/index.ts';
import { type App, Refusal, type Tx } from '../../../apps/server/src/platform/index.ts';
import { oneOf, storyId } from '../county/ids.ts';
import { COUNTY } from '../county/villages.table.ts';
import type { Album } from '../pictures/album.ts';
import { inCounty } from '../progress.ts';
import { type Cast, systemActor } from './cast.ts';
import type { StoryStep } from './plan.ts';
import { placeCodeOf, reportOf } from './report.ts';
import { speechOf } from './speech.ts';
import { byOwner, raiserPost, whoDoes } from './who.ts';
import { reporterWords } from './words.table.ts';

interface Standing {
  owner_post_id: string | null;
  due_at: Date | null;
  follow_token: string;
  kind: string;
}

/** What the teller needs to know: who acts, where the photos are, which problem is meant. */
export interface Telling {
  readonly app: App;
  readonly cast: Cast;
  readonly album: Album;
  readonly ids: ReadonlyMap<string, string>;
}

/** How the problem stands now, as its ledger row says. */
async function standingOf(tx: Tx, id: string): Promise<Standing> {
  return tx
    .withTables<{ issues: Standing & { county_code: string; id: string } }>()
    .selectFrom('issues')
    .select(['owner_post_id', 'due_at', 'follow_token', 'kind'])
    .where('county_code', '=', COUNTY)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

function targetId({ ids }: Telling, step: StoryStep): string | undefined {
  const { into } = step.issue.more;
  return step.verb === 'merge' && into ? ids.get(into) : undefined;
}

function partsFor({ ids }: Telling, step: StoryStep): ActOnIssue['parts'] {
  if (step.verb !== 'split') return undefined;
  return step.issue.more.parts?.map((part, index) => ({
    id: ids.get(`${step.issueKey}/${index + 1}`) ?? '',
    title: part.title,
    placeCode: placeCodeOf(part.village),
  }));
}

/** The post named by the story: handed on at once, or at the second assignment after it was returned. */
function ownerFor({ cast }: Telling, { issue, verb, index }: StoryStep): string | undefined {
  if (!issue.more.to) return undefined;
  const isSecond = verb === 'assign' && index > 1;
  return verb === 'reassign' || isSecond ? cast.roster.postNamed(issue.more.to).id : undefined;
}

function defined<T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, each]) => each !== undefined)) as never;
}

async function raise(telling: Telling, tx: Tx, step: StoryStep, photos: string[]): Promise<void> {
  const post = raiserPost(step.issue, step.issueKey);
  const actor = post
    ? await telling.cast.as(telling.cast.holderOf(post, step.at, step.issueKey), step.at)
    : systemActor;
  await raiseInside(tx, actor, reportOf(step, photos), step.at);
}

/** Tells one step inside an open transaction: the rules of the ledger decide it like any other. */
export async function tellStep(telling: Telling, tx: Tx, step: StoryStep): Promise<void> {
  const { issue, issueId, issueKey, verb, index, at } = step;
  const photos = await Promise.all(step.photos.map((wish) => telling.album.photo(wish)));
  if (verb === null) return raise(telling, tx, step, photos);
  const standing = byOwner(verb) ? await standingOf(tx, issueId) : null;
  const owner = standing?.owner_post_id ?? null;
  const person = whoDoes(telling.cast, issue, verb, issueKey, index, owner, step.at);
  const act = {
    actId: storyId(at, `${issueKey} ${index} ${verb}`),
    photos,
    ...speechOf(issue, verb, `${issueKey} ${index}`, { dueAt: standing?.due_at ?? null }, at),
    ...defined({
      ownerPostId: ownerFor(telling, step),
      targetId: targetId(telling, step),
      parts: partsFor(telling, step),
    }),
  };
  const actor = await telling.cast.as(person, at);
  try {
    await actInside(tx, actor, issueId, verb, act, at);
  } catch (error) {
    if (error instanceof Refusal)
      throw new Error(
        `${issue.title} (${issueKey}), ${verb} by ${person.name} at ${at.toISOString()}: ${error.message}`,
        {
          cause: error,
        },
      );
    throw error;
  }
}

export const isByReporter = ({ issue, verb }: StoryStep): boolean =>
  verb === 'rate' && issue.source === 'public' && issue.more.ratedByReporter === true;

/** The reporter rates with the link, as the public does: in a transaction of its own. */
export async function tellReporter(
  { app }: Telling,
  { issue, issueId, issueKey, at }: StoryStep,
): Promise<void> {
  const { follow_token: token } = await inCounty(app, (tx) => standingOf(tx, issueId));
  const score = issue.more.score ?? 5;
  const words = issue.more.said?.rate ?? oneOf(reporterWords, issueKey);
  await rateByReporter({ ...app, clock: { now: () => at } }, token, score, words).catch((error: unknown) => {
    // Told before the interruption: it cannot be rated twice.
    if (!(error instanceof Refusal && error.code === 'step-not-possible')) throw error;
  });
}
