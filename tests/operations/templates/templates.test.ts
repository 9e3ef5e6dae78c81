import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { offerDraft } from '../../../operations/drafts/redraft.ts';
import { listTemplates } from '../../../operations/templates/list-templates.ts';
import {
  previewTemplate,
  resetTemplate,
  saveTemplate,
} from '../../../operations/templates/save-template.ts';
import { addDraft, addMailbox, addPerson, openFixture, type TestUser } from '../fixture.ts';

let fixture: Awaited<ReturnType<typeof openFixture>>;
let kim: TestUser;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  kim = await fixture.addUser({ name: 'Kim Lee' });
});

const mine = {
  purpose: 'outreach',
  language: 'en',
  subject: '{{subject}}',
  text: '{{greeting}}\n\n{{opening}}\n\nMy question is short.\n\n{{close}}\n{{sign}}',
} as const;

async function inUse() {
  const all = await listTemplates.run(kim, {});
  return all.find(({ purpose, language }) => purpose === 'outreach' && language === 'en');
}

describe('a template of one’s own', () => {
  it('is a new version each time, and writes the next drafts', async () => {
    const first = await saveTemplate.run(kim, mine);
    const second = await saveTemplate.run(kim, { ...mine, text: `${mine.text}\n{{my_link}}` });
    expect(second.version).toBe(first.version + 1);
    expect(await inUse()).toMatchObject({ builtIn: false, version: second.version });
    const ana = await addPerson(kim, await addMailbox(kim), { admire: 'how you true a wheel' });
    const draft = await addDraft(kim, ana, { occasion: { purpose: 'outreach' } });
    expect((await offerDraft.run(kim, { draftId: draft.id })).text).toContain(
      'My question is short.',
    );
  });

  it('gives way to the built-in one again', async () => {
    await saveTemplate.run(kim, mine);
    await resetTemplate.run(kim, { purpose: 'outreach', language: 'en' });
    expect(await inUse()).toMatchObject({ builtIn: true });
    await expect(
      resetTemplate.run(kim, { purpose: 'reply', language: 'en' }),
    ).rejects.toMatchObject({ name: 'NotFound' });
  });

  it.each([
    ['{{nmae}}', 'nmae'],
    ['{{#work}}x', 'work'],
    ['See you on 12 March', '12 March'],
  ])('is not saved with a mistake: %s', async (text, named) => {
    await expect(saveTemplate.run(kim, { ...mine, text })).rejects.toMatchObject({
      name: 'InvalidInput',
      message: expect.stringContaining(named),
    });
    expect(await inUse()).toMatchObject({ builtIn: true });
  });

  it('shows what it makes of three people before it is saved', async () => {
    const { letters } = await previewTemplate.run(kim, mine);
    expect(letters.map(({ contact }) => contact)).toEqual(['rich', 'thin', 'sloppy']);
    expect(letters[0]?.text).toContain('My question is short.');
    expect(await inUse()).toMatchObject({ builtIn: true });
  });

  it('is not another user’s', async () => {
    await saveTemplate.run(kim, mine);
    kim = await fixture.addUser({ name: 'Lee' });
    expect(await inUse()).toMatchObject({ builtIn: true });
  });
});
