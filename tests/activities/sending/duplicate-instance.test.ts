import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { resumeAll } from '../../../operations/journeys/resume-all.ts';
import { settleDraft } from '../../../operations/drafts/settle-draft.ts';
import { accountOf, addMail } from '../../../practice/server/store.ts';
import { plainMail } from '../../support/mail-servers.ts';
import { openActivityFixture, type ActivityFixture } from '../activity-fixture.ts';

let post: ActivityFixture;
beforeEach(async () => {
  post = await openActivityFixture();
});
afterEach(() => post.close());

type Mail = Awaited<ReturnType<ActivityFixture['approved']>>;

/** What another Rapport with the same data has sent lies in Sent, under the draft's own id. */
const sentByAnother = ({ messageId, to }: Mail): void => {
  addMail(post.folder('Sent'), plainMail({ from: 'me@home.test', to, messageId }));
};

const restored = async (): Promise<void> => {
  const { db, userId } = post.context;
  await db.problem.create({ data: { userId, kind: 'restored', text: 'restored' } });
};

const approved = () => approvedFor('ana@work.test');
const approvedFor = async (email: string) =>
  post.approved(await post.contact({ email, stage: 'awaiting_approval' }));

describe('after a restore', () => {
  test('a mail whose copy lies in Sent is not sent again', async () => {
    const mail = await approved();
    await restored();
    sentByAnother(mail);
    expect(await post.send(mail)).toMatchObject({ kind: 'sent' });
    expect(post.accepted(mail)).toBe(0);
    expect((await post.ofDraft(mail)).state).toBe('sent');
    expect((await post.problems()).map(({ kind }) => kind)).toEqual(['restored']);
  });

  test('a mail that Sent does not show goes out', async () => {
    const mail = await approved();
    await restored();
    expect(await post.send(mail)).toMatchObject({ kind: 'sent' });
    expect(post.accepted(mail)).toBe(1);
  });

  test('the user is asked, once, where there is no Sent folder', async () => {
    const mail = await approved();
    await restored();
    accountOf(post.practice.store, 'me@home.test').folders.delete('Sent');
    expect(await post.send(mail)).toEqual({ kind: 'unclear' });
    expect(post.accepted(mail)).toBe(0);
    await settleDraft.run(post.context, { draftId: mail.id, answer: 'not_sent' });
    expect(await post.send(mail)).toMatchObject({ kind: 'sent' });
    expect(post.accepted(mail)).toBe(1);
  });
});

test('a copied data folder that sends from the same mailbox stops this one, until the user resumes', async () => {
  await post.send(await approvedFor('cleo@work.test'));
  const [first, second] = [await approved(), await approvedFor('bob@work.test')];
  sentByAnother(first);
  expect(await post.send(first)).toMatchObject({ kind: 'sent' });
  expect(await post.send(second)).toMatchObject({ kind: 'held' });
  expect([post.accepted(first), post.accepted(second)]).toEqual([0, 0]);
  expect(await post.problems()).toMatchObject([
    { kind: 'restored', text: expect.stringContaining('another copy') },
  ]);
  await resumeAll.run(post.context, {});
  expect(await post.send(second)).toMatchObject({ kind: 'sent' });
  expect(post.accepted(second)).toBe(1);
});
