export type Stoppable = { readonly name: string; readonly stop: () => Promise<void> };

/** Resolves when the process is asked to end; see {@link onShutdownSignal}. */
export type Shutdown = Promise<void>;

/**
 * From now on Ctrl-C, SIGTERM, a closed terminal or `ask` ask the process to end in order. A second Ctrl-C ends it at
 * once: nothing is lost by that, only left to be adopted at the next start.
 */
export function onShutdownSignal(ask?: Promise<void>): Shutdown {
  return new Promise((resolve) => {
    let asked = false;
    const hear = (signal: NodeJS.Signals) => {
      if (asked && signal === 'SIGINT') process.exit(130);
      asked = true;
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, hear);
    void ask?.then(resolve);
  });
}

/**
 * Resolves after `end` and after everything in `inOrder` has been stopped, one after the other. What fails to stop is
 * said and does not keep the rest from stopping.
 */
export async function runUntilShutdown(
  inOrder: readonly Stoppable[],
  options: { readonly say: (line: string) => void; readonly end?: Shutdown },
): Promise<void> {
  await (options.end ?? onShutdownSignal());
  options.say('Stopping');
  for (const { name, stop } of inOrder) {
    try {
      await stop();
    } catch (error) {
      options.say(`${name} did not stop in order: ${(error as Error).message}`);
    }
  }
}
