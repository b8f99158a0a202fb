import { type App, inReach, systemReach, type Tx } from '../../apps/server/src/platform/index.ts';
import { COUNTY } from './county/villages.table.ts';

/** Goes up when the told county changes; a database keeps the version it was seeded with. */
export const DEMO_VERSION = 1;

export interface Progress {
  readonly version: number;
  /** Day and hour from which all times of the story count back: fixed when seeding begins, kept when it is resumed. */
  readonly anchor: string;
  /** Parts of the county that are in. */
  readonly entered: readonly string[];
  /** Events of the story that are in, in their order. */
  readonly told: number;
  readonly finished: boolean;
}

const KEY = 'demo';

/** The application while it is being seeded; `ending`: the server was told to end. */
export type Seeded = App & { readonly ending?: AbortSignal };

export const inCounty = <T>(app: Seeded, work: (tx: Tx) => Promise<T>): Promise<T> => {
  app.ending?.throwIfAborted();
  return inReach(app.db, systemReach(COUNTY), work);
};

/** How far the demo is in this database; null: not begun. */
export async function readProgress(app: App): Promise<Progress | null> {
  const row = await inCounty(app, (tx) =>
    tx
      .selectFrom('county_settings')
      .select('value')
      .where('county_code', '=', COUNTY)
      .where('key', '=', KEY)
      .executeTakeFirst(),
  );
  return row ? (JSON.parse(row.value) as Progress) : null;
}

/** Keeps how far it is, in the transaction of what was just told. */
export async function keepProgress(tx: Tx, progress: Progress): Promise<void> {
  const value = JSON.stringify(progress);
  await tx
    .insertInto('county_settings')
    .values({ county_code: COUNTY, key: KEY, value })
    .onConflict((conflict) => conflict.columns(['county_code', 'key']).doUpdateSet({ value }))
    .execute();
}
