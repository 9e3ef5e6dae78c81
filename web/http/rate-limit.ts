/** Counts attempts to sign in, in memory: at most `limit` within `windowMs` for one key. */
export type Attempts = {
  /**
   * Counts an attempt, before it is looked at, so that many at once are limited as well. False when it is one too many.
   */
  readonly begin: (key: string, now: Date) => boolean;
  /** The attempt of that moment was right: it does not count. */
  readonly forgive: (key: string, at: Date) => void;
};

/** Bounded: somebody with many addresses must not fill the memory. */
const maxKeys = 10_000;

export function countAttempts(limit: number, windowMs: number): Attempts {
  const attempts = new Map<string, readonly number[]>();
  const recent = (key: string, now: Date): readonly number[] =>
    (attempts.get(key) ?? []).filter((at) => at > now.getTime() - windowMs);
  return {
    begin(key, now) {
      const before = recent(key, now);
      if (before.length >= limit) return false;
      if (attempts.size > maxKeys) attempts.clear();
      attempts.set(key, [...before, now.getTime()]);
      return true;
    },
    forgive(key, at) {
      const all = [...(attempts.get(key) ?? [])];
      const index = all.lastIndexOf(at.getTime());
      if (index >= 0) attempts.set(key, all.toSpliced(index, 1));
    },
  };
}
