import { setTimeout } from 'node:timers/promises';
import type { Application } from './application.ts';
import type { Shutdown } from './shutdown.ts';
import type { Run } from '../embedded/run-id.ts';

/** Milliseconds in which a server may still be taking in what a killed process had handed over. */
const lastBytesMs = 3_000;
const pauseMs = 500;
/** Longer than a killed server takes to be there again. */
const givesUpAfterMs = 120_000;

/**
 * Takes up all work of this machine, the claims of the run before included. Tried again for two minutes, unless the end
 * comes: a server that was killed just now is being started again, and that must not end the whole.
 */
export async function beginWork(
  application: Pick<Application, 'endClaimsOf' | 'work' | 'watchAll'>,
  run: Run,
  end: Shutdown,
): Promise<void> {
  let ending = false;
  void end.then(() => (ending = true));
  const deadline = Date.now() + givesUpAfterMs;

  async function retryWhileStarting(step: () => Promise<void>): Promise<void> {
    while (!ending) {
      try {
        return await step();
      } catch (error) {
        if (Date.now() > deadline) throw error;
      }
      await setTimeout(pauseMs);
    }
  }

  const { before } = run;
  if (before !== undefined) {
    await retryWhileStarting(() =>
      application.endClaimsOf(before, new Date(Date.now() + lastBytesMs)),
    );
  }
  if (!ending) run.remember();
  await retryWhileStarting(() => application.work({ journeys: true, watch: true }));
  await retryWhileStarting(application.watchAll);
}
