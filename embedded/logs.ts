import { statSync, truncateSync } from 'node:fs';

const longestBytes = 10_000_000;
const everyMs = 3_600_000;

/** Empties a log that has grown beyond 10 MB. Its writer must append, as the embedded servers do. */
export function truncateLog(file: string): void {
  const bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (bytes > longestBytes) truncateSync(file);
}

/** Looks after the logs of servers that run for months; returns how to end that. */
export function truncateLogs(files: readonly string[]): () => void {
  const timer = setInterval(() => files.forEach(truncateLog), everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
