import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { asAdministrator } from '../../db/migrate.ts';

export type FreshDatabase = {
  readonly url: string;
  readonly drop: () => Promise<void>;
};

/** An empty, migrated database of the test's own. Drop it when done; sessions left open are ended. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const administrator = inject('databaseUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdministrator(administrator, (client) =>
    client.query(`create database ${name} template template_rapport strategy file_copy`),
  );
  const url = new URL(administrator);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: async () => {
      await asAdministrator(administrator, (client) =>
        client.query(`drop database ${name} with (force)`),
      );
    },
  };
}
