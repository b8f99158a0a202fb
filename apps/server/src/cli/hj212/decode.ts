import {
  COMMANDS,
  FrameSplitter,
  type Hj212Frame,
  readingsOf,
  type SplitterOptions,
  type StreamEvent,
  SYSTEM_TYPES,
} from '@qingshan/standards';
import { csvCell } from '../evaluate/csv.ts';
import { byteChunks, Output, type Streams } from '../evaluate/streams.ts';

function told(frame: Hj212Frame): Record<string, unknown> {
  const { deviations, ...rest } = frame;
  const stName = frame.st !== null && Object.hasOwn(SYSTEM_TYPES, frame.st) ? SYSTEM_TYPES[frame.st] : null;
  const cnName = frame.cn !== null && Object.hasOwn(COMMANDS, frame.cn) ? COMMANDS[frame.cn]?.[0] : null;
  return { ...rest, stName, cnName, readings: readingsOf(frame), deviations };
}

function jsonLine(event: StreamEvent): string {
  if (event.ok) return `${JSON.stringify({ ok: true, at: event.at, frame: told(event.frame) })}\n`;
  const { reason, at, detail, frame } = event;
  const deviations = frame ? { deviations: frame.deviations } : {};
  return `${JSON.stringify({ ok: false, reason, at, detail, ...deviations })}\n`;
}

const CSV_HEAD = '\uFEFFok,reason,at,mn,st,cn,data_time,factor,name,kind,value,unit,flag\n';

function csvRows(event: StreamEvent): string {
  const row = (cells: readonly unknown[]) =>
    `${cells.map((cell) => csvCell(cell === null || cell === undefined ? '' : String(cell))).join(',')}\n`;
  if (!event.ok) return row([false, event.reason, event.at, '', '', '', '', '', '', '', '', '', '']);
  const { frame } = event;
  const head = [true, '', event.at, frame.mn, frame.st, frame.cn, frame.dataTime?.text];
  const rows = readingsOf(frame).flatMap((reading) =>
    reading.values.map((value) =>
      row([...head, reading.code, reading.name, value.suffix, value.text, reading.unit, reading.flag]),
    ),
  );
  return rows.length > 0 ? rows.join('') : row([...head, '', '', '', '', '', '']);
}

/** Raw bytes in, a line for each frame or refusal out. */
export async function decodeStream(options: SplitterOptions, csv: boolean, io: Streams): Promise<number> {
  const splitter = new FrameSplitter(options);
  const output = new Output(io.stdout);
  const tell = csv ? csvRows : jsonLine;
  if (csv) await output.write(CSV_HEAD);
  for await (const chunk of byteChunks(io.stdin)) {
    for (let from = 0; from < chunk.length; from += 65_536) {
      const events = splitter.push(chunk.subarray(from, from + 65_536));
      if (!(await output.write(events.map(tell).join('')))) return 0;
    }
  }
  await output.write(splitter.end().map(tell).join(''));
  return 0;
}
