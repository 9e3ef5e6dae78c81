import { isCertain, unreachableFor, type SignInRefusal } from './sign-in.ts';

/** How a mailbox is, as far as an alert is concerned. */
export type MailboxHealth = {
  readonly address: string;
  readonly failingSince: Date | null;
  readonly refusal: SignInRefusal | null;
  readonly refusals: number;
  /** What the last failure said, and what to do. */
  readonly detail: string | null;
  readonly sendingStoppedAt: Date | null;
  readonly sendingStoppedWhy: string | null;
};

export type Trouble = { readonly what: 'reading' | 'sending'; readonly since: Date };

/** Sending is reported this late, in milliseconds: a refused sign-in may be a short disturbance. */
const sendingPatience = 30 * 60_000;

/** What a person must hear of now; undefined while it may be a passing disturbance. */
export function troubleOf(health: MailboxHealth, now: Date): Trouble | undefined {
  const { failingSince, refusal, refusals, sendingStoppedAt } = health;
  const certain =
    refusal === null
      ? failingSince !== null && now.getTime() - failingSince.getTime() >= unreachableFor
      : isCertain(refusal, refusals);
  if (failingSince && certain) return { what: 'reading', since: failingSince };
  if (sendingStoppedAt && now.getTime() - sendingStoppedAt.getTime() >= sendingPatience)
    return { what: 'sending', since: sendingStoppedAt };
  return undefined;
}

export type Waiting = {
  /** Contacts whose answer would not be seen. */
  readonly contacts: number;
  /** Approved mails that are not sent meanwhile. */
  readonly mails: number;
};

/** A mail to the user; nothing in it is about a contact. */
export function troubleMail(
  health: MailboxHealth,
  trouble: Trouble,
  waiting: Waiting,
): { readonly subject: string; readonly text: string } {
  const { address } = health;
  const reading = trouble.what === 'reading';
  const subject = reading
    ? `Rapport can no longer read ${address}`
    : `Rapport can no longer send from ${address}`;
  const why = (reading ? health.detail : health.sendingStoppedWhy) ?? '';
  const paragraphs = [
    `${subject}, since ${trouble.since.toISOString().slice(0, 16).replace('T', ' ')} UTC.`,
    why,
    consequence(reading, waiting),
    'Open Rapport, Settings, Mailboxes: the mailbox offers a new password or a new sign-in. Everything that was stored is kept.',
  ];
  return { subject, text: paragraphs.filter((text) => text !== '').join('\n\n') };
}

/** The other half of a trouble mail, once. */
export function recoveryMail(address: string): { readonly subject: string; readonly text: string } {
  const subject = `Rapport works with ${address} again`;
  return { subject, text: `${subject}. What waited is sent, and new replies are seen.` };
}

function consequence(reading: boolean, { contacts, mails }: Waiting): string {
  const held = `${mails === 1 ? 'One approved mail is' : `${mails} approved mails are`} held`;
  if (!reading) return mails === 0 ? '' : `${held}.`;
  const people = `${contacts === 1 ? 'One person' : `${contacts} people`} may have answered unseen`;
  if (contacts === 0) return mails === 0 ? '' : `${held}.`;
  return mails === 0 ? `${people}.` : `${people}, and ${held.toLowerCase()}.`;
}
