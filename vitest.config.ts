import { defineConfig } from 'vitest/config';

/** Start the product itself, with servers and waits of seconds: they share the machine with nothing. */
const wholeProduct = [
  'tests/{e2e,crash}/**/*.test.ts',
  'tests/embedded/{servers,start-again}.test.ts',
  'tests/worker/rehearsal/rehearse.test.ts',
];

const common = {
  // The Temporal SDK's native part does not survive worker threads.
  pool: 'forks',
  // Generous: a time limit only ends what hangs, and several servers start at once on a small machine.
  testTimeout: 90_000,
  hookTimeout: 120_000,
  teardownTimeout: 30_000,
} as const;

export default defineConfig({
  test: {
    globalSetup: ['tests/support/global-set-up.ts'],
    projects: [
      {
        test: {
          ...common,
          name: 'parts',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: wholeProduct,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...common,
          name: 'product',
          include: wholeProduct,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
