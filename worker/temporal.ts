import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import type { TemporalTarget } from '../embedded/supervise.ts';

/** A client for starting and telling workflows. Close its connection when done. */
export async function connectClient(target: TemporalTarget): Promise<Client> {
  const { namespace, ...where } = target;
  return new Client({ connection: await Connection.connect(where), namespace });
}

/** A connection for workers, which poll on it; the namespace is each worker's own affair. */
export function connectWorker(target: TemporalTarget): Promise<NativeConnection> {
  const { address, tls, apiKey, metadata } = target;
  return NativeConnection.connect({
    address,
    ...(tls === undefined ? {} : { tls }),
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(metadata === undefined ? {} : { metadata }),
  });
}
