import { InvalidInput } from '../../domain/errors.ts';

/**
 * The address of a calendar, as it is fetched: https, or http from this machine. `webcal:` is https by another name.
 * Throws InvalidInput, whose sentence does not repeat the address: who has it can read the calendar.
 */
export function parseCalendarAddress(text: string): URL {
  const url = urlFrom(text.trim().replace(/^webcals?:\/\//i, 'https://'));
  if (url === undefined || text.length > 2_000) throw refused('it is not an address');
  if (url.username !== '' || url.password !== '')
    throw refused('it has a user name or password in it, which is not supported');
  if (url.protocol === 'https:') return url;
  if (url.protocol === 'http:' && isLoopbackHost(url.hostname)) return url;
  throw refused('calendars are read over https only, or from this machine');
}

/** Undefined for what is no absolute address. */
export function urlFrom(text: string, base?: URL): URL | undefined {
  return URL.canParse(text, base?.href) ? new URL(text, base) : undefined;
}

/** Names of this machine, as a URL has them. */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

function refused(reason: string): InvalidInput {
  return new InvalidInput(
    `Could not use this calendar address: ${reason}. Give the secret address that ends in .ics from your calendar's settings.`,
    'url',
  );
}
