import { isAlive } from './process.ts';

type Running = { readonly pid: number };

export type KeepAlive = {
  readonly name: string;
  readonly running: Running;
  readonly start: () => Promise<Running>;
  readonly stop: () => Promise<void>;
  readonly say: (line: string) => void;
};

export type Kept = {
  /** Whether the server has ended by itself since it was given into this care. */
  readonly hasDied: () => boolean;
  /** Stops watching, waits for a restart under way, then stops the server. */
  readonly stop: () => Promise<void>;
};

const lookEveryMs = 250;
const longestPauseMs = 30_000;
const steadyAfterMs = 60_000;

/**
 * Starts a server again when its process is gone: at once the first time, then after growing pauses until it has run
 * for a minute. Looking at the process works for adopted servers too, which are not our children.
 */
export function keepAlive({ name, running, start, stop, say }: KeepAlive): Kept {
  let pid = running.pid;
  let died = false;
  let stopping = false;
  let failures = 0;
  let startedAt = performance.now();
  let restart: Promise<void> | undefined;
  const timer = setInterval(look, lookEveryMs);
  timer.unref();

  function look(): void {
    if (restart !== undefined || stopping || isAlive(pid)) return;
    died = true;
    say(`${name} ended unexpectedly; starting it again`);
    restart = restartUntilItRuns().finally(() => (restart = undefined));
  }

  async function restartUntilItRuns(): Promise<void> {
    if (performance.now() - startedAt > steadyAfterMs) failures = 0;
    while (!stopping) {
      await pause();
      failures += 1;
      if (stopping) return;
      try {
        ({ pid } = await start());
        startedAt = performance.now();
        say(`${name} runs again`);
        return;
      } catch (error) {
        say(`${name} could not be started again: ${(error as Error).message}`);
      }
    }
  }

  async function pause(): Promise<void> {
    const length = failures === 0 ? 0 : Math.min(longestPauseMs, 500 * 2 ** failures);
    const end = performance.now() + length;
    while (!stopping && performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  return {
    hasDied: () => died || !isAlive(pid),
    stop: async () => {
      stopping = true;
      clearInterval(timer);
      await restart;
      await stop();
    },
  };
}
