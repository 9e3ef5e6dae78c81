export type Bell = {
  readonly ring: () => void;
  /** True when it rings, or has rung since the last wait; false after `ms`, or when `signal` aborts. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<boolean>;
};

/** Wakes one who waits; a ring while nobody waits is not lost. */
export function createBell(): Bell {
  let rung = false;
  let wake: (() => void) | undefined;
  return {
    ring() {
      rung = true;
      wake?.();
    },
    async wait(ms, signal) {
      if (!rung && !signal.aborted)
        await new Promise<void>((resolve) => {
          const end = (): void => {
            clearTimeout(timer);
            signal.removeEventListener('abort', end);
            resolve();
          };
          const timer = setTimeout(end, ms);
          wake = end;
          signal.addEventListener('abort', end, { once: true });
        });
      const rang = rung;
      rung = false;
      wake = undefined;
      return rang;
    },
  };
}
