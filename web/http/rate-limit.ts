/** Counts failed sign-ins in memory: at most `limit` within `windowMs` for one key. */
export type Attempts = {
  readonly allowed: (key: string, now: Date) => boolean;
  readonly failed: (key: string, now: Date) => void;
};

export function countAttempts(limit: number, windowMs: number): Attempts {
  const failures = new Map<string, readonly number[]>();
  const recent = (key: string, now: Date): readonly number[] =>
    (failures.get(key) ?? []).filter((at) => at > now.getTime() - windowMs);
  return {
    allowed: (key, now) => recent(key, now).length < limit,
    failed: (key, now) => {
      // Bounded: somebody with many addresses must not fill the memory.
      if (failures.size > 10_000) failures.clear();
      failures.set(key, [...recent(key, now), now.getTime()]);
    },
  };
}
