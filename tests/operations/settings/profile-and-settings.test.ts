import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applySettings } from '../../../operations/settings/apply-settings.ts';
import { changeSettings } from '../../../operations/settings/change-settings.ts';
import { setProfile } from '../../../operations/settings/set-profile.ts';
import { showProfile } from '../../../operations/settings/show-profile.ts';
import { showSettings } from '../../../operations/settings/show-settings.ts';
import type { Mailbox } from '../../../db/generated/client.ts';
import { defaultPolicy } from '../../../domain/policy.ts';
import { addDraft, addMailbox, addPerson, openFixture, type TestUser } from '../fixture.ts';

let fixture: Awaited<ReturnType<typeof openFixture>>;
let kim: TestUser;
let mailbox: Mailbox;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  kim = await fixture.addUser();
  mailbox = await addMailbox(kim);
});

describe('the profile', () => {
  it('keeps what is not named, and clears what is empty', async () => {
    await setProfile.run(kim, { name: ' Kim Lee ', goals: 'learn' });
    await setProfile.run(kim, { link: 'kim.example', goals: '' });
    expect(await showProfile.run(kim, {})).toMatchObject({
      name: 'Kim Lee',
      link: 'https://kim.example',
      goals: null,
    });
  });

  it('loses nothing when two change different fields at once', async () => {
    await Promise.all([
      setProfile.run(kim, { name: 'Kim' }),
      setProfile.run(kim, { affiliation: 'TU Berlin' }),
      setProfile.run(kim, { about: 'I study physics.' }),
    ]);
    expect(await showProfile.run(kim, {})).toMatchObject({
      name: 'Kim',
      affiliation: 'TU Berlin',
      about: 'I study physics.',
    });
  });

  it.each([
    ['name', 'Kim\nBcc: x'],
    ['timeZone', 'Mars/Olympus'],
    ['language', 'klingon!'],
    ['link', 'javascript:alert(1)'],
  ])('refuses a %s such as %j and then changes nothing', async (field, text) => {
    const change = setProfile.run(kim, { affiliation: 'TU Berlin', [field]: text });
    await expect(change).rejects.toMatchObject({ name: 'InvalidInput', field });
    expect(await showProfile.run(kim, {})).toMatchObject({ affiliation: null });
  });
});

describe('drafts, after the profile was set', () => {
  const complete = {
    name: 'Kim Lee',
    affiliation: 'TU Berlin',
    about: 'I am finishing a degree in physics.',
    link: 'https://kim.example',
  };
  const held = { state: 'held', findings: [{ rule: 'x', severity: 'error', message: 'Name?' }] };

  it('that were held are composed again', async () => {
    const facts = { admire: 'how you moved into product', topics: ['pricing'] };
    const contact = await addPerson(kim, mailbox, facts);
    const draft = await addDraft(kim, contact, held);
    let delivered = false;
    await setProfile.run({ ...kim, deliverSoon: () => (delivered = true) }, complete);
    const after = await kim.db.draft.findUniqueOrThrow({ where: { id: draft.id } });
    expect(after).toMatchObject({ revision: 2, state: 'awaiting_approval', edited: false });
    expect(after.text).toContain('Kim Lee');
    expect(delivered).toBe(true);
  });

  it('that a person has edited, written or not been asked about stay as they are', async () => {
    const contact = await addPerson(kim, mailbox);
    const drafts = [
      await addDraft(kim, contact, { ...held, edited: true }),
      await addDraft(kim, contact, { ...held, template: 'hand', purpose: 'reply' }),
      await addDraft(kim, contact, { state: 'awaiting_approval' }),
    ];
    await setProfile.run(kim, complete);
    const after = await kim.db.draft.findMany({ where: { contactId: contact.id } });
    expect(after.map(({ revision }) => revision)).toEqual(drafts.map(() => 1));
  });
});

describe('the settings', () => {
  it('are the defaults until one is changed', async () => {
    expect(await showSettings.run(kim, {})).toEqual(defaultPolicy);
    await changeSettings.run(kim, { settings: { maxNudges: '2' } });
    expect(await showSettings.run(kim, {})).toEqual({ ...defaultPolicy, maxNudges: 2 });
  });

  it('reach contacts under way only when applied, and leave their own values alone', async () => {
    const own = { ...defaultPolicy, nudgeAfter: 'PT1H' };
    const open = await addPerson(kim, mailbox, { policy: own });
    const closed = await addPerson(kim, mailbox, { email: 'b@acme.example', stage: 'closed' });
    const lee = await fixture.addUser();
    const foreign = await addPerson(lee, await addMailbox(lee));
    await changeSettings.run(kim, { settings: { giveUpAfter: 'P30D' } });
    const policyOf = async ({ id }: { readonly id: string }) =>
      (await kim.db.contact.findUniqueOrThrow({ where: { id } })).policy;
    expect(await policyOf(open)).toEqual(own);
    expect(await applySettings.run(kim, {})).toEqual({ contacts: 1 });
    expect(await policyOf(open)).toEqual({ ...own, giveUpAfter: 'P30D' });
    const told = await kim.db.outbox.findMany({ where: { kind: 'changePolicy' } });
    expect(told).toMatchObject([
      {
        target: `journey/${open.id}`,
        payload: { policy: { nudgeAfter: 'PT1H', maxNudges: 1, giveUpAfter: 'P30D' } },
      },
    ]);
    expect(await policyOf(closed)).toEqual(defaultPolicy);
    expect(await policyOf(foreign)).toEqual(defaultPolicy);
  });
});
