import { firstState, type Chapter, type JourneyPolicy, type JourneyState } from '../journey.ts';

/** As journeys of 0.1 stored it. */
type StateOfVersion1 = {
  readonly version?: undefined;
  readonly policy: JourneyPolicy;
  readonly chapter: 'outreach' | 'silence' | 'conversation' | 'closed';
  readonly nudges: number;
  readonly quietSince?: number | undefined;
  readonly awayUntil?: number | undefined;
  readonly draft?: { readonly draftId: string } | undefined;
  readonly paused: boolean;
  readonly snoozedUntil?: number | undefined;
  readonly unread?: readonly { readonly messageId: string; readonly at: number }[];
  readonly seen: readonly string[];
};

/** A state as any earlier version stored it, as this version reads it. */
export function migrateState(stored: JourneyState | StateOfVersion1): JourneyState {
  if (stored.version === 2) return { ...firstState(stored.policy), ...stored };
  const { draft, nudges, quietSince, awayUntil, paused, snoozedUntil } = stored;
  const purpose = stored.chapter === 'outreach' ? 'outreach' : 'nudge';
  const unread = (stored.unread ?? []).map(({ messageId, at }) => ({ messageId, at }));
  return {
    ...firstState(stored.policy),
    chapter: chapterOf(stored, unread.length > 0),
    answered: stored.chapter === 'conversation' && unread.length === 0,
    open: draft && { draftId: draft.draftId, purpose },
    nudges,
    quietSince,
    awayUntil,
    paused,
    snoozedUntil,
    unread,
    heard: stored.seen,
  };
}

/** A conversation whose mail nobody has judged interrupted a chapter, and only the clock tells which. */
function chapterOf({ chapter, quietSince }: StateOfVersion1, unread: boolean): Chapter {
  if (chapter !== 'conversation') return chapter;
  if (!unread) return 'agreeing';
  return quietSince === undefined ? 'outreach' : 'silence';
}
