import { setTimeout } from 'node:timers/promises';
import type { Application } from '../worker/application.ts';
import type { End } from './life.ts';

const pauseMs = 500;
/** Longer than a killed server takes to be there again. */
const givesUpAfterMs = 120_000;

/**
 * Takes up all work of this machine. Tried again for two minutes, unless the end comes: a server that was killed just
 * now is being started again, and that must not end the whole.
 */
export async function beginWork(
  application: Pick<Application, 'work' | 'watchAll'>,
  end: End,
): Promise<void> {
  let ending = false;
  void end.then(() => (ending = true));
  const deadline = Date.now() + givesUpAfterMs;

  async function insist(step: () => Promise<void>): Promise<void> {
    while (!ending) {
      try {
        return await step();
      } catch (error) {
        if (Date.now() > deadline) throw error;
      }
      await setTimeout(pauseMs);
    }
  }

  await insist(() => application.work({ journeys: true, watch: true }));
  await insist(application.watchAll);
}
