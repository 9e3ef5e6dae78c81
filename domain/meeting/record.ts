import { parseLine } from '../contact.ts';
import { InvalidInput } from '../errors.ts';
import { parsePerson, type Person } from '../person.ts';
import type { TakeawayKind } from './takeaway.ts';

/** What a user says of a conversation. */
export type MeetingRecord = {
  readonly at: Date | undefined;
  readonly noShow: boolean;
  readonly learnt: readonly { readonly kind: TakeawayKind; readonly text: string }[];
  readonly people: readonly Person[];
  /** What the user could do for them: a sentence. */
  readonly offer: string | undefined;
  readonly notes: string | undefined;
};

export type TypedRecord = {
  /** RFC 3339. */
  readonly at?: string | undefined;
  readonly held?: boolean | undefined;
  readonly noShow?: boolean | undefined;
  /** Lines as typed, by kind; people as NAME <ADDRESS>: WHY. */
  readonly lines: Readonly<Partial<Record<TakeawayKind, readonly string[] | undefined>>>;
  readonly offer?: string | undefined;
  readonly notes?: string | undefined;
};

/** Throws InvalidInput for what cannot be, such as a conversation that is still to come. */
export function parseRecord(typed: TypedRecord, now: Date): MeetingRecord {
  if (typed.held && typed.noShow)
    throw new InvalidInput('Say that it was held or that they did not come, not both.');
  const at = typed.at === undefined ? undefined : new Date(typed.at);
  if (at !== undefined && at > now)
    throw new InvalidInput('That time is still to come. Say how it went when it is over.', 'at');
  const learnt = Object.entries(typed.lines).flatMap(([kind, texts]) =>
    (texts ?? [])
      .map((text) => parseLine(kind, text, 2_000))
      .filter((text) => text !== '')
      // The keys are those of TypedRecord.lines.
      .map((text) => ({ kind: kind as TakeawayKind, text })),
  );
  if (typed.noShow && learnt.length > 0)
    throw new InvalidInput('They did not come, so there is nothing that was said to note.');
  return {
    at,
    noShow: typed.noShow ?? false,
    learnt,
    people: learnt.filter(({ kind }) => kind === 'person').map(({ text }) => parsePerson(text)),
    offer: typed.offer === undefined ? undefined : parseLine('offer', typed.offer) || undefined,
    notes: typed.notes?.trim().slice(0, 20_000) || undefined,
  };
}
