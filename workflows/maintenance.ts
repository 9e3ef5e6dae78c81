import { pruneOld, sweepStalled } from './activities.ts';

/** One round of the sweep, begun by a Schedule. */
export async function sweep(): Promise<void> {
  await sweepStalled();
}

/** One round of deleting what nobody needs any more, begun by a Schedule. */
export async function cleanUp(): Promise<void> {
  await pruneOld();
}
