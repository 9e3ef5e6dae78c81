import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { editContact } from '../../../operations/contacts/edit-contact.ts';
import { editDraft } from '../../../operations/drafts/edit-draft.ts';
import { offerDraft, redraft } from '../../../operations/drafts/redraft.ts';
import { showDraft } from '../../../operations/drafts/show-draft.ts';
import { setProfile } from '../../../operations/settings/set-profile.ts';
import { saveTemplate } from '../../../operations/templates/save-template.ts';
import type { Contact, Draft, Mailbox } from '../../../db/generated/client.ts';
import { addDraft, addMailbox, addPerson, openFixture, type TestUser } from '../fixture.ts';

let fixture: Awaited<ReturnType<typeof openFixture>>;
let kim: TestUser;
let mailbox: Mailbox;
let ana: Contact;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  kim = await fixture.addUser({ name: 'Kim Lee', about: 'I mend bicycles and study law.' });
  mailbox = await addMailbox(kim);
  ana = await addPerson(kim, mailbox, { admire: 'how you true a wheel', topics: ['spokes'] });
});

const outreach = { occasion: { purpose: 'outreach' } };
const show = (draft: Draft) => showDraft.run(kim, { draftId: draft.id });

describe('after the notes changed', () => {
  it('a draft that nobody edited is written anew', async () => {
    const draft = await addDraft(kim, ana, outreach);
    await editContact.run(kim, { ref: ana.id, wrote: 'your book on frames' });
    const shown = await show(draft);
    expect(shown.text).toMatch(/your book on frames/i);
    expect(shown).toMatchObject({ revision: 2, edited: false, outdated: false });
  });

  it('a draft that was edited keeps its words, and the new ones are offered with what would change', async () => {
    const draft = await addDraft(kim, ana, outreach);
    await editDraft.run(kim, { draftId: draft.id, text: 'Dear Ana,\n\nmy own words.\n\nKim' });
    await editContact.run(kim, { ref: ana.id, wrote: 'your book on frames' });
    const shown = await show(draft);
    expect(shown.text).toContain('my own words');
    expect(shown.outdated).toBe(true);
    const { text, changes } = await offerDraft.run(kim, { draftId: draft.id });
    expect(text).toMatch(/your book on frames/i);
    expect(
      changes
        .filter(({ kind }) => kind === 'removed')
        .map((change) => change.text)
        .join(''),
    ).toContain('my own words');
    const taken = await redraft.run(kim, { draftId: draft.id, revision: shown.revision });
    expect(taken).toMatchObject({ text, edited: false, outdated: false });
  });

  it('an approved text stays as it is, approval and all', async () => {
    const draft = await addDraft(kim, ana, { ...outreach, state: 'approved' });
    await editContact.run(kim, { ref: ana.id, wrote: 'your book on frames' });
    expect(await show(draft)).toMatchObject({
      text: draft.text,
      state: 'approved',
      revision: 1,
      outdated: true,
    });
  });

  it('a mail by hand is left alone', async () => {
    const draft = await addDraft(kim, ana, { purpose: 'reply', template: 'hand' });
    await editContact.run(kim, { ref: ana.id, wrote: 'your book on frames' });
    expect(await show(draft)).toMatchObject({ text: draft.text, revision: 1, outdated: false });
    await expect(redraft.run(kim, { draftId: draft.id })).rejects.toMatchObject({
      name: 'Conflict',
    });
  });
});

describe('after the profile changed', () => {
  it('waiting drafts are offered, not replaced', async () => {
    const draft = await addDraft(kim, ana, outreach);
    await setProfile.run(kim, { about: 'I teach law.' });
    expect(await show(draft)).toMatchObject({ text: draft.text, revision: 1, outdated: true });
  });

  it('the sentence in another language is kept beside the others', async () => {
    await setProfile.run(kim, { abouts: { de: 'Ich repariere Räder.' } });
    await setProfile.run(kim, { abouts: { 'fr-CA': 'Je répare des vélos.' } });
    expect(await setProfile.run(kim, { abouts: { de: '' } })).toMatchObject({
      abouts: { fr: 'Je répare des vélos.' },
    });
  });
});

describe('a finding about a note', () => {
  it('that the user calls fine holds nothing any more', async () => {
    await editContact.run(kim, { ref: ana.id, admire: 'your work' });
    const draft = await addDraft(kim, ana, { ...outreach, state: 'held' });
    await editContact.run(kim, { ref: ana.id, accepted: ['admire:vague_reason'] });
    expect(await show(draft)).toMatchObject({ state: 'awaiting_approval' });
  });
});

describe('after a template changed', () => {
  const own = {
    purpose: 'outreach',
    language: 'en',
    subject: 'A question from {{my_name}}',
    text: 'Dear {{name}},\n\nI liked {{admire}}.\n\nWould you have 20 minutes for a call?\n\n{{my_name}}',
  };

  it('a draft keeps its words, and those of the template are offered', async () => {
    const draft = await addDraft(kim, ana, outreach);
    await saveTemplate.run(kim, own);
    expect(await show(draft)).toMatchObject({ text: draft.text, revision: 1, outdated: true });
    const { text } = await offerDraft.run(kim, { draftId: draft.id });
    expect(text).toContain('I liked how you true a wheel.');
  });

  it('drafts of another purpose are as they were', async () => {
    const draft = await addDraft(kim, ana, outreach);
    await saveTemplate.run(kim, { ...own, purpose: 'nudge' });
    expect((await show(draft)).outdated).toBe(false);
  });
});
