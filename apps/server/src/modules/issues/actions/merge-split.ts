import { randomBytes } from 'node:crypto';
import { countyOf, kindRow, states, townOf } from '@qingshan/contract';
import { sql } from 'kysely';
import { dayOf, notFound, Refusal, record } from '../../../platform/index.ts';
import { placeExists } from '../../responsibility/index.ts';
import { takeNumbers } from '../queries/number.ts';
import { severities } from '../queries/summary.ts';
import { contentDigest } from '../rules/digest.ts';
import { ledger } from '../tables.ts';
import type { Effect, StepContext } from './effects.ts';

/** 合并重复: the problem rests and points at the one that goes on; its reporters are answered there. */
export async function mergeInto({ tx, issue, act }: StepContext): Promise<Effect> {
  const targetId = act.targetId ?? '';
  if (targetId === issue.id)
    throw new Refusal('invalid-input', '不能并入自己，请选择另一件', {
      fields: { targetId: '请选择另一件' },
    });
  const target = await ledger(tx)
    .selectFrom('issues')
    .select(['id', 'state', 'is_open'])
    .where('county_code', '=', issue.county_code)
    .where('id', '=', targetId)
    .executeTakeFirst();
  if (!target) throw notFound('要并入的问题');
  if (!target.is_open)
    throw new Refusal(
      'step-not-possible',
      `要并入的问题已是“${states[target.state].label}”，请并入一件还在办理的`,
      { fields: { targetId: '已不在办理' } },
    );
  return { set: { merged_into_id: targetId }, details: { targetId } };
}

/** 拆分: two or more problems with their own numbers take over source, deadline and reporter. */
export async function splitIntoParts({ tx, actor, issue, act, now }: StepContext): Promise<Effect> {
  const parts = act.parts ?? [];
  if (new Set(parts.map((part) => part.id)).size < parts.length)
    throw new Refusal('invalid-input', '拆分后的各件标识重复，请刷新后重试');
  const known = await ledger(tx)
    .selectFrom('issues')
    .select('id')
    .where('county_code', '=', issue.county_code)
    .where(
      'id',
      'in',
      parts.map((part) => part.id),
    )
    .execute();
  if (known.length > 0)
    throw new Refusal(
      'already-exists-with-other-content',
      '拆分后的一件与已有的问题标识相同，请刷新页面后重新拆分',
    );
  const year = Number(dayOf(now).slice(0, 4));
  const first = await takeNumbers(tx, issue.county_code, year, parts.length);
  for (const [index, part] of parts.entries()) {
    const placeCode = part.placeCode ?? issue.place_code;
    const kind = part.kind ?? issue.kind;
    if (countyOf(part.id) !== issue.county_code) throw notFound('这个县');
    if (!actor.prefixes.some((prefix) => placeCode.startsWith(prefix)) || !(await placeExists(tx, placeCode)))
      throw new Refusal('unknown-place', `第 ${index + 1} 件的地点没有找到，请重新选择`, {
        fields: { [`parts.${index}.placeCode`]: '请重新选择地点' },
      });
    const { version: _, id: __, ...kept } = issue;
    await ledger(tx)
      .insertInto('issues')
      .values({
        ...kept,
        id: part.id,
        number_year: year,
        number_serial: first + index,
        title: part.title,
        kind,
        category: kindRow(kind).category,
        severity: severities.indexOf(kindRow(kind).severity),
        place_code: placeCode,
        town_code: townOf(placeCode),
        parent_id: issue.id,
        content_digest: contentDigest(part),
        follow_token: `${issue.county_code}${randomBytes(18).toString('base64url')}`,
        import_key: null,
        last_act: JSON.stringify({ verb: 'split', personId: actor.personId, at: now.toISOString() }),
      })
      .execute();
    await sql`insert into issue_reporters (county_code, issue_id, name, phone)
      select county_code, ${part.id}, name, phone from issue_reporters where county_code = ${issue.county_code} and issue_id = ${issue.id}`.execute(
      tx,
    );
    await record(tx, {
      countyCode: issue.county_code,
      kind: 'issue.raise',
      subjectType: 'issue',
      subjectId: part.id,
      actorPersonId: actor.personId,
      placeCode,
      at: now,
      details: { to: issue.state, source: issue.source, kind, parentId: issue.id },
    });
  }
  return { set: {}, details: { parts: parts.map((part) => part.id) } };
}
