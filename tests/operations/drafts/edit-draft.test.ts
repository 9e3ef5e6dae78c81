import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { editDraft } from '../../../operations/drafts/edit-draft.ts';
import { setProfile } from '../../../operations/settings/set-profile.ts';
import type { Draft, Mailbox, Prisma } from '../../../db/generated/client.ts';
import { addDraft, addMailbox, addPerson, openFixture, type TestUser } from '../fixture.ts';

let fixture: Awaited<ReturnType<typeof openFixture>>;
let user: TestUser;
let mailbox: Mailbox;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  user = await fixture.addUser({ name: 'Kim Doe', timeZone: 'UTC' });
  mailbox = await addMailbox(user);
});

const warning = {
  rule: 'earlier_correspondence',
  severity: 'warning',
  message: 'Your mailbox shows one earlier mail with this person.',
};
const ofText = { rule: 'too_long', severity: 'warning', message: 'The mail is long.' };
const unfinished = { rule: 'placeholder', severity: 'error', message: 'Your name is missing.' };

const warned = async (facts: Partial<Prisma.DraftUncheckedCreateInput> = {}): Promise<Draft> =>
  addDraft(user, await addPerson(user, mailbox), { findings: [ofText, warning], ...facts });
const rulesOf = async ({ id }: Draft) => {
  const { findings } = await user.db.draft.findUniqueOrThrow({ where: { id } });
  return (findings as { rule: string }[]).map(({ rule }) => rule);
};
const earlier = async (draft: Draft) =>
  (await rulesOf(draft)).filter((rule) => rule === 'earlier_correspondence');

test('a draft whose words are changed still warns of earlier mail with the person, once', async () => {
  const draft = await warned();
  await editDraft.run(user, { draftId: draft.id, text: 'Dear Ana,\n\nmay I ask you something?' });
  expect(await earlier(draft)).toHaveLength(1);
  await editDraft.run(user, { draftId: draft.id, text: 'Dear Ana,\n\nmay I ask you two things?' });
  expect(await earlier(draft)).toHaveLength(1);
  expect(await rulesOf(draft)).not.toContain('too_long');
});

test('so does one that is written anew when the profile is complete', async () => {
  const draft = await warned({ state: 'held', findings: [unfinished, warning] });
  await setProfile.run(user, { affiliation: 'State University', about: 'a student of physics' });
  expect(await rulesOf(draft)).not.toContain('placeholder');
  expect(await earlier(draft)).toHaveLength(1);
});
