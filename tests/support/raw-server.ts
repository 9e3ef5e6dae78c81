import type { AddressInfo, Server } from 'node:net';
import type { Endpoint } from '../../mail/account.ts';

export function loopback(port: number): Endpoint {
  return { host: '127.0.0.1', port, security: 'none' };
}

/** Lets a server of a test's own making listen on a free port while `use` runs. */
export async function listening(
  server: Server,
  use: (port: number) => Promise<void>,
): Promise<void> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await use((server.address() as AddressInfo).port);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}
