import type { Dependencies } from './dependencies.ts';
import { redactErrors } from './redact-errors.ts';
import { createDraftingActivities } from './drafting.ts';
import { createJourneyActivities } from './journeys.ts';
import { createMaintenanceActivities } from './maintenance.ts';
import { createMeetingActivities } from './meetings.ts';
import { createReminderActivities } from './sending/send-reminder.ts';
import { createSendingActivities } from './sending/send-mail.ts';
import { createThankYouActivities } from './thank-you.ts';
import { createWatchingActivities } from './watching/watch-mailbox.ts';

/** Everything that workflows have done outside of themselves. */
export function createActivities(dependencies: Dependencies) {
  const activities = {
    ...createDraftingActivities(dependencies),
    ...createJourneyActivities(dependencies),
    ...createMaintenanceActivities(dependencies),
    ...createMeetingActivities(dependencies),
    ...createThankYouActivities(dependencies),
    ...createReminderActivities(dependencies),
    ...createSendingActivities(dependencies),
    ...createWatchingActivities(dependencies),
  };
  return redactErrors(activities, dependencies.log);
}

export type Activities = ReturnType<typeof createActivities>;
