import { defineConfig } from 'vitest/config';

/** Runs the tests of this package alone, without the database that the server's tests start. */
export default defineConfig({
  root: import.meta.dirname,
  test: { include: ['src/**/*.test.ts', 'package.test.ts'], testTimeout: 60_000 },
});
