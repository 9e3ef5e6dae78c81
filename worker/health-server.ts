import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * `GET /healthz` for a process that serves no pages: 200 while it works and reaches its servers, else 503. It says
 * nothing else, so it may be reached from other machines. Throws where the port is taken; port 0 is any free one.
 */
export async function startHealthServer(options: {
  readonly host: string;
  readonly port: number;
  readonly ready: () => Promise<boolean>;
}): Promise<{ readonly port: number; readonly stop: () => Promise<void> }> {
  const { host, port, ready } = options;
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/healthz')
      return void response.writeHead(404).end();
    void ready()
      .catch(() => false)
      .then((is) =>
        response
          .writeHead(is ? 200 : 503, { 'content-type': 'application/json' })
          .end(JSON.stringify({ ready: is })),
      );
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
