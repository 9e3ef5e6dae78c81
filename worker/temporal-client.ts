import type { TemporalTarget } from '../embedded/servers.ts';
import { Client, Connection } from '../config/temporal-sdk.ts';

/** A client for starting and telling workflows. Close its connection when done. */
export async function connectClient(target: TemporalTarget): Promise<Client> {
  const { namespace, ...where } = target;
  return new Client({ connection: await Connection.connect(where), namespace });
}
