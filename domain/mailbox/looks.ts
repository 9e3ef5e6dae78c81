/** Milliseconds without a look at a mailbox after which something is wrong: a watcher looks four times a minute. */
export const longestWithoutLook = 2 * 60_000;

export function isOverdue(lastLook: Date, now: Date): boolean {
  return now.getTime() - lastLook.getTime() > longestWithoutLook;
}
