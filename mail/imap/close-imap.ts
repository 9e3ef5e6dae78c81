import type { ImapFlow } from 'imapflow';

/** Ends a connection with LOGOUT; a server that does not answer it within two seconds is left. */
export async function closeImap(client: ImapFlow): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, 2_000);
  });
  try {
    if (client.usable) await Promise.race([client.logout(), patience]);
  } catch {
    // It is gone already.
  } finally {
    clearTimeout(timer);
    client.close();
  }
}
