import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Operation } from '../../operations/operation.ts';
import { operations } from '../../operations/registry.ts';
import { apiBase, createApi } from '../../web/api/app.ts';
import { Hono } from 'hono';
import { createHash } from 'node:crypto';
import {
  addDraft,
  addMailbox,
  addMessage,
  addPerson,
  openFixture,
  type TestUser,
} from '../operations/fixture.ts';

let fixture: Awaited<ReturnType<typeof openFixture>>;
let kim: TestUser;
let lee: TestUser;
let app: Hono;
const reported: unknown[] = [];

beforeAll(async () => {
  fixture = await openFixture();
  kim = await fixture.addUser({ name: 'Kim' });
  lee = await fixture.addUser();
  const byId = new Map([kim, lee].map((user) => [user.userId, user]));
  const broken: Operation = {
    name: 'break',
    method: 'post',
    path: '/break',
    summary: 'Fails',
    input: z.object({}),
    output: z.object({}),
    run: async () => {
      throw new Error('the password is swordfish');
    },
  };
  app = new Hono().route(
    apiBase,
    createApi({
      db: fixture.db,
      contextFor: (userId) => byId.get(userId)!,
      report: (error) => reported.push(error),
      health: async () => ({ ready: true, database: 'running', temporal: 'running', workers: 1 }),
      operations: [...operations, broken],
    }),
  );
});

afterAll(() => fixture.close());

/** Whatever JSON an answer holds. */
// oxlint-disable-next-line typescript/no-explicit-any
type Answer = any;

