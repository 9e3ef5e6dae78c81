import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Client, ServiceError } from '@temporalio/client';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import { tellJourney } from '../../db/tell-journey.ts';
import { approveDraft } from '../../operations/drafts/approve-draft.ts';
import { removeContact } from '../../operations/contacts/remove-contact.ts';
import { skipDraft } from '../../operations/drafts/skip-draft.ts';
import { stop } from '../../operations/journeys/stop-contact.ts';
import { listenForChanges, type Changes } from '../../db/postgres/listen-for-changes.ts';
import type { Contact } from '../../db/generated/client.ts';
import { journeyId, mailId } from '../../domain/journey.ts';
import { journeyQueue, mailQueue } from '../../domain/task-queues.ts';
import { startDelivery, type Delivery } from '../../worker/outbox-relay.ts';
import { openActivityFixture, type ActivityFixture } from '../activities/activity-fixture.ts';
import { textsIn } from '../support/histories.ts';
import { noTimeSkipping, timeSkipping } from '../support/test-server.ts';

describe.skipIf(noTimeSkipping())('the outbox', () => {
  let environment: TestWorkflowEnvironment;
  let post: ActivityFixture;
  let delivery: Delivery | undefined;
  let changes: Changes | undefined;
  let working:
    { readonly workers: readonly Worker[]; readonly running: Promise<unknown> } | undefined;

  beforeAll(async () => {
    Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
    environment = await timeSkipping();
  });
  afterAll(() => environment.teardown());
  beforeEach(async () => {
    post = await openActivityFixture();
  });
  const end = async () => {
    const ending = delivery;
    delivery = undefined;
    await ending?.stop();
  };
  afterEach(async () => {
    await end();
    await changes?.stop();
    changes = undefined;
    for (const worker of working?.workers ?? []) worker.shutdown();
    await working?.running;
    working = undefined;
    await post.close();
  });

  /** As the application does: at once when an entry is committed. */
  const deliver = (client = environment.client) => {
    delivery = startDelivery({ db: post.db, client, log: () => {}, run: 'test' });
    changes ??= listenForChanges(post.dependencies.databaseUrl);
    changes.onChange((table) => {
      if (table === 'outbox') delivery?.deliverSoon();
    });
  };
  const work = async () => {
    const { nativeConnection: connection } = environment;
    const activities = createActivities(post.dependencies);
    const workers = await Promise.all([
      Worker.create({
        connection,
        taskQueue: journeyQueue,
        workflowBundle: { codePath: inject('workflowBundle') },
        activities,
      }),
      Worker.create({ connection, taskQueue: mailQueue, activities }),
    ]);
    working = { workers, running: Promise.all(workers.map((worker) => worker.run())) };
  };
  const entry = (contact: Contact, kind: string, payload: object = {}) =>
    post.db.outbox.create({
      data: { contactId: contact.id, target: journeyId(contact.id), kind, payload },
    });
  const waiting = () => post.db.outbox.count({ where: { deliveredAt: null } });
  const allDelivered = () =>
    until('all is delivered', async () => {
      delivery?.deliverSoon();
      return (await waiting()) === 0;
    });
  const drafts = (contact: Contact) =>
    post.db.draft.findMany({ where: { contactId: contact.id }, orderBy: { createdAt: 'asc' } });
  const drafted = (contact: Contact, count = 1) =>
    until(`${count} drafts`, async () => (await drafts(contact)).length === count);
  const signalsTo = async (contact: Contact) => {
    const { events } = await environment.client.workflow
      .getHandle(journeyId(contact.id))
      .fetchHistory();
    return (events ?? []).flatMap(
      ({ workflowExecutionSignaledEventAttributes: signal }) => signal?.signalName ?? [],
    );
  };

  test('starts a journey, which drafts the first mail', async () => {
    await work();
    deliver();
    const contact = await post.contact();
    await entry(contact, 'start');
    await allDelivered();
    await drafted(contact);
    expect(await post.ofContact(contact)).toMatchObject({ stage: 'awaiting_approval' });
  });

  test('tells one journey everything in the order in which it happened', async () => {
    const contact = await post.contact();
    await entry(contact, 'start');
    const kinds = ['lookAgain', 'wroteByHand', 'autoReplied', 'lookAgain', 'mailBounced'];
    for (const [n, kind] of kinds.entries())
      await entry(contact, kind, { id: `news-${n}`, kind: 'auto_reply', messageId: '-', at: 0 });
    deliver();
    await allDelivered();
    expect(await signalsTo(contact)).toEqual(kinds);
  });

  test('reaches many journeys at once, and marks each entry', async () => {
    const contacts = await Promise.all(
      Array.from({ length: 40 }, (_, n) => post.contact({ email: `person${n}@work.test` })),
    );
    await post.db.outbox.createMany({
      data: contacts.flatMap(({ id }) =>
        ['start', 'lookAgain'].map((kind) => ({
          contactId: id,
          target: journeyId(id),
          kind,
          payload: {},
        })),
      ),
    });
    deliver();
    await allDelivered();
    for (const contact of contacts) expect(await signalsTo(contact)).toEqual(['lookAgain']);
  });

  test('is delivered twice without harm', async () => {
    await work();
    deliver();
    const contact = await post.contact();
    await entry(contact, 'start');
    await drafted(contact);
    const [draft] = await drafts(contact);
    await post.approve({ id: draft?.id ?? '' });
    await until('it has gone', () => post.practice.sent().length === 1);
    await allDelivered();
    await post.db.outbox.updateMany({ data: { deliveredAt: null } });
    await allDelivered();
    expect(post.practice.sent()).toHaveLength(1);
    expect(await drafts(contact)).toHaveLength(1);
  });

  test('keeps what could not be delivered, in order, until Temporal is back', async () => {
    const contact = await post.contact();
    await entry(contact, 'start');
    await entry(contact, 'lookAgain');
    const broken = Object.create(environment.client) as typeof environment.client;
    const away = () => Promise.reject(new Error('Temporal refuses it.'));
    Object.defineProperty(broken, 'workflow', { value: { start: away, signalWithStart: away } });
    deliver(broken);
    await until(
      'it was tried',
      async () => (await post.db.outbox.count({ where: { attempts: { gt: 0 } } })) > 0,
    );
    expect(await post.db.outbox.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
      { kind: 'start', deliveredAt: null, lastError: 'Temporal refuses it.' },
      { kind: 'lookAgain', deliveredAt: null, attempts: 0 },
    ]);
    await end();
    await post.db.outbox.updateMany({ data: { nextAttemptAt: new Date(0) } });
    deliver();
    await allDelivered();
    expect(await signalsTo(contact)).toEqual(['lookAgain']);
  });

  test('one journey that cannot be told does not hold up the others, and becomes a problem', async () => {
    const [stuck, free] = [await post.contact(), await post.contact({ email: 'bob@work.test' })];
    const picky = refusing(journeyId(stuck.id));
    await entry(stuck, 'lookAgain');
    const stuckEntry = () => post.db.outbox.findFirst({ where: { contactId: stuck.id } });
    deliver(picky);
    await until('it was tried', async () => (await stuckEntry())?.attempts === 1);
    await entry(free, 'lookAgain');
    await until('the other is told', async () => (await waiting()) === 1);
    for (let tries = 2; tries <= 5; tries++) {
      await post.db.outbox.updateMany({ data: { nextAttemptAt: new Date(0) } });
      delivery?.deliverSoon();
      await until('tried again', async () => ((await stuckEntry())?.attempts ?? 0) >= tries);
    }
    await until('it is a problem', async () => (await post.problems()).length === 1);
    expect(await post.problems()).toMatchObject([{ kind: 'stuck', contactId: stuck.id }]);
    await end();
    await post.db.outbox.updateMany({ data: { nextAttemptAt: new Date(0) } });
    deliver();
    await allDelivered();
    await until('it is none any more', async () => (await post.problems()).length === 0);
  });

  test('an entry is tried later with every failure', async () => {
    const contact = await post.contact();
    await entry(contact, 'lookAgain');
    deliver(refusing(journeyId(contact.id)));
    await until('it was tried', async () => (await post.db.outbox.findFirst())?.attempts === 1);
    const waits = async () => {
      const row = await post.db.outbox.findFirstOrThrow();
      return row.nextAttemptAt.getTime() - Date.now();
    };
    expect(await waits()).toBeLessThanOrEqual(1_000);
    await until(
      'it was tried again',
      async () => (await post.db.outbox.findFirst())?.attempts === 2,
    );
    expect(await waits()).toBeGreaterThan(1_000);
  });

  test('while Temporal is away no entry is blamed', async () => {
    const contact = await post.contact();
    await entry(contact, 'lookAgain');
    let calls = 0;
    const away = Object.create(environment.client) as typeof environment.client;
    Object.defineProperty(away, 'workflow', {
      value: {
        signalWithStart: () => {
          calls += 1;
          return Promise.reject(
            new ServiceError('away', {
              cause: Object.assign(new Error('UNAVAILABLE'), {
                code: 14,
                details: '',
                metadata: {},
              }),
            }),
          );
        },
      },
    });
    deliver(away);
    await until('it was tried', () => calls > 1);
    expect(await post.db.outbox.findFirst()).toMatchObject({ attempts: 0, deliveredAt: null });
  });

  test('many processes tell each thing once', async () => {
    const contacts = await Promise.all(
      Array.from({ length: 10 }, (_, n) => post.contact({ email: `person${n}@work.test` })),
    );
    const deliveries = ['a', 'b', 'c'].map((run) =>
      startDelivery({ db: post.db, client: environment.client, log: () => {}, run }),
    );
    for (const contact of contacts) {
      await entry(contact, 'start');
      for (let n = 0; n < 3; n++) await entry(contact, 'lookAgain');
      for (const each of deliveries) each.deliverSoon();
    }
    await until('all is delivered', async () => (await waiting()) === 0);
    await Promise.all(deliveries.map((each) => each.stop()));
    for (const contact of contacts) expect(await signalsTo(contact)).toHaveLength(3);
  });

  const refusing = (workflowId: string) => {
    const picky = Object.create(environment.client) as typeof environment.client;
    const { workflow } = environment.client;
    Object.defineProperty(picky, 'workflow', {
      value: {
        signalWithStart: (type: string, options: { workflowId: string }) =>
          options.workflowId === workflowId
            ? Promise.reject(new Error('Temporal refuses it.'))
            : workflow.signalWithStart(type, options as never),
      },
    });
    return picky;
  };

  test('and the journey that it feeds tell Temporal ids, never an address or a word of a mail', async () => {
    await work();
    deliver();
    const contact = await post.contact();
    await entry(contact, 'start');
    await drafted(contact);
    const [draft] = await drafts(contact);
    post.practice.faults.smtp = ({ at }) =>
      at === 'rcpt' ? { code: 450, text: '4.2.0 Ana is busy, says ana@work.test' } : undefined;
    await post.approve({ id: draft?.id ?? '' });
    await until(
      'it was tried',
      async () => (await post.db.send.count({ where: { attempts: 1 } })) === 1,
    );
    const { events } = await environment.client.workflow
      .getHandle(journeyId(contact.id))
      .fetchHistory();
    const payloads = textsIn(events).join('\n');
    expect(payloads).toContain(contact.id);
    for (const secret of ['ana@work.test', 'Ana', draft?.subject ?? '-', 'me@home.test'])
      expect(payloads.includes(secret), secret).toBe(false);
  });

  test('of a contact that is gone is dropped with it', async () => {
    const contact = await post.contact();
    await entry(contact, 'start');
    await post.db.contact.delete({ where: { id: contact.id } });
    deliver();
    await allDelivered();
  });

  test('begins a journey anew from PostgreSQL when Temporal knows nothing of it', async () => {
    await work();
    deliver();
    const contact = await post.contact();
    await entry(contact, 'start');
    await drafted(contact);
    await environment.client.workflow.getHandle(journeyId(contact.id)).terminate('lost');
    const [draft] = await drafts(contact);
    await post.approve({ id: draft?.id ?? '' });
    await until('it has gone', () => post.practice.sent().length === 1);
    expect(await drafts(contact)).toHaveLength(1);
    await until('it waits', async () => (await post.ofContact(contact)).stage === 'waiting');
  });

  test('begins a journey anew with the answer that a lost workflow had been told of', async () => {
    await work();
    deliver();
    const contact = await post.contact();
    await entry(contact, 'start');
    await drafted(contact);
    const [draft] = await drafts(contact);
    await post.approve({ id: draft?.id ?? '' });
    await until('it waits', async () => (await post.ofContact(contact)).stage === 'waiting');
    await environment.client.workflow.getHandle(journeyId(contact.id)).terminate('lost');
    await post.db.message.create({
      data: {
        mailboxId: post.mailboxId,
        contactId: contact.id,
        direction: 'in',
        kind: 'human_reply',
        state: 'needs_you',
        at: new Date(),
        messageId: '<told@work.test>',
        dedupeKey: '<told@work.test>',
        fromAddress: contact.email,
        toAddress: 'me@home.test',
        subject: 'Re: Quick question',
        text: 'Gladly.',
        visibleText: 'Gladly.',
      },
    });
    await post.db.contact.update({
      where: { id: contact.id },
      data: { newsSeq: { increment: 1 } },
    });

    await post.db.$transaction((tx) => tellJourney(tx, contact.id, 'lookAgain', {}));
    deliver();

    await until('it is a conversation', async () => {
      return (await post.ofContact(contact)).stage === 'in_conversation';
    });
  });

  test('begins a journey anew even when only PostgreSQL knows that its draft was skipped', async () => {
    await work();
    deliver();
    const contact = await post.contact();
    await entry(contact, 'start');
    await drafted(contact);
    const [draft] = await drafts(contact);
    await environment.client.workflow.getHandle(journeyId(contact.id)).terminate('lost');
    await end();
    await skipDraft.run(post.context, { draftId: draft?.id ?? '' });
    await post.db.outbox.deleteMany();
    await post.db.$transaction((tx) => tellJourney(tx, contact.id, 'lookAgain', {}));
    deliver();
    await until('it is withdrawn', async () => {
      return (await post.ofContact(contact)).outcome === 'withdrawn';
    });
  });

  const runs = async (workflowId: string) => {
    const { status } = await environment.client.workflow.getHandle(workflowId).describe();
    return status.name === 'RUNNING';
  };
  test('ends the journey and the mails of a removed person at once', async () => {
    await work();
    deliver();
    const contact = await post.contact();
    await entry(contact, 'start');
    await drafted(contact);
    const later = await post.draft(contact, 'reply');
    await approveDraft.run(post.context, {
      draftId: later.id,
      at: new Date(Date.now() + 86_400_000).toISOString(),
    });
    const targets = [journeyId(contact.id), mailId(later.id)];
    await allDelivered();
    for (const target of targets) expect(await runs(target)).toBe(true);
    await removeContact.run(post.context, { ref: contact.id });
    for (const target of targets)
      await until(`${target} has ended`, async () => !(await runs(target)));
    await allDelivered();
    expect(await post.db.contact.count()).toBe(0);
  });

  test('ends the run of a mail that was withdrawn', async () => {
    await work();
    deliver();
    const contact = await post.contact();
    const later = await post.draft(contact, 'reply');
    await approveDraft.run(post.context, {
      draftId: later.id,
      at: new Date(Date.now() + 86_400_000).toISOString(),
    });
    await allDelivered();
    expect(await runs(mailId(later.id))).toBe(true);
    await stop.run(post.context, { ref: contact.id });
    await until('the run has ended', async () => !(await runs(mailId(later.id))));
  });

  test('ending what never began, or has ended by itself, is no failure', async () => {
    const contact = await post.contact();
    deliver();
    await entry(contact, 'end');
    await allDelivered();
    expect(await post.db.outbox.findFirst()).toMatchObject({
      attempts: 0,
      lastError: 'it has ended already',
    });
  });

  test('needs no worker to tell a journey', async () => {
    deliver();
    const contact = await post.contact();
    await entry(contact, 'pause');
    await allDelivered();
    expect(await signalsTo(contact)).toEqual(['pause']);
  });

  test('is no way to send: a forged approval that PostgreSQL does not know sends nothing', async () => {
    await work();
    deliver();
    const contact = await post.contact();
    await entry(contact, 'start');
    await drafted(contact);
    const [draft] = await drafts(contact);
    const draftId = draft?.id ?? '';
    await environment.client.workflow.signalWithStart('mail', {
      workflowId: mailId(draftId),
      taskQueue: journeyQueue,
      args: [{ contactId: contact.id, draftId }],
      signal: 'lookAgain',
      signalArgs: [],
    });
    // The environment's own client would skip years of the other journeys.
    const client = new Client({ connection: environment.connection });
    const ending = await client.workflow.getHandle(mailId(draftId)).result();
    expect(ending).toBe('not_approved');
    expect(post.practice.sent()).toEqual([]);
    expect(await post.db.send.count()).toBe(0);
    expect((await drafts(contact))[0]?.state).toBe('awaiting_approval');
  });
});

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`It never came to this: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
