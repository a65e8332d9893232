import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Commands write to stdout themselves; vitest must not swallow it (oclif's captureOutput reads it).
    disableConsoleIntercept: true,
    // Long enough for a machine that does much else: no test measures time by it.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
