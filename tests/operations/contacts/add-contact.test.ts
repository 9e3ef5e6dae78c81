import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addContact } from '../../../operations/contacts/add-contact.ts';
import { InvalidInput, Conflict } from '../../../domain/errors.ts';
import { journeyId } from '../../../domain/journey.ts';
import { addMailbox, openFixture, type TestUser } from '../fixture.ts';

let fixture: Awaited<ReturnType<typeof openFixture>>;
let kim: TestUser;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  kim = await fixture.addUser();
});

const add = (user: TestUser, email = 'ana@work.test', set?: Record<string, string>) =>
  addContact.run(user, { email, name: 'Ana Silva', ...(set ? { set } : {}) });

describe('adding a contact', () => {
  it('notes the beginning and what Temporal has to start', async () => {
    await addMailbox(kim);
    const { contactId, stage } = await add(kim, ' Ana@Work.test ');
    expect(stage).toBe('drafting');
    expect(await kim.db.contact.findUnique({ where: { id: contactId } })).toMatchObject({
      email: 'ana@work.test',
      userId: kim.userId,
    });
    expect(await kim.db.timelineEvent.findMany({ where: { contactId } })).toMatchObject([
      { text: 'The journey began.', at: expect.any(Date) },
    ]);
    expect(await kim.db.outbox.findMany({ where: { contactId } })).toMatchObject([
      { target: journeyId(contactId), kind: 'start', payload: {}, attempts: 0, deliveredAt: null },
    ]);
  });

  it('binds the settings of the user, and those of this contact before them', async () => {
    await addMailbox(kim);
    await kim.db.user.update({
      where: { id: kim.userId },
      data: { settings: { nudgeAfter: 'P5D', giveUpAfter: 'P9D' } },
    });
    const { contactId } = await add(kim, 'ana@work.test', { giveUpAfter: 'P3D' });
    const contact = await kim.db.contact.findUniqueOrThrow({ where: { id: contactId } });
    expect(contact.policy).toMatchObject({ nudgeAfter: 'P5D', giveUpAfter: 'P3D', maxNudges: 1 });
  });

  it('refuses an address that is a contact already, in any case, and names the contact', async () => {
    await addMailbox(kim);
    await add(kim);
    const again = add(kim, 'ANA@work.test');
    await expect(again).rejects.toThrow(Conflict);
    await expect(again).rejects.toThrow('is a contact already: Ana Silva.');
    expect(await kim.db.contact.count({ where: { userId: kim.userId } })).toBe(1);
  });

  it('refuses an address that somebody else added in the very same moment', async () => {
    await addMailbox(kim);
    const db = new Proxy(kim.db, {
      get: (all, name) =>
        name === '$transaction'
          ? async (work: Parameters<typeof all.$transaction>[0]) => {
              await add(kim);
              return all.$transaction(work);
            }
          : Reflect.get(all, name),
    });
    const second = add({ ...kim, db });
    await expect(second).rejects.toThrow(Conflict);
    await expect(second).rejects.toThrow('is a contact already: Ana Silva');
    expect(await kim.db.contact.count({ where: { userId: kim.userId } })).toBe(1);
  });

  it('refuses an address that asked not to be written to, and begins nothing', async () => {
    await addMailbox(kim);
    await kim.db.suppression.create({
      data: { userId: kim.userId, email: 'ana@work.test', why: 'opted out' },
    });
    await expect(add(kim)).rejects.toThrow('asked not to be written to');
    expect(await kim.db.contact.count({ where: { userId: kim.userId } })).toBe(0);
  });

  it('does not mind what another user knows of the address', async () => {
    const lee = await fixture.addUser();
    await addMailbox(kim);
    await addMailbox(lee);
    await add(lee);
    await lee.db.suppression.create({
      data: { userId: lee.userId, email: 'ben@work.test', why: 'opted out' },
    });
    await add(kim);
    await add(kim, 'ben@work.test');
    expect(await kim.db.contact.count({ where: { userId: kim.userId } })).toBe(2);
  });

  it('refuses the own mailbox', async () => {
    const { address } = await addMailbox(kim);
    await expect(add(kim, address)).rejects.toThrow(InvalidInput);
  });
});
