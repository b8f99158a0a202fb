// `npm start`: installs, builds the web, runs the server on Node 24.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildWeb } from './build-web.mjs';
import { install, node, root } from './install.mjs';

install();
buildWeb();

const server = spawn(node, [join(root, 'apps/server/src/main.ts'), 'serve'], {
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
});
// Ctrl-C reaches the server by itself too (same terminal); told twice it still ends once.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill('SIGTERM'));
// Killed without a word, npm leaves this process behind: the server is told to end by the closed channel.
const parent = process.ppid;
if (process.env.npm_lifecycle_event)
  setInterval(() => process.ppid !== parent && server.kill('SIGTERM'), 500).unref();
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
