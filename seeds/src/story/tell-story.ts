import { inCounty, keepProgress, type Progress } from '../progress.ts';
import { changesOf, type TermChange } from './changes.ts';
import { idsOf, planOf, type StoryStep } from './plan.ts';
import { readOldNotices } from './read-notices.ts';
import { isByReporter, type Telling, tellReporter, tellStep } from './tell.ts';
import type { Told } from './told.ts';

const BATCH = 40;
/** Steps ahead whose photos are being made meanwhile. */
const AHEAD = 120;

type Happening = { readonly change: TermChange } | { readonly step: StoryStep };

const timeOf = (happening: Happening): number =>
  ('change' in happening ? happening.change.at : happening.step.at).getTime();

/** Changes of posts and the public's ratings stand alone: what follows must see them stored. */
const standsAlone = (happening: Happening): boolean => 'change' in happening || isByReporter(happening.step);

/** All that happened in the order of time; steps that need no transaction of their own go together. */
function batches(happenings: readonly Happening[]): Happening[][] {
  const cut: Happening[][] = [];
  for (const happening of happenings) {
    const last = cut.at(-1);
    const isOpen = last && last.length < BATCH && !last.some(standsAlone) && !standsAlone(happening);
    if (isOpen) last.push(happening);
    else cut.push([happening]);
  }
  return cut;
}

/** Says at every fifth how much is told. @returns the share last said */
function showShare(share: number, shown: number, print: (sentence: string) => void): number {
  const fifths = Math.floor(share * 5);
  if (fifths <= Math.floor(shown * 5)) return shown;
  print(`  问题与办理 ${fifths * 20}%`);
  return share;
}

/** Tells the year from where it was left, keeping with each batch how far it is. */
export async function tellStory(
  given: Omit<Telling, 'ids'>,
  story: readonly Told[],
  anchor: Date,
  progress: Progress,
  print: (sentence: string) => void,
): Promise<void> {
  const telling: Telling = { ...given, ids: idsOf(story, anchor) };
  const happenings: Happening[] = [
    ...changesOf(given.cast.roster, anchor).map((change) => ({ change })),
    ...planOf(story, anchor).map((step) => ({ step })),
  ].sort((a, b) => timeOf(a) - timeOf(b));
  const left = happenings.slice(progress.told);
  let told = progress.told;
  let shown = told / happenings.length;
  for (const batch of batches(left)) {
    for (const ahead of happenings.slice(told, told + AHEAD))
      if ('step' in ahead)
        for (const wish of ahead.step.photos) telling.album.photo(wish).catch(() => undefined);
    for (const happening of batch)
      if ('step' in happening && isByReporter(happening.step)) await tellReporter(telling, happening.step);
    await inCounty(given.app, async (tx) => {
      for (const happening of batch) {
        if ('change' in happening) await happening.change.happen(tx);
        else if (!isByReporter(happening.step)) await tellStep(telling, tx, happening.step);
      }
      await keepProgress(tx, { ...progress, told: told + batch.length });
    });
    told += batch.length;
    shown = showShare(told / happenings.length, shown, print);
  }
  await readOldNotices(given.app, anchor);
  await inCounty(given.app, (tx) => keepProgress(tx, { ...progress, told, finished: true }));
}
