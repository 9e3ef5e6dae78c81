import { z } from 'zod';
import { compose, type ComposeInput } from '../../domain/compose/compose.ts';
import type { Finding } from '../../domain/compose/finding.ts';
import type { OtherLetter } from '../../domain/compose/overlap.ts';
import type { ContactFacts } from '../../domain/contact.ts';
import { InvalidInput } from '../../domain/errors.ts';
import type { Profile } from '../../domain/profile.ts';
import type { Purpose } from '../../domain/purpose.ts';
import type { LeftOut } from '../../domain/compose/sentence.ts';

export type ComposedLine = {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  readonly state: 'awaiting_approval' | 'held';
  readonly findings: readonly Finding[];
  readonly leftOut: readonly LeftOut[];
  readonly words: number;
  readonly fixedWords: number;
};

/** Drafts for every contact of a file, in its order; each knows the sender's letters before it. Throws InvalidInput. */
export function* composeFile(
  text: string,
  options: { readonly purpose: Purpose; readonly now: Date },
): Generator<ComposedLine> {
  const { senders, contacts } = parse(text);
  const written = new Map<string, OtherLetter[]>();
  for (const [index, entry] of contacts.entries()) {
    const sender = typeof entry.sender === 'string' ? senders[entry.sender] : entry.sender;
    if (sender === undefined)
      throw new InvalidInput(
        `Contact ${entry.id ?? index + 1} names the sender "${typeof entry.sender === 'string' ? entry.sender.slice(0, 60) : ''}", who is not among the senders of the file.`,
      );
    const profile = profileFrom(sender);
    const contact = contactFrom(entry.contact);
    const others = written.get(sender.name) ?? [];
    const composed = compose({
      profile,
      contact,
      previous:
        options.purpose === 'outreach' || options.purpose === 'landed_role'
          ? undefined
          : { subject: previousSubject(profile, contact) },
      others: options.purpose === 'outreach' ? others : [],
      ...occasionFor(entry, options),
    } as ComposeInput);
    const { subject, text: letter, findings, leftOut, words, fixedWords } = composed;
    written.set(sender.name, [
      ...others,
      { name: contact.name, company: contact.company, text: letter },
    ]);
    yield {
      id: entry.id ?? String(index + 1),
      subject,
      text: letter,
      state: findings.some(({ severity }) => severity === 'error') ? 'held' : 'awaiting_approval',
      findings,
      leftOut,
      words,
      fixedWords,
    };
  }
}

/** The subject that the first mail to this contact has, so that the later ones answer it. */
function previousSubject(profile: Profile, contact: ContactFacts): string {
  return compose({ purpose: 'outreach', profile, contact, previous: undefined }).subject;
}

const note = z.string().nullish();
const senderShape = z.object({
  name: z.string(),
  affiliation: note,
  link: note,
  timeZone: note,
  language: note,
  about: z.union([z.string(), z.record(z.string(), z.string())]).nullish(),
});
const address = z.object({ addressAs: note, formality: note });
const contactShape = z.object({
  name: z.string(),
  email: z.string(),
  company: note,
  role: note,
  path: note,
  foundThrough: note,
  sharedAffiliation: note,
  referredBy: note,
  admire: note,
  wrote: note,
  topics: z.union([z.array(z.string()), z.string()]).nullish(),
  language: note,
  timeZone: note,
  addressAs: note,
  formality: note,
  proposed: address.partial().nullish(),
});
const slot = z.object({
  at: z.iso.datetime({ offset: true }),
  minutes: z.number().int().positive(),
});
const entryShape = z.object({
  id: z.string().optional(),
  sender: z.union([z.string(), senderShape]),
  contact: contactShape,
  slots: z.array(slot).optional(),
  meeting: slot
    .extend({
      format: z.enum(['call', 'video', 'phone', 'coffee']).optional(),
      where: z.string().optional(),
    })
    .optional(),
  why: z.string().optional(),
  takeaways: z.array(z.string()).optional(),
  people: z.array(z.string()).optional(),
  reason: z.string().optional(),
  introduced: z.string().optional(),
  newRole: z.string().optional(),
  newCompany: z.string().optional(),
  helped: z.string().optional(),
});
type Entry = z.infer<typeof entryShape>;
const fileShape = z.object({
  senders: z.record(z.string(), senderShape).default({}),
  contacts: z.array(entryShape),
});

