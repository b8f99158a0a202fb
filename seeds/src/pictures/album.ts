import { storeUpload } from '../../../apps/server/src/platform/files/upload.ts';
import { type App, systemReach } from '../../../apps/server/src/platform/index.ts';
import { COUNTY } from '../county/villages.table.ts';
import type { Cast } from '../story/cast.ts';
import type { PhotoWish } from '../story/plan.ts';
import { likelyFixer, raiserPost } from '../story/who.ts';
import { drawPhoto } from './draw.ts';

const AT_ONCE = 3;

/** Photos of the story: drawn and stored when wished for, each once, a few at a time. */
export class Album {
  readonly #app: App;
  readonly #cast: Cast;
  readonly #kept = new Map<string, Promise<string>>();
  readonly #waiting: (() => void)[] = [];
  #free = AT_ONCE;

  constructor(app: App, cast: Cast) {
    this.#app = app;
    this.#cast = cast;
  }

  /** SHA-256 of the photo; asked for early, it is ready when its step comes. */
  photo(wish: PhotoWish): Promise<string> {
    const known = this.#kept.get(wish.key) ?? this.#take(wish);
    this.#kept.set(wish.key, known);
    return known;
  }

  async #take(wish: PhotoWish): Promise<string> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((go) => this.#waiting.push(go));
    try {
      const { bytes, name } = drawPhoto(wish);
      const by = { ...systemReach(COUNTY), personId: this.#photographer(wish) };
      const app = { ...this.#app, clock: { now: () => wish.at } };
      return (await storeUpload(app, by, bytes, name)).sha256;
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }

  #photographer({ issue, issueKey, phase, at }: PhotoWish): string {
    const post = phase === 'before' ? raiserPost(issue, issueKey) : likelyFixer(issue);
    return post ? this.#cast.holderOf(post, at, issueKey).id : '';
  }
}
