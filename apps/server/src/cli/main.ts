import { StartRefusal } from '../platform/index.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Command, CommandIo } from './terminal.ts';

/** Commands by name; each is loaded only when it is called. */
const commands: Record<string, () => Promise<Command>> = {
  serve: () => import('./serve.ts'),
  migrate: () => import('./migrate.ts'),
  user: () => import('./user.ts'),
  import: () => import('./import.ts'),
  journal: () => import('./journal.ts'),
  demo: () => import('./demo.ts'),
  evaluate: () => import('./evaluate.ts'),
  hj212: () => import('./hj212.ts'),
};

async function printCommands(io: CommandIo): Promise<void> {
  io.stdout.write('青山：乡镇、县、市生态环境治理平台\n\n用法：npx qingshan <命令> [参数]\n\n');
  for (const [name, load] of Object.entries(commands))
    io.stdout.write(`  ${name.padEnd(10)} ${(await load()).summary}\n`);
  io.stdout.write('\n每个命令的说明：npx qingshan <命令> --help\n');
}

/** Runs one command; expected refusals are one sentence and exit code 1. */
export async function main(args: readonly string[], io: CommandIo): Promise<number> {
  const [name, ...rest] = args;
  if (!name || name === '--help' || name === '-h' || name === 'help') {
    await printCommands(io);
    return 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    io.stderr.write(`没有“${name}”这个命令，可用的命令见：npx qingshan --help\n`);
    return 1;
  }
  const command = await load();
  if (rest.includes('--help') || rest.includes('-h')) {
    io.stdout.write(`${command.help.trimEnd()}\n`);
    return 0;
  }
  try {
    return await command.run(rest, io);
  } catch (error) {
    if (!(error instanceof StartRefusal) && !(error instanceof Refusal)) throw error;
    io.stderr.write(`${error.message}\n`);
    return 1;
  }
}
