import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Conflict, InvalidInput, NotFound } from '../../../domain/errors.ts';
import { addContact } from '../../../operations/contacts/add-contact.ts';
import { suppressAddress } from '../../../operations/contacts/suppress-address.ts';
import { importPeople } from '../../../operations/prospects/import-people.ts';
import { listImports } from '../../../operations/prospects/list-imports.ts';
import { listProspects } from '../../../operations/prospects/list-prospects.ts';
import { startProspect } from '../../../operations/prospects/start-prospect.ts';
import { undoImport } from '../../../operations/prospects/undo-import.ts';
import { addMailbox, openFixture, type TestUser } from '../fixture.ts';

let fixture: Awaited<ReturnType<typeof openFixture>>;
let kim: TestUser;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  kim = await fixture.addUser();
  await addMailbox(kim);
});

const bring = (text: string, options: { readonly dryRun?: boolean } = {}, user = kim) =>
  importPeople.run(user, { content: Buffer.from(text).toString('base64'), ...options });
const table = 'Name,Email,Company,Tags\nMila Ro,mila@acme.test,Acme,alumni\nJon Ek,,Nord,\n';

describe('an import', () => {
  it('starts nothing: people are listed, and no journey, draft or message comes of it', async () => {
    const result = await bring(table);
    expect(result).toMatchObject({ format: 'csv', found: 2, new: 2, known: 0, unusable: 0 });
    expect(result.people).toMatchObject([
      { row: 2, name: 'Mila Ro', email: 'mila@acme.test', company: 'Acme', what: 'new', why: null },
      { row: 3, name: 'Jon Ek', email: null, what: 'new', why: 'the address is missing' },
    ]);
    expect(await listProspects.run(kim, {})).toMatchObject([
      { name: 'Mila Ro', labels: ['alumni'], batchId: result.batchId },
      { name: 'Jon Ek', email: null },
    ]);
    expect(await kim.db.contact.count({ where: { userId: kim.userId } })).toBe(0);
    expect(await kim.db.outbox.count({ where: { contact: { userId: kim.userId } } })).toBe(0);
  });

  it('stores nothing in a preview, which says the same as the import', async () => {
    const { batchId: none, ...preview } = await bring(table, { dryRun: true });
    expect(none).toBeNull();
    expect(await listProspects.run(kim, {})).toEqual([]);
    const { batchId, ...done } = await bring(table);
    expect(batchId).toEqual(expect.any(String));
    expect(done).toEqual(preview);
  });

  it('is listed with its people until nobody of it is left, to its own user alone', async () => {
    const { batchId } = await bring(table);
    expect(await listImports.run(kim, {})).toMatchObject([{ batchId, prospects: 2 }]);
    expect(await listImports.run(await fixture.addUser(), {})).toEqual([]);
    await undoImport.run(kim, { batchId: batchId! });
    expect(await listImports.run(kim, {})).toEqual([]);
  });

  it('knows people again, and changes nothing of them', async () => {
    await addContact.run(kim, { name: 'Mila R.', email: 'mila@acme.test' });
    expect((await bring(table)).people).toMatchObject([
      { what: 'known', why: 'is a contact already' },
      { what: 'new' },
    ]);
    const again = await bring(`${table}Jon Ek,jon@nord.test,Nord,\nJ,JON@nord.test,,\n`);
    expect(again.people.map(({ what, why }) => `${what}: ${why}`)).toEqual([
      'known: is a contact already',
      'known: was imported before',
      'new: null',
      'known: is in this file twice',
    ]);
    expect(await kim.db.contact.findMany({ where: { userId: kim.userId } })).toMatchObject([
      { name: 'Mila R.', company: null },
    ]);
  });

  it('never brings back who asked not to be written to, under any form of the address', async () => {
    await suppressAddress.run(kim, { email: 'mila@acme.test' });
    expect((await bring('Name,Email\nM,Mila+new@ACME.test\n')).people).toMatchObject([
      { what: 'suppressed', why: 'asked not to be written to' },
    ]);
    expect(await listProspects.run(kim, {})).toEqual([]);
    expect(await kim.db.suppression.count({ where: { userId: kim.userId } })).toBe(1);
  });

  it('says of each row that it cannot use why, and its counts add up', async () => {
    const result = await bring(
      'Name,Email\nMe,kim@example.org\nBot,no-reply@acme.test\n,\nX,\nDesk,info@acme.test\nTotal 4,\n',
    );
    expect(result.people.map(({ row, what, why }) => `${row} ${what}: ${why}`)).toEqual([
      '2 unusable: your own address',
      '3 unusable: an address that nobody reads',
      '5 new: the address is missing',
      '6 new: an address that several people may share',
      '7 unusable: no address and no company: a sum or a remark?',
    ]);
    const { found, new: fresh, known, suppressed, unusable } = result;
    expect(fresh + known + suppressed + unusable).toBe(found);
  });

  it('is taken back as a whole, but not by somebody else', async () => {
    const { batchId } = await bring(table);
    const lee = await fixture.addUser();
    await expect(undoImport.run(lee, { batchId: batchId! })).rejects.toThrow(NotFound);
    expect(await listProspects.run(lee, {})).toEqual([]);
    expect(await undoImport.run(kim, { batchId: batchId! })).toEqual({ batchId, removed: 2 });
    expect(await listProspects.run(kim, {})).toEqual([]);
    await expect(undoImport.run(kim, { batchId: 'nonsense' })).rejects.toThrow(NotFound);
  });

  it('keeps people whose texts are cut in the middle of a letter', async () => {
    const company = `x${'🚀'.repeat(600)}`;
    expect(await bring(`Name,Email,Company\nMila,mila@acme.test,${company}\n`)).toMatchObject({
      new: 1,
    });
    const [mila] = await listProspects.run(kim, {});
    expect(mila?.company).toBe(`x${'🚀'.repeat(499)}`);
  });

  it('keeps one of each when two imports run at once', async () => {
    const both = await Promise.all([bring(table), bring(table)]);
    expect(both.map((each) => each.new)).toEqual(expect.arrayContaining([0, 2]));
    expect(await listProspects.run(kim, {})).toHaveLength(2);
  });
});

describe('starting with an imported person', () => {
  it('makes a contact with what the file said, and takes the person off the list', async () => {
    await bring('Name,Email,Company,Tags,Status\nMila Ro,mila@acme.test,Acme,alumni,asked once\n');
    const { contactId, stage } = await startProspect.run(kim, { ref: 'Mila@acme.test' });
    expect(stage).toBe('drafting');
    expect(await kim.db.contact.findUnique({ where: { id: contactId } })).toMatchObject({
      name: 'Mila Ro',
      company: 'Acme',
      notes: 'Status: asked once',
      labels: ['alumni'],
    });
    expect(await listProspects.run(kim, {})).toEqual([]);
    expect((await bring('Name,Email\nM,mila@acme.test\n')).known).toBe(1);
  });

  it('asks for an address that nobody knows', async () => {
    await bring(table);
    const [, jon] = await listProspects.run(kim, {});
    const ref = jon!.prospectId;
    await expect(startProspect.run(kim, { ref })).rejects.toThrow(InvalidInput);
    expect(await startProspect.run(kim, { ref, email: 'jon@nord.test' })).toMatchObject({
      email: 'jon@nord.test',
    });
  });

  it('is refused for somebody who has since asked not to be written to', async () => {
    await bring(table);
    await suppressAddress.run(kim, { email: 'mila@acme.test' });
    await expect(startProspect.run(kim, { ref: 'mila@acme.test' })).rejects.toThrow(Conflict);
  });
});
