/** Streams and answer of one command. */
export interface CommandIo {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

export interface Command {
  /** One Chinese line for the list of commands. */
  readonly summary: string;
  readonly help: string;
  /** @returns exit code */
  run(args: string[], io: CommandIo): Promise<number>;
}
