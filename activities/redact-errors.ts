import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import type { Log } from './dependencies.ts';

type Activity = (...args: never[]) => Promise<unknown>;

/**
 * The same activities, whose unexpected errors reach Temporal by name and place alone: a message may hold
 * an address or a server's answer, and histories are kept. They are tried again as any error is.
 */
export function redactErrors<T extends Readonly<Record<string, Activity>>>(
  activities: T,
  log: Log,
): T {
  const wrapped = Object.entries(activities).map(([name, activity]) => [
    name,
    async (...args: never[]) => {
      try {
        return await activity(...args);
      } catch (error) {
        if (error instanceof ApplicationFailure || error instanceof CancelledFailure) throw error;
        if ((error as Error).name === 'AbortError') throw error;
        log('activity.failed', { activity: name, reason: (error as Error).name });
        throw nameless(name, error as Error);
      }
    },
  ]);
  // Each entry is wrapped by a function of the same arguments and result.
  return Object.fromEntries(wrapped) as T;
}

function nameless(activity: string, error: Error): ApplicationFailure {
  const failure = ApplicationFailure.retryable(`${activity} failed: ${error.name}`, error.name);
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  failure.stack = [`ApplicationFailure: ${failure.message}`, ...places].join('\n');
  return failure;
}
