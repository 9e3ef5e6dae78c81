export type Stopping = { readonly name: string; readonly stop: () => Promise<void> };

/**
 * Resolves after the process was asked to end (Ctrl-C, SIGTERM, a closed terminal, or `ask`) and everything in
 * `inOrder` has been stopped, one after the other. What fails to stop is said and does not keep the rest from stopping.
 * A second Ctrl-C ends the process at once; nothing is lost by that, only left to be adopted.
 */
export async function liveUntilStopped(
  inOrder: readonly Stopping[],
  options: { readonly say: (line: string) => void; readonly ask?: Promise<void> },
): Promise<void> {
  await asked(options.ask);
  const impatient = () => process.exit(130);
  process.on('SIGINT', impatient);
  options.say('Stopping');
  for (const { name, stop } of inOrder) {
    try {
      await stop();
    } catch (error) {
      options.say(`${name} did not stop in order: ${(error as Error).message}`);
    }
  }
  process.off('SIGINT', impatient);
}

function asked(otherwise: Promise<void> | undefined): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => resolve());
    void otherwise?.then(resolve);
  });
}
