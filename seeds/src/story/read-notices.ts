import { type App, inReach, systemReach } from '../../../apps/server/src/platform/index.ts';
import { addDays, dayOf } from '../county/days.ts';
import { COUNTY } from '../county/villages.table.ts';
import { inCounty } from '../progress.ts';

const READ_AFTER_DAYS = 6;
const AT_ONCE = 4;

/** Everyone has read the notices of the year but those of the last days, each as the person told. */
export async function readOldNotices(app: App, anchor: Date): Promise<void> {
  const before = new Date(`${addDays(dayOf(anchor), -READ_AFTER_DAYS)}T00:00:00+08:00`);
  const people = await inCounty(app, (tx) =>
    tx
      .selectFrom('notices')
      .select('person_id')
      .distinct()
      .where('county_code', '=', COUNTY)
      .where('read_at', 'is', null)
      .where('at', '<', before)
      .execute(),
  );
  const waiting = people.values();
  const read = async () => {
    for (const { person_id: personId } of waiting)
      await inReach(app.db, { ...systemReach(COUNTY), personId }, (tx) =>
        tx
          .updateTable('notices')
          .set({ read_at: before })
          .where('county_code', '=', COUNTY)
          .where('person_id', '=', personId)
          .where('at', '<', before)
          .execute(),
      );
  };
  await Promise.all(Array.from({ length: AT_ONCE }, read));
}
