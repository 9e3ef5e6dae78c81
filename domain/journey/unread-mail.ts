import type { JourneyState, UnreadMail } from '../journey.ts';

export function withUnread(state: JourneyState, { messageId, at }: UnreadMail): JourneyState {
  const known =
    state.unread.some((mail) => mail.messageId === messageId) ||
    state.judged.some((mail) => mail.messageId === messageId);
  return known ? state : { ...state, unread: [...state.unread, { messageId, at }] };
}

export function withoutUnread(state: JourneyState, messageId: string): JourneyState {
  return { ...state, unread: state.unread.filter((mail) => mail.messageId !== messageId) };
}
