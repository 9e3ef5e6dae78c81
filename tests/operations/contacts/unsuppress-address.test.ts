import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addContact } from '../../../operations/contacts/add-contact.ts';
import { suppressAddress } from '../../../operations/contacts/suppress-address.ts';
import { unsuppressAddress } from '../../../operations/contacts/unsuppress-address.ts';
import { reopenContact } from '../../../operations/journeys/reopen-contact.ts';
import { isSuppressed } from '../../../db/ledger.ts';
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

const ana = 'ana@work.test';
const lift = (why = 'she called me') => unsuppressAddress.run(kim, { email: ana, why });

test('a person may be written to again, and their journey reopened, when somebody says why', async () => {
  await addMailbox(kim);
  const { contactId } = await addContact.run(kim, { email: ana, name: 'Ana Silva' });
  await suppressAddress.run(kim, { email: ana });
  await expect(reopenContact.run(kim, { ref: ana })).rejects.toThrow(
    'allow mail to them again first',
  );
  expect(await lift()).toEqual({ email: ana });
  expect((await reopenContact.run(kim, { ref: ana })).stage).not.toBe('closed');
  const events = await kim.db.timelineEvent.findMany({ where: { contactId } });
  expect(events.map(({ text }) => text)).toContainEqual(
    expect.stringContaining('she called me') as string,
  );
});

test('without a reason nothing is lifted', async () => {
  await suppressAddress.run(kim, { email: ana });
  await expect(lift('  ')).rejects.toMatchObject({ name: 'InvalidInput', field: 'why' });
  expect(await kim.db.suppression.count({ where: { userId: kim.userId } })).toBe(1);
});

test('an address that is not suppressed, or only for somebody else, is a conflict', async () => {
  const other = await fixture.addUser();
  await suppressAddress.run(other, { email: ana });
  await expect(lift()).rejects.toMatchObject({ name: 'Conflict' });
  expect(await kim.db.suppression.count({ where: { userId: other.userId } })).toBe(1);
});

test('a suppressed address is suppressed with a tag as well', async () => {
  await suppressAddress.run(kim, { email: 'ana.silva@gmail.com' });
  for (const email of ['anasilva+talks@googlemail.com', 'Ana.Silva@gmail.com'])
    expect(await kim.db.$transaction((tx) => isSuppressed(tx, kim.userId, email))).toBe(true);
  expect(await kim.db.$transaction((tx) => isSuppressed(tx, kim.userId, ana))).toBe(false);
});