function parse(text: string): z.infer<typeof fileShape> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new InvalidInput(
      `The file is not JSON: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
  const parsed = fileShape.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new InvalidInput(
    `The file does not hold senders and contacts: at ${issue?.path.join('.') ?? 'its start'}, ${issue?.message ?? 'it differs'}.`,
  );
}

function profileFrom(sender: z.infer<typeof senderShape>): Profile {
  const { about } = sender;
  return {
    name: sender.name,
    affiliation: (sender.affiliation ?? '') === '' ? undefined : (sender.affiliation ?? undefined),
    about: typeof about === 'string' ? about : undefined,
    abouts: typeof about === 'object' && about !== null ? about : undefined,
    link: (sender.link ?? '') === '' ? undefined : (sender.link ?? undefined),
    timeZone: sender.timeZone ?? 'UTC',
    language: sender.language ?? 'en',
    goals: undefined,
    conversations: undefined,
    story: undefined,
  };
}

function contactFrom(contact: z.infer<typeof contactShape>): ContactFacts {
  const formality = contact.formality ?? contact.proposed?.formality;
  return {
    name: contact.name,
    email: contact.email,
    company: contact.company ?? undefined,
    role: contact.role ?? undefined,
    path: contact.path ?? undefined,
    foundThrough: contact.foundThrough ?? undefined,
    sharedAffiliation: contact.sharedAffiliation ?? undefined,
    referredBy: contact.referredBy ?? undefined,
    admire: contact.admire ?? undefined,
    wrote: contact.wrote ?? undefined,
    topics: typeof contact.topics === 'string' ? [contact.topics] : (contact.topics ?? []),
    language: contact.language ?? undefined,
    timeZone: contact.timeZone ?? undefined,
    addressAs: contact.addressAs ?? contact.proposed?.addressAs ?? undefined,
    formality:
      formality !== null &&
      formality !== undefined &&
      /^(?:informal|du|tu|tú)$/i.test(formality.trim())
        ? 'informal'
        : undefined,
  };
}

/** What the file says about the occasion; what it does not say is missing from the draft, with a finding. */
function occasionFor(
  entry: Entry,
  { purpose, now }: { readonly purpose: Purpose; readonly now: Date },
) {
  const slots = (entry.slots ?? []).map(({ at, minutes }) => ({ at: new Date(at), minutes }));
  const meeting = entry.meeting && {
    ...entry.meeting,
    at: new Date(entry.meeting.at),
    format: entry.meeting.format,
  };
  switch (purpose) {
    case 'outreach':
      return { purpose };
    case 'nudge':
    case 'proposal':
      return { purpose, slots };
    case 'confirmation':
    case 'cancellation':
      if (!meeting)
        throw new InvalidInput(
          `Contact ${entry.id ?? entry.contact.name} has no "meeting": {"at", "minutes"}, which a ${purpose} is about.`,
        );
      return { purpose, meeting, slots, why: entry.why };
    case 'thank_you':
      return {
        purpose,
        met: { at: meeting?.at ?? now, now },
        takeaways: entry.takeaways ?? [],
        people: entry.people,
      };
    case 'check_in':
      return {
        purpose,
        reason: entry.reason === undefined ? undefined : { kind: 'sentence', text: entry.reason },
      };
    case 'introducer_thanks':
      if (entry.introduced === undefined)
        throw new InvalidInput(
          `Contact ${entry.id ?? entry.contact.name} has no "introduced", the person they pointed to.`,
        );
      return { purpose, introduced: entry.introduced };
    case 'landed_role':
      return { purpose, role: entry.newRole, company: entry.newCompany, helped: entry.helped };
    case 'reply':
      return { purpose, because: 'declined' };
  }
}
