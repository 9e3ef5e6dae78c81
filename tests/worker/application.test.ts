import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { journeyId } from '../../domain/journey.ts';
import type { TemporalTarget } from '../../embedded/servers.ts';
import { startApplication, type Application } from '../../worker/application.ts';
import { promised, type Promised } from '../../worker/promised.ts';
import { ensureUser } from '../../db/users.ts';
import { addContact } from '../../operations/contacts/add-contact.ts';
import { freshDatabase } from '../support/database.ts';
import { noTimeSkipping, timeSkipping } from '../support/test-server.ts';
import { until } from '../support/until.ts';

describe.skipIf(noTimeSkipping())('an application that is there before Temporal', () => {
  let environment: TestWorkflowEnvironment;
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let folder: string;
  let temporal: Promised<TemporalTarget>;
  let application: Application;
  beforeAll(async () => {
    environment = await timeSkipping();
  });
  afterAll(() => environment.teardown());
  beforeEach(async () => {
    database = await freshDatabase();
    folder = mkdtempSync(join(tmpdir(), 'rapport-application-'));
    temporal = promised<TemporalTarget>();
    application = await startApplication({
      databaseUrl: database.url,
      temporal: temporal.promise,
      dataRoot: folder,
      secretKey: undefined,
      log: () => undefined,
      bundle: inject('workflowBundle'),
    });
  });
  afterEach(async () => {
    await application.stop();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A person adds somebody, which enqueues the start of a journey. */
  async function newContact(): Promise<string> {
    const { db } = application;
    const userId = await ensureUser(db, { timeZone: 'UTC' });
    const context = application.contextFor(userId);
    const server = { imapHost: '127.0.0.1', imapPort: 1, smtpHost: '127.0.0.1', smtpPort: 1 };
    await db.mailbox.create({
      data: {
        ...server,
        userId,
        address: 'me@home.test',
        login: 'me',
        secret: context.secrets.seal('none'),
        imapSecurity: 'none',
        smtpSecurity: 'none',
      },
    });
    const { contactId } = await addContact.run(context, { email: 'ana@work.test', name: 'Ana' });
    return contactId;
  }

  const arrives = () =>
    temporal.resolve({ address: environment.address, namespace: environment.namespace! });
  const waiting = () => application.db.outbox.count({ where: { deliveredAt: null } });

  test('says so, and answers from PostgreSQL', async () => {
    expect(await application.health()).toEqual({
      ready: false,
      database: 'ok',
      temporal: 'is starting',
      workers: 0,
    });
    const id = await newContact();
    expect(await application.db.contact.count({ where: { id } })).toBe(1);
    temporal.reject(new Error('nobody needs it'));
  });

  test('keeps what a journey is to be told until it can be told', async () => {
    const target = journeyId(await newContact());
    expect(await waiting()).toBe(1);
    arrives();
    await until('it is told', async () => (await waiting()) === 0);
    expect((await environment.client.workflow.getHandle(target).describe()).type).toBe(
      'contactJourney',
    );
  });

  test('says why it could not be reached, and ends all the same', async () => {
    const working = application.work({ journeys: true, watch: false });
    temporal.reject(new Error('it did not start'));
    await expect(application.reached).rejects.toThrow('it did not start');
    await expect(working).rejects.toThrow('it did not start');
  });
});
