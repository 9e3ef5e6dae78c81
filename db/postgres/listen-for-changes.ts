import pg from 'pg';

export type Changes = {
  /** Calls the listener with the name of the table whenever something was committed; returns what ends that. */
  readonly onChange: (listener: (table: string) => void) => () => void;
  readonly stop: () => Promise<void>;
};

/** Hears of every committed change, and connects again when PostgreSQL was away; then everything may have changed. */
export function listenForChanges(databaseUrl: string): Changes {
  const listeners = new Set<(table: string) => void>();
  const tell = (table: string): void => {
    for (const listener of listeners) listener(table);
  };
  let stopped = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: databaseUrl });
    client = next;
    const again = (): void => {
      if (stopped || client !== next) return;
      client = undefined;
      timer = setTimeout(() => void connect(), 1_000);
    };
    next.on('error', again);
    next.on('end', again);
    next.on('notification', ({ payload }) => tell(payload ?? ''));
    try {
      await next.connect();
      await next.query('LISTEN rapport');
      tell('outbox');
    } catch {
      again();
    }
  };
  void connect();

  return {
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
