export type Wakeup = {
  readonly notify: () => void;
  /** True when it is notified, or was since the last wait; false after `ms`, or when `signal` aborts. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<boolean>;
};

/** Wakes one who waits; a notification while nobody waits is not lost. */
export function createWakeup(): Wakeup {
  let notified = false;
  let wake: (() => void) | undefined;
  return {
    notify() {
      notified = true;
      wake?.();
    },
    async wait(ms, signal) {
      if (!notified && !signal.aborted)
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
      const was = notified;
      notified = false;
      wake = undefined;
      return was;
    },
  };
}
