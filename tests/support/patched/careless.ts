import { sleep } from '@temporalio/workflow';

/** The same change without a patch, which those who began before cannot follow. */
export async function errand(): Promise<string> {
  await sleep('1 day');
  await sleep('7 days');
  return 'done and rested';
}
