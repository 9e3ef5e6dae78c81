import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { endClaimsOf } from '../../../db/ledger.ts';
import type { Contact, Draft } from '../../../db/generated/client.ts';
import { stateToJson } from '../../../db/journey-state.ts';
import { firstState } from '../../../domain/journey.ts';
import { settleDraft } from '../../../operations/drafts/settle-draft.ts';
import { confirmMeeting, rescheduleMeeting } from '../../../operations/meetings/confirm-meeting.ts';
import { parseMail } from '../../../mail/mime/parse.ts';
import type { SmtpAct, SmtpStep } from '../../../practice/server/faults.ts';
import { hasty, openActivityFixture, type ActivityFixture } from '../activity-fixture.ts';

let post: ActivityFixture;
let ana: Contact;
beforeEach(async () => {
  post = await openActivityFixture();
  post.practice.saveSent = true;
  const journey = stateToJson({ ...firstState(hasty), chapter: 'agreeing', answered: true });
  ana = await post.contact({ journey });
});
afterEach(() => post.close());

/**
 * The process that sends a mail is killed at a step: it never comes back from there. Another one knows that it is dead,
 * and tries again. In the end the first one's connection is cut, which must change nothing any more.
 */
async function killedAt(step: SmtpStep['at'], draft: Pick<Draft, 'id' | 'contactId'>) {
  let cut: (act: SmtpAct) => void = () => undefined;
  const reached = new Promise<void>((arrived) => {
    post.practice.faults.smtp = (now) => {
      if (now.at !== step) return undefined;
      arrived();
      return new Promise<SmtpAct>((resolve) => {
        cut = resolve;
      });
    };
  });
  const killed = post.send(draft).catch(() => undefined);
  await reached;
  post.practice.faults.smtp = undefined;
  await endClaimsOf(post.db, 'test', new Date(post.now().getTime() - 1_000));
  const again = await post.send(draft);
  cut('drop');
  await killed;
  return again;
}

/** UID and SEQUENCE of each invitation that the server has taken. */
async function invitations(): Promise<readonly string[]> {
  const mails = await Promise.all(post.practice.sent().map(({ raw }) => parseMail(raw)));
  return mails.map(({ parts }) => {
    const text = parts.find(({ type }) => type === 'text/calendar')?.text ?? '';
    const value = (name: string) => new RegExp(`^${name}:(.*)\r?$`, 'm').exec(text)?.[1]?.trim();
    return `${value('METHOD')} ${value('UID')} ${value('SEQUENCE')}`;
  });
}

const inDays = (days: number): string =>
  new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000 + days * 86_400_000).toISOString();

/** An invitation that was approved. */
async function confirmed(days: number) {
  const { draftId, uid } = await confirmMeeting.run(post.context, {
    ref: ana.id,
    at: inDays(days),
  });
  const draft = await post.ofDraft({ id: draftId! });
  await post.approve(draft);
  return { draft, uid };
}

async function moved(days: number) {
  const at = inDays(days);
  const { draftId } = await rescheduleMeeting.run(post.context, { ref: ana.id, at });
  const draft = await post.ofDraft({ id: draftId! });
  await post.approve(draft);
  return draft;
}

describe.each(['confirmation', 'thank_you', 'check_in'] as const)('a %s', (purpose) => {
  const approved = async () =>
    purpose === 'confirmation' ? (await confirmed(4)).draft : post.approved(ana, purpose);

  test('whose sender is killed before it has claimed it leaves once', async () => {
    const draft = await approved();
    expect(await killedAt('connect', draft)).toMatchObject({ kind: 'sent' });
    expect(post.accepted(draft)).toBe(1);
  });

  test('whose sender is killed before it hands it over is asked about, and leaves once', async () => {
    const draft = await approved();
    expect(await killedAt('mail', draft)).toEqual({ kind: 'unclear' });
    expect(post.accepted(draft)).toBe(0);
    await settleDraft.run(post.context, { draftId: draft.id, answer: 'not_sent' });
    expect(await post.send(draft)).toMatchObject({ kind: 'sent' });
    expect(post.accepted(draft)).toBe(1);
  });

  test('whose sender is killed before it has recorded that it left leaves once', async () => {
    const draft = await approved();
    expect(await killedAt('accepted', draft)).toMatchObject({ kind: 'sent' });
    expect(post.accepted(draft)).toBe(1);
    expect(await post.problems()).toEqual([]);
  });
});

describe('a conversation', () => {
  test('that is moved while its sender lies dead keeps its UID, and its SEQUENCE rises', async () => {
    const { draft, uid } = await confirmed(4);
    expect(await killedAt('accepted', draft)).toMatchObject({ kind: 'sent' });
    const second = await moved(5);
    expect(await killedAt('accepted', second)).toMatchObject({ kind: 'sent' });
    const third = await moved(6);
    expect(await killedAt('connect', third)).toMatchObject({ kind: 'sent' });
    expect(await invitations()).toEqual([0, 1, 2].map((n) => `REQUEST ${uid} ${n}`));
  });

  test('that is moved while its first invitation may have left counts it as told', async () => {
    const { draft, uid } = await confirmed(4);
    expect(await killedAt('mail', draft)).toEqual({ kind: 'unclear' });
    const second = await moved(5);
    expect(await post.send(second)).toMatchObject({ kind: 'sent' });
    expect(await invitations()).toEqual([`REQUEST ${uid} 1`]);
  });
});
