import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { DiffParams, MigrationList, SchemaFilter } from '@prisma/schema-engine-wasm';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import { engineDatabase } from './migration-engine-database.ts';

/**
 * Prisma's own schema engine, as WebAssembly from npm: the same code as the binary that Prisma's command line
 * downloads, without the download.
 */
export async function applyMigrations(
  databaseUrl: string,
  folder: string,
): Promise<readonly string[]> {
  const input = { migrationsList: migrationList(folder), filters };
  const output = await withEngine(databaseUrl, undefined, (engine) =>
    engine.applyMigrations(input),
  );
  return output.appliedMigrationNames;
}

export type Difference = {
  readonly databaseUrl: string;
  /** Path and content of schema.prisma. */
  readonly schema: { readonly path: string; readonly content: string };
  readonly folder: string;
  /** What the migrations are compared with: the schema file, or the database as it is. */
  readonly against: 'schema' | 'database';
};

/** The SQL that would turn a replay of all migrations into the other side; undefined when they are equal. */
export async function difference({
  databaseUrl,
  schema,
  folder,
  against,
}: Difference): Promise<string | undefined> {
  const migrations = migrationList(folder);
  const files = { files: [schema] };
  const params: DiffParams = {
    from:
      migrations.migrationDirectories.length > 0
        ? { tag: 'migrations', ...migrations }
        : { tag: 'empty' },
    to:
      against === 'schema'
        ? { tag: 'schemaDatamodel', ...files }
        : { tag: 'schemaDatasource', ...files, configDir: dirname(schema.path) },
    script: true,
    exitCode: true,
    filters,
  };
  const { exitCode, stdout } = await withEngine(
    databaseUrl,
    [[schema.path, schema.content]],
    (engine) => engine.diff(params),
  );
  return exitCode === differs ? (stdout ?? '') : undefined;
}

const differs = 2;
const filters: SchemaFilter = { externalTables: [], externalEnums: [] };

async function withEngine<Result>(
  databaseUrl: string,
  datamodels: [string, string][] | undefined,
  work: (engine: glue.SchemaEngine) => Promise<Result>,
): Promise<Result> {
  await (loading ??= load());
  const database = engineDatabase(databaseUrl);
  try {
    const engine = await glue.SchemaEngine.new(
      { datamodels },
      () => {},
      bindMigrationAwareSqlAdapterFactory(database.factory),
    );
    return await work(engine);
  } catch (error) {
    throw new Error(panicMessage ?? (error as Error).message, { cause: error });
  } finally {
    await database.close();
  }
}

let loading: Promise<void> | undefined;
let panicMessage: string | undefined;

/** The package's own entry point imports .wasm as a module, which Node cannot do without a flag; so by hand. */
async function load(): Promise<void> {
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => (panicMessage = message) },
  });
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const code = readFileSync(join(dirname(entry), 'schema_engine_bg.wasm'));
  const glueInternals = asGlueInternals(glue);
  const { instance } = await webAssembly().instantiate(code, {
    './schema_engine_bg.js': glueInternals,
  });
  glueInternals.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

type EngineExports = { readonly __wbindgen_start: () => void };
type GlueInternals = { readonly __wbg_set_wasm: (exports: EngineExports) => void };
type WebAssemblyApi = {
  readonly instantiate: (
    code: Uint8Array,
    imports: Readonly<Record<string, object>>,
  ) => Promise<{ readonly instance: { readonly exports: EngineExports } }>;
};

/** wasm-bindgen exports this function from every glue module, but leaves it out of the types. */
function asGlueInternals(exports: object): GlueInternals {
  return exports as GlueInternals;
}

/** Node has it; TypeScript declares it only together with a browser's whole DOM. */
function webAssembly(): WebAssemblyApi {
  return (globalThis as unknown as { WebAssembly: WebAssemblyApi }).WebAssembly;
}

function migrationList(folder: string): MigrationList {
  const lock = join(folder, 'migration_lock.toml');
  const names = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : [];
  return {
    baseDir: folder,
    shadowDbInitScript: '',
    lockfile: {
      path: 'migration_lock.toml',
      content: existsSync(lock) ? readFileSync(lock, 'utf8') : null,
    },
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(folder, name, 'migration.sql'), 'utf8') },
      },
    })),
  };
}
