import { Context } from '@temporalio/activity';

/** Throws when this worker is to stop, or Temporal has given the attempt up: another one takes it over at once. */
export function throwIfStopping(): void {
  Context.current().cancellationSignal.throwIfAborted();
}

/**
 * Waits for `work` until this worker is to stop; then only for what `mustEnd` says nobody else can take over. Work that
 * is left goes on for as long as the process lives, so it has to ask `throwIfStopping` before it does more.
 */
export async function leaveToOthers<T>(work: Promise<T>, mustEnd: () => boolean): Promise<T> {
  const { cancellationSignal: signal } = Context.current();
  let stop = (): void => undefined;
  const stopping = new Promise<never>((_, reject) => {
    stop = () => {
      if (!mustEnd()) reject(signal.reason as Error);
    };
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([work, stopping]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
