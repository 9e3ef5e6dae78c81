import { lookup } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { maxCalendarBytes } from '../../domain/meeting/feed/busy-times.ts';
import { isLoopbackHost, parseCalendarAddress, urlFrom } from './calendar-address.ts';
import { isLoopbackAddress, isPublicAddress } from './public-address.ts';

/** A calendar could not be had; the message is the end of "… could not be read: ", and never holds the address. */
export class CalendarUnreachable extends Error {
  override readonly name = 'CalendarUnreachable';
}

export type KnownCopy = { readonly etag: string | null; readonly lastModified: string | null };

export type FetchedCalendar =
  | { readonly changed: false }
  | { readonly changed: true; readonly bytes: Buffer; readonly copy: KnownCopy };

const maxRedirects = 5;

/** Milliseconds for everything together. */
const longest = 20_000;

/**
 * The bytes at a calendar's address, or that they are those of the copy known. Only public addresses are connected to,
 * asked for again at every redirect and checked in the moment of connecting; from this machine's own address only
 * this machine. Throws CalendarUnreachable.
 */
export async function fetchCalendar(address: string, known: KnownCopy): Promise<FetchedCalendar> {
  const signal = AbortSignal.timeout(longest);
  const first = parseCalendarAddress(address);
  const local = isLoopbackHost(first.hostname);
  let url = first;
  for (let hop = 0; hop <= maxRedirects; hop++) {
    const answer = await ask(url, { known, local, signal });
    const { statusCode = 0, headers } = answer;
    if (statusCode === 304) {
      answer.destroy();
      return { changed: false };
    }
    if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
      answer.destroy();
      url = redirected(url, headers.location, local);
      continue;
    }
    if (statusCode !== 200) {
      answer.destroy();
      throw new CalendarUnreachable(refusal(statusCode, url.hostname));
    }
    const bytes = await bodyOf(answer, url.hostname, signal);
    return {
      changed: true,
      bytes,
      copy: { etag: headers.etag ?? null, lastModified: headers['last-modified'] ?? null },
    };
  }
  throw new CalendarUnreachable(`${first.hostname} redirects more than ${maxRedirects} times`);
}

function redirected(from: URL, location: string, local: boolean): URL {
  const next = urlFrom(location, from);
  const allowed =
    next !== undefined &&
    next.username === '' &&
    (local ? isLoopbackHost(next.hostname) : next.protocol === 'https:');
  if (!allowed)
    throw new CalendarUnreachable(`${from.hostname} redirects to an address that is not allowed`);
  return next;
}

function ask(
  url: URL,
  how: { readonly known: KnownCopy; readonly local: boolean; readonly signal: AbortSignal },
): Promise<IncomingMessage> {
  const { known, local, signal } = how;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void => reject(unreachable(error, url.hostname));
    const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
    try {
      // An IP address in the URL is connected to without a lookup.
      checkAddress(host, local);
      const sent = request(
        url,
        {
          agent: false,
          signal,
          lookup: checkedLookup(local),
          headers: {
            accept: 'text/calendar, */*;q=0.1',
            'accept-encoding': 'identity',
            'user-agent': 'Rapport',
            ...(known.etag === null ? {} : { 'if-none-match': known.etag }),
            ...(known.lastModified === null ? {} : { 'if-modified-since': known.lastModified }),
          },
        },
        resolve,
      );
      sent.on('error', fail);
      sent.end();
    } catch (error) {
      fail(error);
    }
  });
}

function checkedLookup(local: boolean): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '', 0);
      try {
        for (const { address } of addresses) checkAddress(address, local);
      } catch (refused) {
        return done(refused as Error, '', 0);
      }
      const [first] = addresses;
      if (options.all === true) return done(null, addresses);
      return done(null, first?.address ?? '', first?.family ?? 0);
    });
  };
}

/** Names pass; they are looked up next. */
function checkAddress(address: string, local: boolean): void {
  if (!/^[\d.]+$|:/.test(address)) return;
  if (local ? isLoopbackAddress(address) : isPublicAddress(address)) return;
  throw new CalendarUnreachable('its address is in a private network, which is not asked');
}

async function bodyOf(answer: IncomingMessage, host: string, signal: AbortSignal): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of decoded(answer)) {
      signal.throwIfAborted();
      length += (chunk as Buffer).length;
      if (length > maxCalendarBytes) throw new CalendarUnreachable('it is larger than 30 MB');
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    throw unreachable(error, host);
  } finally {
    answer.destroy();
  }
  if (!answer.complete) throw new CalendarUnreachable(`the connection to ${host} ended too early`);
  return Buffer.concat(chunks);
}

/** Some servers compress whatever is asked for. */
function decoded(answer: IncomingMessage): AsyncIterable<unknown> {
  const encoding = answer.headers['content-encoding']?.toLowerCase();
  const through = {
    gzip: createGunzip,
    'x-gzip': createGunzip,
    deflate: createInflate,
    br: createBrotliDecompress,
  }[encoding ?? ''];
  if (through === undefined) return answer;
  const plain = through();
  answer.on('error', (error) => plain.destroy(error));
  return answer.pipe(plain);
}

function refusal(status: number, host: string): string {
  switch (status) {
    case 401:
    case 403:
      return `${host} does not let it be read (HTTP ${status}); perhaps its address was reset, or publishing is forbidden there`;
    case 404:
    case 410:
      return `${host} has no calendar at this address (HTTP ${status}); perhaps its address was reset`;
    default:
      return `${host} answered with HTTP ${status}`;
  }
}

function unreachable(error: unknown, host: string): CalendarUnreachable {
  if (error instanceof CalendarUnreachable) return error;
  const { code, name } = error as NodeJS.ErrnoException;
  if (name === 'AbortError' || name === 'TimeoutError')
    return new CalendarUnreachable(`${host} took longer than ${longest / 1000} seconds`);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new CalendarUnreachable(`the name ${host} was not found`);
  if (code === 'ECONNREFUSED')
    return new CalendarUnreachable(`${host} does not accept connections`);
  return new CalendarUnreachable(`the connection to ${host} failed (${code ?? name})`);
}
