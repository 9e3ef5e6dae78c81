import { rescheduleMeeting } from '../../operations/meetings/confirm-meeting.ts';
import { type ListedMeeting, listMeetings } from '../../operations/meetings/list-meetings.ts';
import { recordMeeting } from '../../operations/meetings/record-meeting.ts';
import { acceptReferral } from '../../operations/referrals/accept-referral.ts';
import { listReferrals } from '../../operations/referrals/list-referrals.ts';
import { listTakeaways } from '../../operations/takeaways/list-takeaways.ts';
import { takeAdvice } from '../../operations/takeaways/take-advice.ts';
import type { PracticePerson } from '../../practice/people/people.ts';
import { type Look, unlessOvertaken } from './look.ts';

/** What the user does about talks that were agreed and about what came of them. */
export async function followUpTalks(look: Look): Promise<void> {
  for (const meeting of await look.act(listMeetings, {})) await talk(look, meeting);
  await writeToNamed(look);
  await takeEveryAdvice(look);
}

/** One of them rings as soon as the invitation is accepted, and the talk takes place at once: no month waits for a real date. */
async function talk({ act, people, personOf, did }: Look, meeting: ListedMeeting): Promise<void> {
  const person = personOf(meeting.contactId);
  if (person?.behaviour !== 'answers' || meeting.state !== 'confirmed') return;
  const ref = person.email;
  if (Date.parse(meeting.at) > Date.now()) {
    if (meeting.attendance !== 'accepted') return;
    const at = new Date().toISOString();
    await unlessOvertaken(() => act(rescheduleMeeting, { ref, at, noMail: true }));
  }
  const record = {
    ref,
    held: true,
    takeaways: ['an ordinary week is mostly listening to the people who ask for figures'],
    advice: ['read the annual report of a place before asking about it'],
    people: people
      .filter(({ introducedBy }) => introducedBy === person.email)
      .map(({ name, email, role }) => `${name} <${email}>: works as ${role.toLowerCase()}`),
  };
  if (await unlessOvertaken(() => act(recordMeeting, record))) did(person, { did: 'talked' });
}

async function writeToNamed({ act, people, did }: Look): Promise<void> {
  for (const { id, email, state } of await act(listReferrals, {})) {
    const person = people.find((each) => each.email === email);
    if (state !== 'open' || !person) continue;
    const { company, role, timeZone } = person;
    if (await unlessOvertaken(() => act(acceptReferral, { id, company, role, timeZone })))
      did(person, { did: 'introduced' });
  }
}

async function takeEveryAdvice({ act, personOf, did }: Look): Promise<void> {
  for (const { id, contactId, done } of await act(listTakeaways, { kind: 'advice' })) {
    const person: PracticePerson | undefined = personOf(contactId);
    if (done || !person) continue;
    const how = 'it made the questions better';
    if (await unlessOvertaken(() => act(takeAdvice, { id, how })))
      did(person, { did: 'took_advice' });
  }
}
