import { sleep } from '@temporalio/workflow';

/** A change without a patch, which those who began before cannot follow. */
export async function errand(): Promise<string> {
  await Promise.all([sleep('7 days'), sleep('3 days')]);
  return 'done and rested';
}
