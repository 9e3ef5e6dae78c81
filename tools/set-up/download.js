import { createWriteStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const answerWithinMs = 6_000;

/** The text at an address. Gives up soon when nothing answers: another way may be open. */
export async function fetchText(address) {
  return (await open(address)).text();
}

/** Saves what is at the address; `onBytes` hears how many have come. */
export async function fetchFile(address, file, onBytes) {
  const answer = await open(address);
  let bytes = 0;
  const count = new Transform({
    transform(chunk, _, done) {
      bytes += chunk.length;
      onBytes(bytes);
      done(undefined, chunk);
    },
  });
  await pipeline(Readable.fromWeb(answer.body), count, createWriteStream(file));
}

async function open(address) {
  const url = new URL(address);
  const headers = {};
  // fetch refuses addresses with a name and password in them, as module proxies may have.
  if (url.username) {
    const secret = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    headers.authorization = `Basic ${Buffer.from(secret).toString('base64')}`;
    url.username = url.password = '';
  }
  const abort = new AbortController();
  const timer = setTimeout(
    () => abort.abort(new Error(`no answer within ${answerWithinMs / 1000} s`)),
    answerWithinMs,
  );
  try {
    const answer = await fetch(url, { headers, signal: abort.signal });
    if (!answer.ok) throw new Error(`the answer was ${answer.status}`);
    return answer;
  } catch (error) {
    throw new Error(error.cause?.code ?? error.message, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