async function call(
  user: TestUser | undefined,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const response = await app.request(`${apiBase}${path}`, {
    method,
    headers: {
      ...(user ? { authorization: `Bearer ${user.token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Answer,
  };
}

/** What these operations cannot do without. */
const neededBody: Readonly<Record<string, object>> = {
  addReferral: { person: 'Bo Lund' },
  addNote: { text: 'Likes bridges' },
  snooze: { until: '2036-01-01T00:00:00Z' },
  settleDraft: { answer: 'sent' },
  answerQuestion: { choice: 'yes' },
  judgeReply: { judgement: 'interested' },
  writeMail: { subject: 'Hello', text: 'Hello' },
  saveTemplate: { subject: 'Hello', text: 'Hello' },
};

describe('who may call', () => {
  it('refuses a request without a token, or with a wrong one', async () => {
    const without = await call(undefined, 'GET', '/contacts');
    expect(without).toMatchObject({ status: 401, body: { type: 'urn:rapport:not-signed-in' } });
    expect(without.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect(without.headers.get('content-type')).toBe('application/problem+json');
    const wrong = await call({ ...kim, token: 'x'.repeat(32) }, 'GET', '/contacts');
    expect(wrong.status).toBe(401);
  });

  it('accepts the session of a page, and changes only with its CSRF token', async () => {
    const value = 'cookie-of-kim';
    await fixture.db.session.create({
      data: {
        hash: createHash('sha256').update(value).digest('hex'),
        userId: kim.userId,
        csrf: 'csrf-of-kim',
        expiresAt: new Date(Date.now() + 60_000),
      },
    });
    const cookie = { cookie: `rapport=${value}` };
    expect((await call(undefined, 'GET', '/profile', undefined, cookie)).status).toBe(200);
    const change = { goals: 'learn' };
    expect((await call(undefined, 'PATCH', '/profile', change, cookie)).status).toBe(409);
    const headers = { ...cookie, 'x-csrf-token': 'csrf-of-kim' };
    expect((await call(undefined, 'PATCH', '/profile', change, headers)).status).toBe(200);
  });

  it('shows nothing of another user and lets nobody change it', async () => {
    const mailbox = await addMailbox(kim, 'secret@example.org');
    const contact = await addPerson(kim, mailbox, { email: 'hidden@acme.example' });
    const draft = await addDraft(kim, contact);
    for (const path of ['/contacts', '/drafts?all=true', '/needs-you', '/mailboxes'])
      expect(await call(lee, 'GET', path), path).toMatchObject({ status: 200, body: [] });
    const message = await addMessage(kim, contact);
    const ids = [contact.id, contact.email, draft.id, message.id, mailbox.id, mailbox.address];
    // A provider or a purpose in a path names nothing of anybody's.
    const ofSomebody = operations.filter(({ path }) => /\{(ref|\w*id|item)\}/i.test(path));
    for (const operation of ofSomebody) {
      for (const id of ids) {
        const path = operation.path.replace(/\{\w+\}/, encodeURIComponent(id));
        const answer = await call(
          lee,
          operation.method.toUpperCase(),
          path,
          neededBody[operation.name],
        );
        expect(answer.status, `${operation.method} ${path}`).toBe(404);
      }
    }
    expect((await call(kim, 'GET', `/contacts/${contact.id}`)).status).toBe(200);
  });
});

describe('what is wrong with a request', () => {
  it('is said as a problem that names the field', async () => {
    expect(await call(kim, 'PATCH', '/profile', { timeZone: 'Europe/Berlni' })).toMatchObject({
      status: 422,
      body: {
        type: 'urn:rapport:misused',
        status: 422,
        field: 'timeZone',
        detail: expect.stringContaining('Europe/Berlin'),
      },
    });
    expect(
      await call(kim, 'PATCH', '/settings', { settings: { nudgeAfter: 'soon' } }),
    ).toMatchObject({
      status: 422,
      body: { field: 'nudgeAfter', detail: expect.stringContaining('P7D') },
    });
    expect(await call(kim, 'POST', '/mailboxes', { address: 'kim@example.org' })).toMatchObject({
      status: 422,
      body: { field: 'password', detail: 'The field "password" is missing.' },
    });
  });

  it('is a misspelt field, too', async () => {
    expect(await call(kim, 'PATCH', '/profile', { nmae: 'Kim' })).toMatchObject({
      status: 422,
      body: { field: 'nmae', detail: expect.stringContaining('name') },
    });
    expect((await call(kim, 'GET', '/drafts?al=true')).status).toBe(422);
    expect((await call(kim, 'GET', '/drafts?all=perhaps')).status).toBe(422);
  });

  it('is a body that is no JSON, no object, too large, or of another type', async () => {
    expect((await call(kim, 'PATCH', '/profile', '{"name":')).status).toBe(400);
    expect((await call(kim, 'PATCH', '/profile', '[]')).status).toBe(422);
    const large = { about: 'x'.repeat(1024 * 1024) };
    expect(await call(kim, 'PATCH', '/profile', large)).toMatchObject({
      status: 413,
      body: { type: 'urn:rapport:too-large' },
    });
    const form = { 'content-type': 'text/plain' };
    expect((await call(kim, 'PATCH', '/profile', '{"name":"Eve"}', form)).status).toBe(415);
  });

  it('is text that cannot be stored', async () => {
    expect((await call(kim, 'PATCH', '/profile', { name: 'Kim\r\nBcc: all' })).status).toBe(422);
    expect(
      (await call(kim, 'POST', '/mailboxes', { address: 'a@b.example', password: '\0' })).status,
    ).toBe(422);
    expect((await call(kim, 'GET', '/contacts/%00')).status).toBe(422);
  });

  it('is an unknown address, an unknown id, or a wrong method', async () => {
    expect((await call(kim, 'GET', '/nowhere')).status).toBe(404);
    expect((await call(kim, 'GET', '/drafts/not-an-id')).status).toBe(404);
    const wrong = await call(kim, 'DELETE', '/status');
    expect(wrong).toMatchObject({ status: 405, body: { type: 'urn:rapport:wrong-method' } });
    expect(wrong.headers.get('allow')).toBe('GET');
  });

  it('never shows what failed inside, and reports it', async () => {
    const answer = await call(kim, 'POST', '/break');
    expect(answer).toMatchObject({ status: 500, body: { type: 'urn:rapport:internal' } });
    expect(JSON.stringify(answer.body)).not.toContain('swordfish');
    expect(reported).toEqual([expect.objectContaining({ message: 'the password is swordfish' })]);
  });
});

it('answers 201 where something new is there afterwards', async () => {
  const noted = { text: 'Met at the fair.' };
  const contact = await addPerson(kim, await addMailbox(kim, 'kim.notes@example.org'), {
    email: 'rosa@acme.example',
  });
  expect(await call(kim, 'POST', `/contacts/${contact.id}/notes`, noted)).toMatchObject({
    status: 201,
  });
});

describe('the OpenAPI document', () => {
  it('describes every operation where it is answered', async () => {
    const { status, body } = await call(undefined, 'GET', '/openapi.json');
    expect(status).toBe(200);
    expect(body).toMatchObject({ openapi: '3.1.0', servers: [{ url: '/api/v1' }] });
    for (const operation of operations)
      expect(body.paths[operation.path]?.[operation.method]?.operationId, operation.path).toBe(
        operation.name,
      );
    expect(body.paths['/contacts/{ref}'].get.parameters).toMatchObject([
      { name: 'ref', in: 'path', required: true },
    ]);
    const fields = body.paths['/mailboxes'].post.requestBody.content['application/json'].schema;
    expect(fields.required).toEqual(['address', 'password']);
    expect(body.paths['/mailboxes'].post.requestBody.required).toBe(true);
    expect(body.paths['/drafts/{draftId}/approve'].post.requestBody.required).toBe(false);
  });

  it('names what people ask for, groups it, and lists what may be answered', async () => {
    const { body } = await call(undefined, 'GET', '/openapi.json');
    const { schemas } = body.components;
    expect(Object.keys(schemas)).toEqual(
      expect.arrayContaining(['Contact', 'Draft', 'Message', 'NeedsYouItem', 'Problem']),
    );
    const named = JSON.stringify(body).matchAll(/#\/components\/schemas\/(\w+)/g);
    expect(Object.keys(schemas)).toEqual(
      expect.arrayContaining([...named].map(([, name]) => name)),
    );
    const { post } = body.paths['/contacts'];
    expect(post.tags).toEqual(['contacts']);
    expect(Object.keys(post.responses)).toEqual([
      '201',
      '400',
      '401',
      '409',
      '413',
      '415',
      '422',
      '500',
    ]);
    const shown = body.paths['/contacts/{ref}'].get.responses;
    expect(Object.keys(shown)).toEqual(['200', '401', '404', '422', '500']);
    expect(shown[200].content['application/json'].schema).toEqual({
      $ref: '#/components/schemas/Contact',
    });
    // Whether there is an outcome depends on the journey.
    expect(schemas.ContactSummary.properties.outcome.type).toEqual(['string', 'null']);
  });

  it('gives every operation a name and an address of its own', () => {
    expect(new Set(operations.map(({ name }) => name)).size).toBe(operations.length);
    expect(new Set(operations.map(({ method, path }) => `${method} ${path}`)).size).toBe(
      operations.length,
    );
  });
});

it('says how everything is', async () => {
  expect(await call(lee, 'GET', '/status')).toMatchObject({
    status: 200,
    body: { ready: true, database: 'running', temporal: 'running', workers: 1, mailboxes: [] },
  });
});
