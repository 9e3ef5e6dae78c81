/** A date at which they were to be asked again is over with a mail after it; one that is to come stays. */
export function stillToCome(date: number | undefined, at: number): number | undefined {
  return date !== undefined && date > at ? date : undefined;
}
