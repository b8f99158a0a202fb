const WIDTH = 30;
const STEP_WITHOUT_TERMINAL = 0.25;

/** A line that fills up on a terminal; a few plain lines where the output is a file. */
export function progressBar(stream: NodeJS.WritableStream) {
  const isTerminal = (stream as NodeJS.WriteStream).isTTY === true;
  let told = -1;
  return {
    show(share: number, label: string): void {
      const step = isTerminal ? 0.005 : STEP_WITHOUT_TERMINAL;
      const at = Math.floor(share / step);
      if (at <= told) return;
      told = at;
      const percent = `${Math.floor(share * 100)}%`.padStart(4);
      const filled = Math.round(share * WIDTH);
      const bar = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`;
      stream.write(isTerminal ? `\r${bar} ${percent} ${label}\u001b[K` : `${percent} ${label}\n`);
    },
    end(): void {
      if (isTerminal && told >= 0) stream.write('\r\u001b[K');
    },
  };
}
