import { listContacts } from '../../operations/contacts/list-contacts.ts';
import { approveDraft } from '../../operations/drafts/approve-draft.ts';
import { listDrafts } from '../../operations/drafts/list-drafts.ts';
import { showDraft } from '../../operations/drafts/show-draft.ts';
import { confirmMeeting } from '../../operations/meetings/confirm-meeting.ts';
import { listMeetings } from '../../operations/meetings/list-meetings.ts';
import { listSlots } from '../../operations/meetings/list-slots.ts';
import { proposeTimes } from '../../operations/meetings/propose.ts';
import { listNeedsYou } from '../../operations/needs-you/list-needs-you.ts';
import { judgeReply } from '../../operations/replies/judge-reply.ts';
import type { DraftView, NeedsYouView } from '../../operations/views.ts';
import type { PracticePerson } from '../../practice/people/people.ts';
import { type Do, type Judged, type Look, unlessOvertaken } from './look.ts';
import { followUpTalks } from './talks.ts';

/**
 * What a diligent user does when they look at their queue: approves every draft, judges every reply, agrees on times,
 * tells how a talk went, writes to whoever was named. Knows nothing from one time to the next, so a killed user goes
 * on like any other.
 */
export async function actAsUser(
  act: Do,
  { people, did }: Pick<Look, 'people' | 'did'>,
): Promise<void> {
  const contacts = await act(listContacts, {});
  const addresses = new Map(contacts.map(({ contactId, email }) => [contactId, email]));
  const personOf = (contactId: string | null): PracticePerson | undefined =>
    people.find(({ email }) => email === addresses.get(contactId ?? ''));
  const look = { act, people, personOf, did };
  await approveDrafts(look);
  for (const item of await act(listNeedsYou, {})) await answer(look, item);
  await followUpTalks(look);
}

async function approveDrafts({ act, personOf, did }: Look): Promise<void> {
  for (const draft of await act(listDrafts, {})) {
    const person = personOf(draft.contactId);
    if (draft.state !== 'awaiting_approval' || !person) continue;
    const { draftId, revision } = draft;
    if (await unlessOvertaken(() => act(approveDraft, { draftId, revision })))
      did(person, { did: 'approved', draft });
    else if (draft.purpose === 'proposal') await offerFresh(act, draft);
  }
}

/** Times that were taken meanwhile cannot be approved; a draft that a reply took back is gone by now. */
async function offerFresh(act: Do, { draftId, contactId }: DraftView): Promise<void> {
  const { state } = await act(showDraft, { draftId });
  if (state === 'awaiting_approval')
    await unlessOvertaken(() => act(proposeTimes, { ref: contactId }));
}

async function answer(look: Look, item: NeedsYouView): Promise<void> {
  const { type, messageId, contactId, times = [], link } = item;
  const person = look.personOf(contactId);
  // Who waits for an answer gets the draft that is on its way to this queue.
  if (!person || contactId === null || messageId === null || item.id.startsWith('answer:')) return;
  if (type === 'time' && (times.length > 0 || link)) await agree(look, person, item);
  else if (type === 'reply' || type === 'time') await judge(look, person, { messageId, contactId });
}

async function judge(
  { act, did }: Look,
  person: PracticePerson,
  { messageId, contactId }: { readonly messageId: string; readonly contactId: string },
): Promise<void> {
  const judgement = meaningOf(person, await hasAgreed(act, contactId));
  if (await unlessOvertaken(() => act(judgeReply, { messageId, judgement })))
    did(person, { did: 'judged', as: judgement });
}

function meaningOf({ behaviour }: PracticePerson, agreed: boolean): Judged {
  if (behaviour === 'declines') return 'declined';
  return behaviour === 'cancels' && agreed ? 'cannot_make_it' : 'interested';
}

async function hasAgreed(act: Do, contactId: string): Promise<boolean> {
  const meetings = await act(listMeetings, {});
  return meetings.some((each) => each.contactId === contactId && each.state === 'confirmed');
}

/** The time that they named, or the first free one where they sent a page to book it. */
async function agree({ act, did }: Look, person: PracticePerson, item: NeedsYouView) {
  const ref = person.email;
  const at = item.times?.[0]?.at ?? (await act(listSlots, { contact: ref, count: 1 }))[0]?.at;
  const noMail = (item.link ?? null) !== null;
  if (at === undefined) return;
  if (await unlessOvertaken(() => act(confirmMeeting, { ref, at, noMail })))
    did(person, { did: 'agreed' });
}
