import type { ImapFlow } from 'imapflow';
import { imapFailure } from './imap-failure.ts';

/**
 * Runs IMAP commands and translates what they throw. A server that keeps sending bytes without
 * ever answering escapes socketTimeout, so after `milliseconds` the connection is closed.
 */
export async function within<T>(
  client: ImapFlow,
  milliseconds: number,
  attempted: string,
  commands: () => Promise<T>,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(Object.assign(new Error('The time for this is over.'), { code: 'ETIMEOUT' }));
      client.close();
    }, milliseconds);
  });
  try {
    if (!client.usable) throw lost();
    const result = await Promise.race([commands(), expired]);
    // imapflow ends a FETCH on a dead connection as if there were no mails: seen with imapflow 2.1.2 and a killed connection.
    if (!client.usable) throw lost();
    return result;
  } catch (error) {
    throw imapFailure(client, attempted, error);
  } finally {
    clearTimeout(timer);
  }
}

function lost(): Error {
  return Object.assign(new Error('The connection was lost.'), { code: 'NoConnection' });
}
