import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { showDraft } from '../../../operations/drafts/show-draft.ts';
import { suggestRewrite } from '../../../operations/drafts/suggest-rewrite.ts';
import type { Draft } from '../../../db/generated/client.ts';
import { addDraft, addMailbox, addPerson, openFixture, type TestUser } from '../fixture.ts';

let fixture: Awaited<ReturnType<typeof openFixture>>;
let kim: TestUser;
let draft: Draft;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());

const body = `One thing I remember is how you true a wheel.

Could we have a 20-minute call in the next two weeks? I want to learn, not to apply.`;

beforeEach(async () => {
  kim = await fixture.addUser({ name: 'Kim Lee', about: 'I mend bicycles and study law.' });
  const mailbox = await addMailbox(kim);
  const ana = await addPerson(kim, mailbox, { admire: 'how you true a wheel', topics: ['spokes'] });
  draft = await addDraft(kim, ana, { text: `Dear Ana,\n\n${body}\n\nBest wishes,\nKim Lee` });
});

/** A model that gives these answers, one after the other, and remembers what it was told. */
function model(...answers: readonly string[]) {
  const told: string[] = [];
  const rewriting = {
    host: 'model.example',
    ask: ({ system, user }: { readonly system: string; readonly user: string }) => {
      told.push(`${system}\n${user}`);
      return Promise.resolve(answers[told.length - 1] ?? answers.at(-1) ?? '');
    },
  };
  return { told, suggest: () => suggestRewrite.run({ ...kim, rewriting }, { draftId: draft.id }) };
}

const faithful = body.replace('One thing I remember is', 'What I remember vividly is');

it('other words come between greeting and signature, and the draft stays as it was', async () => {
  const { suggest } = model(`\`\`\`\n${faithful}\n\`\`\``);
  const { text, newWords, refused } = await suggest();
  expect(text).toBe(`Dear Ana,\n\n${faithful}\n\nBest wishes,\nKim Lee`);
  expect({ newWords, refused }).toEqual({ newWords: ['vividly'], refused: [] });
  expect(await showDraft.run(kim, { draftId: draft.id })).toMatchObject({
    revision: 1,
    text: draft.text,
  });
});

it('the model is told the body and the notes, and neither address nor signature', async () => {
  const { told, suggest } = model(faithful);
  await suggest();
  expect(told[0]).toContain('how you true a wheel');
  expect(told[0]).toContain('I mend bicycles and study law.');
  expect(told[0]).not.toMatch(/@|Best wishes|Dear Ana/);
});

it('a suggestion that invents is asked for once more', async () => {
  const { told, suggest } = model(`${faithful} I saw you in Lisbon.`, faithful);
  expect((await suggest()).text).toContain('vividly');
  expect(told).toHaveLength(2);
});

it('two that invent leave the draft alone and say why', async () => {
  const { told, suggest } = model(`${faithful} I saw you in Lisbon.`);
  const { text, refused } = await suggest();
  expect(text).toBeNull();
  expect(refused.join(' ')).toContain('"Lisbon"');
  expect(told).toHaveLength(2);
});

it('one that asks for a job is refused by the same rules as any text', async () => {
  const { suggest } = model(body.replace('I want to learn, not to apply.', 'Can you hire me?'));
  expect((await suggest()).refused.join(' ')).toMatch(/asks for a job/);
});

it('without a model it is refused, and says how one is set up', async () => {
  await expect(suggestRewrite.run(kim, { draftId: draft.id })).rejects.toThrow(
    /RAPPORT_REWRITE_URL/,
  );
});

it('a mail that left is not rewritten', async () => {
  await kim.db.draft.update({ where: { id: draft.id }, data: { state: 'sent' } });
  await expect(model(faithful).suggest()).rejects.toThrow(/cannot be rewritten/);
});
