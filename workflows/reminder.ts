import { sleep } from '@temporalio/workflow';
import { sendReminder } from './activities.ts';

/** A mail to oneself on its way: tried until it left, or nobody needs it any more. */
export async function reminder({ reminderId }: { readonly reminderId: string }): Promise<void> {
  for (;;) {
    const retryAt = await sendReminder({ reminderId });
    if (retryAt === undefined) return;
    await sleep(Math.max(1, retryAt - Date.now()));
  }
}
