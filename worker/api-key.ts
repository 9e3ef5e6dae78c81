import type { TemporalTarget } from '../embedded/servers.ts';

/** Milliseconds. */
const readEvery = 30_000;

/**
 * The API key that holds now, for a client that asks before every call: read again twice a minute, so that a key may be
 * renewed without a restart. Undefined where there is none.
 */
export function currentApiKey(
  { apiKey, readApiKey }: Pick<TemporalTarget, 'apiKey' | 'readApiKey'>,
  now: () => number = Date.now,
): (() => string) | undefined {
  if (apiKey === undefined) return undefined;
  let known = apiKey;
  let readAt = now();
  return () => {
    if (readApiKey !== undefined && now() - readAt >= readEvery) {
      readAt = now();
      known = keyOrNothing(readApiKey) ?? known;
    }
    return known;
  };
}

/** Hands every renewed key to a connection that keeps the one it began with. */
export function followApiKey(
  temporal: Pick<TemporalTarget, 'apiKey' | 'readApiKey'>,
  connection: { readonly setApiKey: (key: string) => Promise<void> },
): { readonly stop: () => void } {
  const current = currentApiKey(temporal);
  if (current === undefined) return { stop: () => undefined };
  let known = current();
  const timer = setInterval(() => {
    const key = current();
    if (key === known) return;
    known = key;
    void connection.setApiKey(key);
  }, readEvery);
  return { stop: () => clearInterval(timer) };
}

/** A file that is just being written, or was taken away, leaves the key as it was. */
function keyOrNothing(read: () => string | undefined): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
