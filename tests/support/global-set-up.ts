import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { cacheFolder } from '../../config/data-folder.ts';
import { freePorts } from '../../embedded/ports.ts';
import {
  postgresPassword,
  postgresUrl,
  startPostgres,
  stopPostgres,
} from '../../embedded/postgres.ts';
import { deploy } from '../../db/migrate.ts';
import { findTestServer, type Findable } from './test-server.ts';
import { workflowBundle } from './workflow-bundle.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The administrator's URL of the run's PostgreSQL (database `postgres`). For tests: `freshDatabase()`. */
    databaseUrl: string;
    /** The program of the time-skipping Temporal server, or why there is none. For tests: `timeSkipping()`. */
    testServer: Findable;
    /** Path of the workflows' bundle; empty as long as there are no workflows. */
    workflowBundle: string;
  }
}

/** One embedded PostgreSQL for the whole run, with one migrated database that the tests' own are copied from. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-test-'));
  const password = postgresPassword(folder);
  const [port] = await freePorts(1);
  const server = await startPostgres({ folder, port: port!, password, durable: false });
  const urlOf = (database: string) => postgresUrl({ port: server.port, password, database });
  await deploy({ databaseUrl: urlOf('template_rapport') });

  project.provide('databaseUrl', urlOf('postgres'));
  project.provide('testServer', findTestServer(process.env, cacheFolder(process.env)));

  project.provide('workflowBundle', (await workflowBundle()) ?? '');

  return async () => {
    await stopPostgres({ folder });
    rmSync(folder, { recursive: true, force: true });
  };
}
