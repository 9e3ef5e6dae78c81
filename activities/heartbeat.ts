import { Context } from '@temporalio/activity';

/** Tells Temporal every three seconds that this worker still lives, for as long as `work` takes. */
export async function heartbeatWhile<T>(work: () => Promise<T>): Promise<T> {
  const context = Context.current();
  const timer = setInterval(() => context.heartbeat(), 3_000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
