import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import { serve, type ServerType } from '@hono/node-server';
import { askModel, type RewritingModel } from '../mail/ask-model.ts';
import type { OperationContext } from '../operations/context.ts';
import { createWeb } from '../web/app.ts';
import type { WebDeps } from '../web/deps.ts';
import type { Application } from './application.ts';

export type RunningWeb = { readonly port: number; readonly stop: () => Promise<void> };

/** Serves the pages and the API. Throws where the port is taken. */
export async function startWeb(options: {
  readonly application: Application;
  readonly host: string;
  readonly port: number;
  readonly signInToken: string;
  readonly password: string | undefined;
  readonly url: string;
  readonly publicUrl: URL | undefined;
  readonly rewriting?: RewritingModel | undefined;
  readonly practice: WebDeps['practice'];
  readonly report: (error: unknown) => void;
}): Promise<RunningWeb> {
  const { application, host, port } = options;
  const app = createWeb({
    db: application.db,
    contextFor: (userId) => ({
      ...application.contextFor(userId),
      pagePort: port,
      publicUrl: options.publicUrl,
      rewriting: options.rewriting && askedFor(options.rewriting),
    }),
    onChange: application.onChange,
    signInToken: options.signInToken,
    password: options.password,
    allowedHosts: namesOf(host).flatMap((name) => [name, `${name}:${port}`]),
    publicUrl: options.publicUrl,
    health: async () => ({ ...(await application.health()), url: options.url }),
    practice: options.practice,
    report: options.report,
  });
  const server: ServerType = serve({ fetch: app.fetch, hostname: host, port });
  await Promise.race([
    once(server, 'listening'),
    once(server, 'error').then(([error]) => Promise.reject(error as Error)),
  ]);
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}

function askedFor(model: RewritingModel): OperationContext['rewriting'] {
  return { host: model.url.host, ask: (prompt) => askModel(model, prompt) };
}

/** What a browser may call us: anything else is a foreign name that was pointed at this machine. */
function namesOf(host: string): readonly string[] {
  const local = ['127.0.0.1', 'localhost', '[::1]'];
  if (host !== '0.0.0.0' && host !== '::')
    return [...local, host.includes(':') ? `[${host}]` : host];
  const addresses = Object.values(networkInterfaces()).flatMap((found) => found ?? []);
  return [
    ...local,
    hostname().toLowerCase(),
    ...addresses.map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address)),
  ];
}
