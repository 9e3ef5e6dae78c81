import { ApplicationFailure } from '@temporalio/common';

/** The person was removed: their journey has nothing left to do. */
export function contactGone(contactId: string): ApplicationFailure {
  return ApplicationFailure.nonRetryable(`Contact ${contactId} was removed.`, 'ContactGone');
}
