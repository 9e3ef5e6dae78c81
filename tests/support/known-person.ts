import type { Database } from '../../db/client.ts';
import { stateToJson } from '../../db/journey-state.ts';
import { firstState } from '../../domain/journey.ts';
import { defaultPolicy } from '../../domain/policy.ts';

const day = 24 * 60 * 60 * 1000;
const ago = (days: number): Date => new Date(Date.now() - days * day);

/** Somebody with a conversation behind and one ahead, takeaways, introductions, notes and mails. */
export async function addKnownPerson(
  db: Database,
  { userId, mailboxId }: { readonly userId: string; readonly mailboxId: string },
): Promise<string> {
  const person = (name: string, email: string, more: object = {}) =>
    db.contact.create({
      data: {
        userId,
        mailboxId,
        name,
        email,
        policy: { ...defaultPolicy },
        journey: stateToJson(firstState(defaultPolicy)),
        ...more,
      },
    });
  const ana = await person('Ana Souza', 'ana@ferrovia.example', {
    company: 'Ferrovia Labs',
    role: 'Data lead',
    path: 'research to product',
    foundThrough: 'LinkedIn',
    admire: 'how you moved from research into product',
    topics: ['an ordinary week', 'your first year', 'what to learn first'],
    labels: ['alumni', 'data'],
    timeZone: 'America/Sao_Paulo',
    notes: 'Prefers mornings.\nMet her at the fair in March.',
    stage: 'meeting',
    nextWhy: 'the conversation',
    earlierMails: 3,
    earlierLatest: ago(400),
  });
  const bo = await person('Bo Lund', 'bo@lund.example', { stage: 'waiting' });
  const cy = await person('Cyril Marchand', 'cyril@marchand.example', { stage: 'closed' });
  const mail = <More extends object>(subject: string, at: Date, more: More) => {
    const id = `<${at.getTime()}@example.com>`;
    const base = { mailboxId, contactId: ana.id, messageId: id, dedupeKey: id };
    return { ...base, kind: 'human_reply', at, subject, ...more };
  };
  const text = 'Dear Mira,\n\ngladly. Thursday at ten suits me.\n\nAna';
  const asked = 'Dear Ana,\n\nwould you have 20 minutes in the next weeks?\n\nMira';
  await db.message.createMany({
    data: [
      mail('Quick question', ago(20), {
        direction: 'out',
        state: 'sent',
        byHand: true,
        fromAddress: 'mira@example.org',
        toAddress: ana.email,
        text: asked,
        visibleText: asked,
      }),
      mail('Re: Quick question', ago(18), {
        direction: 'in',
        state: 'handled',
        judgement: 'accepts_time',
        fromAddress: ana.email,
        toAddress: 'mira@example.org',
        text: `${text}\n\n> ${asked.replaceAll('\n', '\n> ')}`,
        visibleText: text,
        reasons: ['it is in our thread', 'a person wrote it'],
      }),
    ],
  });
  const talk = (at: Date, state: string) =>
    db.meeting.create({
      data: {
        userId,
        contactId: ana.id,
        uid: `${at.getTime()}@example.org`,
        at,
        minutes: 20,
        format: 'video',
        where: 'https://meet.example.org/a-room-with-quite-a-long-name',
        state,
        organizer: 'us',
        organizerAddress: 'mira@example.org',
        attendeeAddress: ana.email,
      },
    });
  const past = await talk(ago(10), 'took_place');
  await talk(ago(-3), 'confirmed');
  const learnt = { userId, contactId: ana.id, meetingId: past.id };
  await db.takeaway.createMany({
    data: [
      { ...learnt, kind: 'takeaway', text: 'Grids fail slowly, then at once.' },
      { ...learnt, kind: 'quote', text: 'Nobody reads the report, everybody reads the picture.' },
      { ...learnt, kind: 'advice', text: 'Ask for a project of your own in the first month.' },
      { ...learnt, kind: 'skill', text: 'Reading load curves' },
    ],
  });
  await db.referral.createMany({
    data: [
      { userId, introducerId: ana.id, name: 'Bo Lund', state: 'accepted', contactId: bo.id },
      { userId, introducerId: ana.id, name: 'Dr. Erika Lang', why: 'knows storage' },
      { userId, introducerId: cy.id, name: 'Ana Souza', state: 'accepted', contactId: ana.id },
    ],
  });
  await db.timelineEvent.createMany({
    data: ['Added.', 'The first mail was drafted.', 'Approved.', 'Sent.', 'Ana answered.'].map(
      (event, at) => ({ contactId: ana.id, at: ago(20 - at / 4), text: event }),
    ),
  });
  return ana.id;
}
