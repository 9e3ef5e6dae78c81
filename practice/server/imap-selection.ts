import { No } from './imap-command.ts';
import type { ImapSession, Selected } from './imap-session.ts';
import { sequenceSet, textOf, type Token } from './imap-syntax.ts';
import type { StoredMail } from './store.ts';

export function opened(session: ImapSession): Selected {
  if (!session.selected) throw new No('open a folder first');
  return session.selected;
}

/** The mails a sequence set names, with the numbers this session knows them by. */
export function picked(
  session: ImapSession,
  set: Token | undefined,
  uid: boolean,
): readonly { readonly mail: StoredMail; readonly sequence: number }[] {
  const { view } = opened(session);
  const largest = uid ? (view.at(-1)?.uid ?? 0) : view.length;
  const among = sequenceSet(textOf(set), largest);
  return view
    .map((mail, index) => ({ mail, sequence: index + 1 }))
    .filter(({ mail, sequence }) => among(uid ? mail.uid : sequence));
}
