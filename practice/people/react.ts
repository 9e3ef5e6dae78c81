import { parseMail } from '../../mail/mime/parse.ts';
import type { StoredMail } from '../server/store.ts';
import { calendarOf } from './calendar.ts';
import type { AnswerKind } from './answers.ts';
import type { Behaviour, PracticePerson } from './people.ts';

/** `days` is how long they take for it. */
export type Answer = { readonly kind: AnswerKind; readonly days: number };

/** What somebody answers to a mail that lies in their inbox behind `earlier` ones. */
export async function answersTo(
  { behaviour }: PracticePerson,
  received: StoredMail,
  earlier: readonly StoredMail[],
): Promise<readonly Answer[]> {
  const content = await contentOf(received);
  if (content === 'notice') return [];
  if (content === 'letter') return toLetter(behaviour, earlier.length + 1);
  if (content === 'offer') return toOffer(behaviour);
  const before = await Promise.all(earlier.map(contentOf));
  return toInvitation(behaviour, before.filter((each) => each === 'invitation').length + 1);
}

/** `nth` counts the mails they have received from 1. */
function toLetter(behaviour: Behaviour, nth: number): readonly Answer[] {
  switch (behaviour) {
    case 'bounces':
      return [{ kind: 'bounce', days: 0.1 }];
    case 'is_refused':
    case 'stays_silent':
      return [];
    case 'answers_after_nudge':
      return nth === 2 ? [{ kind: 'interest', days: 1 }] : [];
    case 'answers':
    case 'declines':
    case 'is_away':
    case 'opts_out':
    case 'other_address':
    case 'is_introduced':
    case 'invites':
    case 'counters':
    case 'cancels':
    case 'sends_link':
    case 'falls_silent':
      return nth === 1 ? firstAnswers[behaviour] : [];
  }
}

const interested: readonly Answer[] = [{ kind: 'interest', days: 2 }];

const firstAnswers = {
  answers: interested,
  is_introduced: interested,
  counters: interested,
  cancels: interested,
  falls_silent: interested,
  declines: [{ kind: 'decline', days: 3 }],
  opts_out: [{ kind: 'opt_out', days: 1 }],
  is_away: [
    { kind: 'away', days: 0.1 },
    { kind: 'interest', days: 9 },
  ],
  other_address: [{ kind: 'interest_elsewhere', days: 4 }],
  invites: [{ kind: 'invitation', days: 2 }],
  sends_link: [{ kind: 'booking_link', days: 2 }],
} as const satisfies Partial<Record<Behaviour, readonly Answer[]>>;

function toOffer(behaviour: Behaviour): readonly Answer[] {
  if (behaviour === 'falls_silent') return [];
  if (behaviour === 'answers_after_nudge') return [{ kind: 'own_time', days: 1 }];
  const kind = behaviour === 'other_address' ? 'second_slot_elsewhere' : 'second_slot';
  return [{ kind, days: 1 }];
}

/** `nth` counts the invitations they have received from 1. */
function toInvitation(behaviour: Behaviour, nth: number): readonly Answer[] {
  if (behaviour === 'counters' && nth === 1) return [{ kind: 'counter_proposal', days: 1 }];
  const accepted: Answer = { kind: 'acceptance', days: 0.2 };
  if (behaviour === 'cancels' && nth === 1) return [accepted, { kind: 'cancellation', days: 2 }];
  // At the other address nothing can be clicked, and their own invitation needs no answer of theirs.
  return behaviour === 'other_address' || behaviour === 'invites' ? [] : [accepted];
}

type Content = 'invitation' | 'notice' | 'offer' | 'letter';

/** An offer names two times or more, each on a line of its own; a notice is of a calendar, and wants no answer. */
async function contentOf({ raw }: StoredMail): Promise<Content> {
  const mail = await parseMail(raw);
  const calendar = calendarOf(mail);
  if (calendar !== undefined) return /^METHOD:REQUEST$/m.test(calendar) ? 'invitation' : 'notice';
  const times = mail.text.split('\n').filter((line) => /\b\d{1,2}[:.]\d\d\b/.test(line));
  return times.length >= 2 ? 'offer' : 'letter';
}
