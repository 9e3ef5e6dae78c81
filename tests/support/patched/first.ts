import { sleep } from '@temporalio/workflow';

/** The story as it was first told. */
export async function errand(): Promise<string> {
  await sleep('7 days');
  return 'done';
}
