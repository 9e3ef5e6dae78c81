import type { DataConverter } from '@temporalio/common';
import type { TemporalTarget } from '../embedded/servers.ts';
import { currentApiKey } from './api-key.ts';
import { Client, Connection } from '../config/temporal-sdk.ts';

/** A client for starting and telling workflows. Close its connection when done. */
export async function connectClient(
  target: TemporalTarget,
  dataConverter: DataConverter = {},
): Promise<Client> {
  const { namespace, apiKey: _, readApiKey: __, ...where } = target;
  const apiKey = currentApiKey(target);
  const connection = await Connection.connect({ ...where, ...(apiKey && { apiKey }) });
  return new Client({ connection, namespace, dataConverter });
}
