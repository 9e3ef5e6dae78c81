import type { ImapFlow, SearchObject } from 'imapflow';
import { canonicalAddress } from '../../domain/email-address.ts';
import { MailboxFailure } from '../errors.ts';
import { openFolder } from './open-folder.ts';
import { readHeaderSummary, SUMMARY_HEADERS } from './message-headers.ts';
import { within } from './time-limit.ts';

export type Earlier = {
  /** How many there are among the `limit` newest that the server found. */
  readonly count: number;
  readonly latest: Date | undefined;
};

/** Mail from or to a person in any of the folders. Throws MailboxFailure when one cannot be read. */
export async function findEarlier(
  client: ImapFlow,
  person: {
    readonly folders: readonly string[];
    readonly address: string;
    readonly since?: Date;
    readonly limit: number;
  },
): Promise<Earlier> {
  const dates: Date[] = [];
  for (const folder of person.folders)
    dates.push(...(await datesIn(client, { ...person, folder })));
  const latest = dates.toSorted((a, b) => b.getTime() - a.getTime())[0];
  return { count: dates.length, latest };
}

function datesIn(
  client: ImapFlow,
  person: {
    readonly folder: string;
    readonly address: string;
    readonly since?: Date;
    readonly limit: number;
  },
): Promise<readonly Date[]> {
  return within(client, 120_000, `look for earlier mail in ${person.folder}`, async () => {
    await openFolder(client, person.folder);
    const query: SearchObject = {
      or: [{ from: person.address }, { to: person.address }],
      ...(person.since && { since: person.since }),
    };
    const uids = await searchUids(client, query);
    const newest = uids.toSorted((a, b) => a - b).slice(-person.limit);
    if (newest.length === 0) return [];
    const dates: Date[] = [];
    const wanted = canonicalAddress(person.address);
    const options = { internalDate: true, headers: SUMMARY_HEADERS };
    for await (const message of client.fetch(newest.join(','), options, { uid: true })) {
      const mail = readHeaderSummary(message);
      // IMAP searches for parts of addresses: ana@ also finds diana@.
      if (mail && (mail.from === wanted || mail.to.includes(wanted))) dates.push(mail.internalDate);
    }
    return dates;
  });
}

/** UIDs that match. imapflow answers a failed search with false or undefined: here that throws. */
export async function searchUids(client: ImapFlow, query: SearchObject): Promise<number[]> {
  const found = await client.search(query, { uid: true });
  if (Array.isArray(found)) return found;
  if (!client.usable) throw Object.assign(new Error('lost'), { code: 'NoConnection' });
  throw new MailboxFailure('refused', `${client.host} refused to search the mailbox.`);
}
