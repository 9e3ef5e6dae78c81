import type { DraftView } from '../../operations/views.ts';
import { isUuid } from '../../operations/uuid.ts';
import { isUnsent } from '../../domain/draft-state.ts';
import { Conflict } from '../../domain/errors.ts';
import { call, Problem } from './call.ts';
import type { Io } from './io.ts';
import { shortId } from './print.ts';

/**
 * The id of a draft that is named by its id, the end of it, or the address of its reader, who then has one draft that has
 * not left. Throws Conflict when several are meant; what names none is left to the server to refuse.
 */
export async function draftIdOf(io: Io, word: string): Promise<string> {
  if (isUuid(word)) return word;
  if (word.includes('@')) {
    const { contactId, name } = await call(io, 'showContact', { ref: word });
    const theirs = (draft: DraftView) => draft.contactId === contactId && isUnsent(draft);
    const drafts = await call(io, 'listDrafts', { all: 'true' });
    return onlyOne(
      drafts.filter(theirs).map(({ draftId }) => draftId),
      `drafts to ${name} have not left`,
      `No draft to ${name} waits.`,
    );
  }
  const drafts = await call(io, 'listDrafts', { all: 'true' });
  const ids = drafts.map(({ draftId }) => draftId);
  const found = endingIn(word, ids);
  return found.length === 0 ? word : onlyOne(found, `drafts have an id that ends in ${word}`);
}

/** The id of an item of Needs you, named by its id or the end of it. Throws Conflict. */
export async function itemIdOf(io: Io, word: string): Promise<string> {
  if (isUuid(word)) return word;
  const items = await call(io, 'listNeedsYou', {});
  const ids = items.flatMap(({ id, messageId }) => [
    id,
    ...(messageId === null ? [] : [messageId]),
  ]);
  const found = [...new Set(endingIn(word, ids))];
  return found.length === 0 ? word : onlyOne(found, `items have an id that ends in ${word}`);
}

/** A received mail: as {@link itemIdOf}, by its Message-ID, or by the address of who wrote it, whose only unread mail it is. */
export async function messageIdOf(io: Io, word: string): Promise<string> {
  if (!word.includes('@') || word.includes('<')) return itemIdOf(io, word);
  const contact = await call(io, 'showContact', { ref: word }).catch((error: unknown) => {
    // Then it is a Message-ID without its brackets.
    if (error instanceof Problem) return undefined;
    throw error;
  });
  if (!contact) return word;
  const { messages, name } = contact;
  const unread = messages.flatMap(({ id, state }) =>
    id !== null && state === 'needs_you' ? [id] : [],
  );
  return onlyOne(unread, `mails of ${name} wait`, `No mail of ${name} waits for you.`);
}

/** Fewer than four letters are a slip of the hand. */
function endingIn(word: string, ids: readonly string[]): readonly string[] {
  return word.length < 4 ? [] : ids.filter((id) => id.endsWith(word.toLowerCase()));
}

function onlyOne(ids: readonly string[], several: string, none = ''): string {
  const [only, second] = ids;
  if (only === undefined) throw new Conflict(none);
  if (second !== undefined)
    throw new Conflict(`${ids.length} ${several}: name one of ${ids.map(shortId).join(', ')}.`);
  return only;
}
