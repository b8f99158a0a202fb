import { sql } from 'kysely';
import { type App, inReach, record, type ScheduledJob, systemReach, type Tx } from '../../platform/index.ts';
import { notify } from './actions/notify.ts';
import { numberText } from './queries/number.ts';
import { urgencyLimits } from './rules/urgency.ts';
import { type IssueRow, ledger } from './tables.ts';

const PER_ROUND = 500;

async function remind(tx: Tx, issue: IssueRow, breached: boolean, now: Date): Promise<void> {
  const number = numberText(issue.county_code, issue.number_year, issue.number_serial);
  const kind = breached ? 'issue.overdue' : 'issue.dueSoon';
  const sentence = breached ? `已超期：${issue.title}（${number}）` : `即将到期：${issue.title}（${number}）`;
  await ledger(tx)
    .updateTable('issues')
    .set(breached ? { breached_at: now } : { warned_at: now })
    .where('county_code', '=', issue.county_code)
    .where('id', '=', issue.id)
    .execute();
  await record(tx, {
    countyCode: issue.county_code,
    kind,
    subjectType: 'issue',
    subjectId: issue.id,
    actorPersonId: null,
    placeCode: issue.place_code,
    at: now,
    details: { dueAt: issue.due_at?.toISOString() ?? null },
  });
  await notify(tx, issue, breached ? ['owner', 'office', 'leaders'] : ['owner'], kind, sentence, now, null);
}

/**
 * Warns the owner before a deadline and tells owner, office and leaders once it is broken; each once for a deadline
 * (a new deadline starts anew).
 */
export async function remindDeadlines(
  app: App,
  county: string,
): Promise<{ warned: number; breached: number }> {
  const now = app.clock.now();
  return inReach(app.db, systemReach(county), async (tx) => {
    const open = ledger(tx)
      .selectFrom('issues')
      .selectAll()
      .where('county_code', '=', county)
      .where('is_open', '=', true)
      .orderBy('due_at')
      .limit(PER_ROUND)
      .forUpdate()
      .skipLocked();
    const breached = await open
      .where('breached_at', 'is', null)
      .where('due_at', '<', now)
      .where((of) => of.or([of('answered_at', 'is', null), of('due_at', '<', of.ref('answered_at'))]))
      .execute();
    for (const issue of breached) await remind(tx, issue, true, now);
    const warned = await open
      .where('warned_at', 'is', null)
      .where('answered_at', 'is', null)
      .where('breached_at', 'is', null)
      .where('due_at', '>=', now)
      .where('due_at', '<=', urgencyLimits(now).orangeUntil)
      .execute();
    for (const issue of warned) await remind(tx, issue, false, now);
    return { warned: warned.length, breached: breached.length };
  });
}

export function issueJobs(app: App): ScheduledJob[] {
  return [
    {
      name: 'issue-deadlines',
      cron: '*/5 * * * *',
      run: async () => {
        const { rows } = await sql<{ county: string }>`select counties_with_open_issues() as county`.execute(
          app.db,
        );
        for (const { county } of rows)
          await remindDeadlines(app, county).catch((error: unknown) =>
            app.log.error(
              { county, error: (error as Error).stack },
              'reminding of deadlines failed in a county',
            ),
          );
      },
    },
  ];
}
