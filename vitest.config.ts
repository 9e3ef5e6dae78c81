import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    globalSetup: ['tests/support/global-set-up.ts'],
    // The Temporal SDK's native part does not survive worker threads.
    pool: 'forks',
    // Generous: a time limit only ends what hangs, and several servers start at once on a small machine.
    testTimeout: 90_000,
    hookTimeout: 120_000,
    teardownTimeout: 30_000,
  },
});
