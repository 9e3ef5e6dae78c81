import type { ImapFlow } from 'imapflow';

const errors = new WeakMap<object, Error>();

/**
 * Listens for what ended the connection: commands that were under way only learn that it is gone.
 * Without a listener the event would end the process.
 */
export function rememberErrors(client: ImapFlow): void {
  client.on('error', (error: Error) => {
    if (!errors.has(client)) errors.set(client, error);
  });
}

/** The first error of the connection itself; undefined when it was only closed. */
export function connectionError(client: object): Error | undefined {
  return errors.get(client);
}
