import { afterAll, beforeAll, expect, test } from 'vitest';
import { lockContact } from '../../db/postgres/locks.ts';
import { tellJourney } from '../../db/tell-journey.ts';
import { addMailbox, addPerson, openFixture } from '../operations/fixture.ts';

let fixture: Awaited<ReturnType<typeof openFixture>>;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());

async function person() {
  const kim = await fixture.addUser();
  return addPerson(kim, await addMailbox(kim));
}

const atMost = 'SET LOCAL lock_timeout = 500';

test('who decides about a contact keeps nobody from noting something for it', async () => {
  const { id } = await person();
  await fixture.db.$transaction(async (tx) => {
    await lockContact(tx, id);
    await fixture.db.$transaction(async (other) => {
      await other.$executeRawUnsafe(atMost);
      await tellJourney(other, id, 'lookAgain', {});
    });
  });
  expect(await fixture.db.outbox.count({ where: { contactId: id } })).toBe(1);
});

test('two do not decide about the same contact at the same time', async () => {
  const { id } = await person();
  await fixture.db.$transaction(async (tx) => {
    await lockContact(tx, id);
    const second = fixture.db.$transaction(async (other) => {
      await other.$executeRawUnsafe(atMost);
      await lockContact(other, id);
    });
    await expect(second).rejects.toThrow(/55P03|lock timeout/);
  });
});

test('a contact that is gone cannot be decided about', async () => {
  const nobody = '00000000-0000-7000-8000-000000000000';
  expect(await fixture.db.$transaction((tx) => lockContact(tx, nobody))).toBe(false);
});
