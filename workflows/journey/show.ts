import type { Chapter, JourneyStage } from '../../domain/journey.ts';
import { leaveOffIfInterrupted, type JourneyInbox } from './inbox.ts';
import { recordStage, type Standing } from './record-stage.ts';

/** Stores where the journey stands. Throws Interrupted when something came meanwhile. */
export async function show(inbox: JourneyInbox, standing: Standing): Promise<void> {
  await recordStage(inbox, standing);
  leaveOffIfInterrupted(inbox);
}

/** The stage of a chapter while nothing of it waits for the user. */
export function stageOf(chapter: Exclude<Chapter, 'closed'>): JourneyStage {
  switch (chapter) {
    case 'outreach':
      return 'drafting';
    case 'silence':
      return 'waiting';
    case 'agreeing':
      return 'in_conversation';
    case 'meeting':
    case 'keeping_in_touch':
      return chapter;
    case 'thanks':
      return 'thank_you';
  }
}
