import pg from 'pg';

/**
 * A connection of its own, not yet connected. When it is lost, the query that runs on it throws;
 * between two queries its loss must not end the process, as an unheard `error` would.
 */
export function pgClient(databaseUrl: string): pg.Client {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  return client;
}
