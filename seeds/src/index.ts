import type { openIdentity } from '../../apps/server/src/modules/identity/index.ts';
import type { App } from '../../apps/server/src/platform/index.ts';
import { dayOf } from './county/days.ts';
import { enterCounty } from './county/enter.ts';
import { staffOfCounty } from './county/staff.ts';
import { Album } from './pictures/album.ts';
import {
  DEMO_VERSION,
  inCounty,
  keepProgress,
  type Progress,
  readProgress,
  type Seeded,
} from './progress.ts';
import { Cast } from './story/cast.ts';
import { story } from './story/index.ts';
import { tellStory } from './story/tell-story.ts';

export { type DemoLogin, demoLogins, shownLogins } from './county/logins.ts';

type Pool = Parameters<typeof openIdentity>[1];

async function begin(app: App): Promise<Progress> {
  const progress: Progress = {
    version: DEMO_VERSION,
    anchor: app.clock.now().toISOString(),
    entered: [],
    told: 0,
    finished: false,
  };
  await inCounty(app, (tx) => keepProgress(tx, progress));
  return progress;
}

const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(1);

/**
 * Seeds the demo county 青山县 into a database that does not hold it yet: the county itself, then its year as it was
 * lived, step by step through the modules' own actions. Interrupted, the next start finishes it; once in, it stays as
 * it is.
 * @param ending stops the seeding between two steps, by throwing its reason
 */
export async function seedDemo(
  app: App,
  pool: Pool,
  print: (sentence: string) => void,
  ending?: AbortSignal,
): Promise<void> {
  const seeded: Seeded = { ...app, ...(ending ? { ending } : {}) };
  const known = await readProgress(app);
  if (known?.finished) return;
  if (known && known.version !== DEMO_VERSION) {
    print(`演示数据是另一版本（${known.version}）且没有写完，保持原样；要重新写入请换一个数据文件夹`);
    return;
  }
  print(known ? '继续写入演示县（青山县）' : '写入演示县（青山县）');
  const progress = known ?? (await begin(app));
  const anchor = new Date(progress.anchor);
  const roster = staffOfCounty(dayOf(anchor));
  const from = performance.now();
  const entered = await enterCounty(seeded, pool, roster, progress);
  print(`  区划、岗位、账号 ${seconds(from)} 秒`);
  const cast = new Cast(seeded, roster);
  const fromStory = performance.now();
  await tellStory({ app: seeded, cast, album: new Album(seeded, cast) }, story, anchor, entered, print);
  print(`  一年的问题 ${story.length} 件 ${seconds(fromStory)} 秒`);
}
