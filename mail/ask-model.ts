import { z } from 'zod';
import { Conflict } from '../domain/errors.ts';

/** An endpoint that speaks the protocol of OpenAI's chat completions; its address without `/chat/completions`. */
export type RewritingModel = {
  readonly url: URL;
  readonly model: string;
  readonly key: string | undefined;
};

const timeLimit = 60_000;
const mostBytes = 50_000;

const answerShape = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

/** One question, one answer. Throws {@link Conflict} that names the endpoint and what it did. Redirects are not followed. */
export async function askModel(
  { url, model, key }: RewritingModel,
  prompt: { readonly system: string; readonly user: string },
): Promise<string> {
  const at = new URL(`${url.href.replace(/\/$/, '')}/chat/completions`);
  const fail = (what: string): Conflict =>
    new Conflict(
      `Asking ${url.host} for other words failed: ${what}. Your draft is as it was. Check RAPPORT_REWRITE_URL, RAPPORT_REWRITE_MODEL and RAPPORT_REWRITE_KEY.`,
    );
  let response: Response;
  try {
    response = await fetch(at, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(timeLimit),
      headers: {
        'content-type': 'application/json',
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({
        model,
        messages: [
          { role: 'system', content: prompt.system },
          { role: 'user', content: prompt.user },
        ],
      }),
    });
  } catch (error) {
    const slow = error instanceof DOMException && error.name === 'TimeoutError';
    throw fail(slow ? 'no answer within 60 seconds' : 'it cannot be reached');
  }
  if (!response.ok) {
    await response.body?.cancel();
    throw fail(`it answered ${response.status}`);
  }
  const answer = answerShape.safeParse(await bodyOf(response, fail));
  if (!answer.success) throw fail('its answer is not that of a chat completion');
  return answer.data.choices[0]?.message.content ?? '';
}

async function bodyOf(response: Response, fail: (what: string) => Conflict): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength;
      if (size > mostBytes) throw fail('its answer is larger than any letter');
      chunks.push(chunk);
    }
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  } catch (error) {
    if (error instanceof Conflict) throw error;
    throw fail('its answer broke off or is no JSON');
  }
}
