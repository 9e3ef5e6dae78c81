import { describe, expect, it } from 'vitest';
import type { ContactView, DraftView } from '../../../operations/views.ts';
import { practicePeople } from '../../../practice/people/people.ts';
import { audit, type Remains } from '../../../worker/rehearsal/audit.ts';

const person = practicePeople.find(({ behaviour }) => behaviour === 'stays_silent')!;
const you = 'you@practice.example';

function mail(id: string, second: number) {
  const raw = `Message-ID: <${id}>\r\nFrom: ${you}\r\nTo: ${person.email}\r\n\r\nHello.\r\n`;
  return { date: second * 1_000, raw: Buffer.from(raw) };
}

/** What is left of a journey in which the user approved the first mail; `more` lies in their reader's inbox too. */
function remains(given: {
  readonly stage: string;
  readonly untended?: ReadonlySet<string>;
  readonly more?: readonly { readonly id: string; readonly at: number; readonly draft?: string }[];
  readonly byHand?: readonly string[];
}): Remains {
  const mails = [{ id: 'first', at: 1, draft: 'outreach' }, ...(given.more ?? [])];
  const messages = mails.map(({ id, draft }) => ({
    direction: 'out',
    state: 'sent',
    messageId: `<${id}>`,
    draftId: draft ?? null,
  }));
  const drafts = mails.flatMap(({ draft }) =>
    draft === undefined
      ? []
      : [
          {
            draftId: draft,
            contactId: 'ana',
            purpose: draft,
            state: 'sent',
            createdAt: new Date(draft === 'nudge' ? 5_000 : 0).toISOString(),
          },
        ],
  );
  return {
    you,
    people: [person],
    contacts: [
      {
        contactId: 'ana',
        email: person.email,
        stage: given.stage,
        messages,
      } as unknown as ContactView,
    ],
    drafts: drafts as unknown as DraftView[],
    mails: (account, folder) =>
      account === person.email || folder === 'Sent' ? mails.map(({ id, at }) => mail(id, at)) : [],
    ...(given.byHand && { byHand: given.byHand }),
    untended: given.untended,
  };
}

describe('where the user never decides', () => {
  it('who waits in Needs you is well', () => {
    expect(audit(remains({ stage: 'waiting', untended: new Set(['ana']) }))).toEqual([]);
  });

  it('who waits for a decision that is asked of nobody is told of', () => {
    expect(audit(remains({ stage: 'waiting', untended: new Set() }))).toEqual([
      expect.stringContaining('waits at waiting, and nothing in Needs you says so'),
    ]);
  });

  it('a second mail is one too many', () => {
    const more = [{ id: 'nudge', at: 6, draft: 'nudge' }];
    expect(audit(remains({ stage: 'closed', untended: new Set(), more }))).toEqual([
      expect.stringContaining('received 2 mails instead of 1'),
    ]);
  });
});

describe('a nudge that was written before a mail by hand', () => {
  const by = (nudged: number) => ({
    stage: 'closed',
    more: [
      { id: 'hand', at: 7 },
      { id: 'nudge', at: nudged, draft: 'nudge' },
    ],
    byHand: [person.email],
  });
  const late = expect.stringContaining('after a mail by hand') as unknown;

  it('does not leave long after it', () => {
    expect(audit(remains(by(12)))).toContainEqual(late);
  });

  it('may have been on its way', () => {
    expect(audit(remains(by(8)))).not.toContainEqual(late);
  });
});
