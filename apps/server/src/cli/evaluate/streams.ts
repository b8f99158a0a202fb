import { once } from 'node:events';

/** The three streams of a command. */
export interface Streams {
  stdin: NodeJS.ReadableStream;
  stdout: NodeJS.WritableStream;
  stderr: NodeJS.WritableStream;
}

/** A line of input, or null for one longer than the limit. */
export type Line = string | null;

const MOST_LINE_BYTES = 1_048_576;
const LF = 0x0a;

function textOf(parts: readonly Buffer[]): string {
  const text = Buffer.concat(parts).toString('utf8');
  return text.endsWith('\r') ? text.slice(0, -1) : text;
}

/** Chunks of a stream as bytes. */
export async function* byteChunks(stdin: NodeJS.ReadableStream): AsyncGenerator<Buffer> {
  for await (const chunk of stdin) yield typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk);
}

/**
 * Lines of a stream in batches as they arrive; each held line is bounded (1 MiB), longer ones come as null.
 * A last line without an end counts; a byte order mark is dropped.
 */
export async function* lineBatches(stdin: NodeJS.ReadableStream): AsyncGenerator<Line[]> {
  let parts: Buffer[] = [];
  let size = 0;
  let first = true;
  const finish = (): Line => {
    const line = size > MOST_LINE_BYTES ? null : textOf(parts);
    parts = [];
    size = 0;
    const clean = first && line ? line.replace(/^\uFEFF/, '') : line;
    first = false;
    return clean;
  };
  const hold = (piece: Buffer) => {
    size += piece.length;
    if (size <= MOST_LINE_BYTES) parts.push(piece);
    else parts = [];
  };
  for await (const chunk of byteChunks(stdin)) {
    const lines: Line[] = [];
    let from = 0;
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, from)) {
      hold(chunk.subarray(from, at));
      lines.push(finish());
      from = at + 1;
    }
    if (from < chunk.length) hold(chunk.subarray(from));
    if (lines.length > 0) yield lines;
  }
  if (size > 0) yield [finish()];
}

/** Writes with back-pressure; a reader that went away (EPIPE) ends the command quietly. */
export class Output {
  closed = false;
  private readonly stream: NodeJS.WritableStream;
  private readonly failed: Promise<void>;

  constructor(stream: NodeJS.WritableStream) {
    this.stream = stream;
    this.failed = new Promise((resolve, reject) => {
      stream.on('error', (error: NodeJS.ErrnoException) => {
        this.closed = true;
        if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') resolve();
        else reject(error);
      });
    });
    // awaited in write; without this an error after the last write would count as unhandled
    this.failed.catch(() => undefined);
  }

  /** @returns false when nobody reads any more */
  async write(data: string | Uint8Array): Promise<boolean> {
    if (this.closed || data.length === 0) return !this.closed;
    if (!this.stream.write(data)) {
      const waiting = new AbortController();
      await Promise.race([
        once(this.stream, 'drain', { signal: waiting.signal }).catch(() => undefined),
        this.failed,
      ]);
      waiting.abort();
    }
    return !this.closed;
  }
}
