import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { askModel } from '../../mail/ask-model.ts';

async function modelThat(answers: RequestListener) {
  const server = createServer(answers).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { url: new URL(`http://127.0.0.1:${port}/v1`), model: 'small', key: 'the-key' };
}

const prompt = { system: 'Rewrite.', user: 'Body' };

test('the model is asked once, with its key, and its words come back', async () => {
  const asked: { readonly request: IncomingMessage; readonly body: string }[] = [];
  const model = await modelThat((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      asked.push({ request, body });
      response.end(JSON.stringify({ choices: [{ message: { content: 'Other words' } }] }));
    });
  });
  expect(await askModel(model, prompt)).toBe('Other words');
  expect(asked).toHaveLength(1);
  expect(asked[0]?.request.url).toBe('/v1/chat/completions');
  expect(asked[0]?.request.headers.authorization).toBe('Bearer the-key');
  expect(JSON.parse(asked[0]?.body ?? '')).toEqual({
    model: 'small',
    messages: [
      { role: 'system', content: 'Rewrite.' },
      { role: 'user', content: 'Body' },
    ],
  });
});

test.each<[string, RequestListener, RegExp]>([
  ['refuses', (_, response) => response.writeHead(401).end('no'), /it answered 401/],
  ['answers in HTML', (_, response) => response.end('<p>'), /no JSON/],
  ['answers something else', (_, response) => response.end('{}'), /not that of a chat completion/],
  [
    'leads elsewhere',
    (_, response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end(),
    /cannot be reached/,
  ],
  [
    'never stops',
    (_, response) => {
      const more = (): void => void response.write('x'.repeat(65_536), more);
      more();
    },
    /larger than any letter/,
  ],
  ['hangs up', (_, response) => response.destroy(), /cannot be reached/],
])('a model that %s fails with what was asked and what to check', async (_, answers, why) => {
  const model = await modelThat(answers);
  await expect(askModel(model, prompt)).rejects.toThrow(why);
  await expect(askModel(model, prompt)).rejects.toThrow(/RAPPORT_REWRITE_URL/);
});
