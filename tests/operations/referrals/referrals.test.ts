import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Contact } from '../../../db/generated/client.ts';
import { showContact } from '../../../operations/contacts/show-contact.ts';
import { suppressAddress } from '../../../operations/contacts/suppress-address.ts';
import { acceptReferral } from '../../../operations/referrals/accept-referral.ts';
import { addReferral } from '../../../operations/referrals/add-referral.ts';
import { dismissReferral } from '../../../operations/referrals/dismiss-referral.ts';
import { listReferrals } from '../../../operations/referrals/list-referrals.ts';
import { addMailbox, addPerson, openFixture, type TestUser } from '../fixture.ts';

let fixture: Awaited<ReturnType<typeof openFixture>>;
let kim: TestUser;
let ana: Contact;

beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  kim = await fixture.addUser({ name: 'Kim Lee' });
  ana = await addPerson(kim, await addMailbox(kim));
});

const refer = (person: string) => addReferral.run(kim, { ref: ana.id, person });

describe('a referral', () => {
  it('becomes a contact whose notes name the introducer', async () => {
    const { id } = await refer('Bo Lund <bo@lab.example>: runs the grid lab');
    const { contactId, existing } = await acceptReferral.run(kim, { id });
    expect(existing).toBe(false);
    const bo = await showContact.run(kim, { ref: contactId });
    expect(bo).toMatchObject({ name: 'Bo Lund', email: 'bo@lab.example' });
    expect(bo.facts).toMatchObject({ referredBy: 'Ana Silva', foundThrough: 'referral' });
    expect(bo.timeline.map(({ text }) => text).join()).toContain(
      'Ana Silva pointed you to Bo Lund',
    );
    expect(await listReferrals.run(kim, {})).toMatchObject([{ state: 'accepted', contactId }]);
  });

  it('accepted twice makes one contact', async () => {
    const { id } = await refer('Bo Lund <bo@lab.example>');
    const first = await acceptReferral.run(kim, { id });
    expect(await acceptReferral.run(kim, { id })).toEqual({ ...first, existing: true });
  });

  it('to somebody who is a contact already is linked, and nobody is written to again', async () => {
    const mailbox = await kim.db.mailbox.findFirstOrThrow({ where: { userId: kim.userId } });
    const bo = await addPerson(kim, mailbox, { email: 'bo@lab.example', name: 'Bo Lund' });
    const { id } = await refer('Bo <BO@lab.example>');
    expect(await acceptReferral.run(kim, { id })).toEqual({ contactId: bo.id, existing: true });
    expect(await kim.db.contact.count({ where: { userId: kim.userId } })).toBe(2);
  });

  it('without an address asks for one', async () => {
    const { id } = await refer('Bo Lund');
    await expect(acceptReferral.run(kim, { id })).rejects.toThrow('no address is known');
    const { existing } = await acceptReferral.run(kim, { id, email: 'bo@lab.example' });
    expect(existing).toBe(false);
  });

  it('to somebody who asked not to be written to is refused', async () => {
    await suppressAddress.run(kim, { email: 'bo@lab.example' });
    const { id } = await refer('Bo Lund <bo@lab.example>');
    await expect(acceptReferral.run(kim, { id })).rejects.toThrow('asked not to be written to');
    expect(await listReferrals.run(kim, {})).toMatchObject([{ state: 'open', contactId: null }]);
  });

  it('named twice is one, and comes back when it was dismissed', async () => {
    const { id } = await refer('Bo Lund <bo@lab.example>');
    await dismissReferral.run(kim, { id });
    expect(await refer('Bo Lund <bo@lab.example>: knows grids')).toMatchObject({
      id,
      state: 'open',
      why: 'knows grids',
    });
  });

  it('that became a contact is not dismissed any more', async () => {
    const { id } = await refer('Bo Lund <bo@lab.example>');
    await acceptReferral.run(kim, { id });
    await expect(dismissReferral.run(kim, { id })).rejects.toThrow('is a contact already');
  });

  it('of another user is not there', async () => {
    const { id } = await refer('Bo Lund <bo@lab.example>');
    const stranger = await fixture.addUser();
    const nowhere = { name: 'NotFound' };
    await expect(acceptReferral.run(stranger, { id })).rejects.toMatchObject(nowhere);
    await expect(dismissReferral.run(stranger, { id })).rejects.toMatchObject(nowhere);
    expect(await listReferrals.run(stranger, {})).toEqual([]);
  });
});
