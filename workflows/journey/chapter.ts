import type { Chapter, Outcome } from '../../domain/journey.ts';
import type { JourneyInbox } from './inbox.ts';

/** A chapter is told from top to bottom and ends in one of these; the state says where it goes on after an interruption. */
export type ChapterResult = { readonly next: Chapter } | { readonly end: Outcome } | 'over';

export type ChapterStory = (inbox: JourneyInbox) => Promise<ChapterResult>;
