import { continueAsNew } from '@temporalio/workflow';
import { watchMailbox } from './activities.ts';

/** Keeps exactly one watcher of a mailbox alive, for as long as the mailbox is connected. */
export async function mailboxWatch({ mailboxId }: { readonly mailboxId: string }): Promise<void> {
  const ending = await watchMailbox({ mailboxId });
  if (ending === 'removed') return;
  await continueAsNew<typeof mailboxWatch>({ mailboxId });
}
