import { createReadStream } from 'node:fs';
import { eventLabel } from '@qingshan/contract';
import type { Actor } from './actor.ts';
import type { App } from './app.ts';
import { inReach, type Tx } from './database/database.ts';
import { mediaTypes } from './files/media.table.ts';
import { pathOf } from './files/store.ts';
import { storeUpload } from './files/upload.ts';
import type { Handlers, OperationsOf } from './http/handlers.ts';
import { listBatches, listJournal } from './journal/queries.ts';
import { verifyCounty } from './journal/verify.ts';
import { listNotices, markRead } from './notices/queries.ts';
import { openStream } from './notices/stream.ts';
import { notFound, Refusal } from './refusal.ts';

/** Names that modules above know and the journal page shows; given in by the composition. */
export interface JournalNames {
  persons(tx: Tx, county: string, ids: readonly string[]): Promise<Map<string, string>>;
  posts(tx: Tx, county: string, ids: readonly string[]): Promise<Map<string, string>>;
  places(tx: Tx, codes: readonly string[]): Promise<Map<string, string>>;
  subjects(tx: Tx, county: string, ids: readonly string[]): Promise<Map<string, string>>;
}

/** Whether a file belongs to something that the asking person may see; given in by the composition. */
export type MayReadFile = (tx: Tx, county: string, sha256: string) => Promise<boolean>;

const ORIGINAL_ROLES = ['office', 'discipline', 'inspector', 'auditor'];

async function readFileRow(app: App, actor: Actor, sha256: string, mayRead: MayReadFile) {
  return inReach(app.db, actor, async (tx) => {
    const row = await tx
      .selectFrom('files')
      .selectAll()
      .where('county_code', '=', actor.countyCode)
      .where('sha256', '=', sha256)
      .executeTakeFirst();
    if (!row || (row.uploaded_by !== actor.personId && !(await mayRead(tx, actor.countyCode, sha256))))
      throw notFound('这个文件');
    return row;
  });
}

/** Files, journal and notices: what every module shares. */
export function platformRoutes(
  names: JournalNames,
  mayRead: MayReadFile,
): Handlers<OperationsOf<'platform'>> {
  return {
    uploadFile: async ({ app, actor, request }) => {
      const part = await request.file();
      if (!part) throw new Refusal('invalid-input', '没有收到文件，请重新选择');
      return storeUpload(app, actor, await part.toBuffer(), part.filename);
    },
    getFile: async ({ app, actor, reply }, { params, query }) => {
      const row = await readFileRow(app, actor, params.sha256, mayRead);
      const image = mediaTypes[row.media_type]?.image ?? false;
      if (query.size === 'original' && !actor.roles.some((role) => ORIGINAL_ROLES.includes(role)))
        throw new Refusal('not-allowed', '原始照片只对镇环保办、纪委、督查和审计开放');
      const variant =
        query.size === 'original' || !image ? '' : query.size === 'thumbnail' ? '.thumb' : '.copy';
      reply
        .header('cache-control', 'private, max-age=86400, immutable')
        .header(
          'content-disposition',
          `${image && variant ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(row.name)}`,
        );
      await reply
        .type(variant ? 'image/jpeg' : row.media_type)
        .send(createReadStream(pathOf(app.filesFolder, params.sha256, variant)));
      return undefined;
    },
    listJournal: async ({ app, actor }, { query }) =>
      inReach(app.db, actor, (tx) => listJournal(tx, actor, query, names, eventLabel)),
    listBatches: async ({ app, actor }, { query }) =>
      inReach(app.db, actor, (tx) => listBatches(tx, actor.countyCode, query.page)),
    verifyJournal: async ({ app, actor }) => {
      const found = await verifyCounty(app.db, actor.countyCode);
      return { ...found, findings: [...found.findings], at: app.clock.now().toISOString() };
    },
    listNotices: async ({ app, actor }, { query }) =>
      inReach(app.db, actor, (tx) => listNotices(tx, actor, query)),
    readNotices: async ({ app, actor }, { body }) => {
      await inReach(app.db, actor, (tx) => markRead(tx, actor, body.ids, app.clock.now()));
      return undefined;
    },
    streamNotices: async ({ app, actor, request, reply }) => openStream(app, actor, request, reply),
  };
}
