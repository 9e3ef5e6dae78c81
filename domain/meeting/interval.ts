/** A time that is taken, and a few words for what takes it: "Seminar in your calendar “Work”". */
export type BusyInterval = { readonly start: Date; readonly end: Date; readonly what: string };

/** The first of what takes some of the time from `at` on; undefined when it is free. */
export function clashWith(
  time: { readonly at: Date; readonly minutes: number },
  busy: readonly BusyInterval[],
): BusyInterval | undefined {
  const end = endOf(time);
  return busy
    .filter((each) => each.start < end && each.end > time.at)
    .toSorted((one, other) => one.start.getTime() - other.start.getTime())[0];
}

export function endOf({ at, minutes }: { readonly at: Date; readonly minutes: number }): Date {
  return new Date(at.getTime() + minutes * 60_000);
}
