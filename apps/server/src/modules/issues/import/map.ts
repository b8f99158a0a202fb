import { countyCode, issueKindCodes, placeCode, sourceCodes } from '@qingshan/contract';
import { z } from 'zod';
import { StartRefusal } from '../../../platform/index.ts';
import { timeFormats } from './local-time.ts';

const columns = z.strictObject({
  key: z.string().describe('id of the row in the other system; the same id again is the same problem'),
  openedAt: z.string(),
  targetAt: z.string().optional(),
  closedAt: z.string().optional(),
  status: z.string(),
  title: z.string(),
  description: z.string().optional(),
  kind: z.string(),
  place: z.string().optional(),
  lon: z.string().optional(),
  lat: z.string().optional(),
  onTime: z.string().optional().describe('the other system’s own verdict, compared with ours'),
});

/** How the columns of another system's ledger become problems. */
export const importMap = z.strictObject({
  county: countyCode,
  /** Divisions that the rows refer to; made when they are not there. */
  divisions: z.array(z.strictObject({ code: placeCode, name: z.string().min(1).max(60) })).default([]),
  timeZone: z.string(),
  timeFormat: z.enum(timeFormats),
  source: z.enum(sourceCodes),
  columns,
  closedStatus: z.array(z.string()).min(1),
  openStatus: z.array(z.string()).min(1),
  kinds: z.record(z.string(), z.enum(issueKindCodes)),
  places: z.record(z.string(), placeCode).default({}),
  defaultPlace: placeCode,
  onTimeWords: z.strictObject({ inTime: z.string(), late: z.string() }).optional(),
});
export type ImportMap = z.output<typeof importMap>;
export type ColumnName = keyof ImportMap['columns'];

/** Reads the map; says which entry is wrong. */
export function readMap(text: string, path: string): ImportMap {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new StartRefusal(`对照文件 ${path} 不是正确的 JSON：${(error as Error).message}`);
  }
  const parsed = importMap.safeParse(json);
  if (!parsed.success) {
    const first = parsed.error.issues[0];
    throw new StartRefusal(`对照文件 ${path} 的“${first?.path.join('.')}”不对：${first?.message}`);
  }
  try {
    new Intl.DateTimeFormat('en', { timeZone: parsed.data.timeZone });
  } catch {
    throw new StartRefusal(`对照文件 ${path} 的时区 ${parsed.data.timeZone} 不存在，应像 Asia/Shanghai`);
  }
  return parsed.data;
}
