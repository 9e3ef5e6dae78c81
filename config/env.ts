import { z } from 'zod';
import { InvalidInput } from '../domain/errors.ts';
import { cacheFolder, dataFolder, type DataFolder } from './data-folder.ts';

export type Environment = {
  readonly data: DataFolder;
  readonly cache: string;
  readonly host: string;
  /** Wanted, not promised: when it is taken, the next free one is used. */
  readonly port: number;
  /** Where a process without pages answers `/healthz`; undefined: nowhere. */
  readonly healthPort: number | undefined;
  /** Where people reach the pages through a reverse proxy: scheme and host, no path. */
  readonly publicUrl: URL | undefined;
  /** The language model that may be asked for other words; undefined: none is. */
  readonly rewriting:
    { readonly url: URL; readonly model: string; readonly key: string | undefined } | undefined;
  readonly secretKey: string | undefined;
  /** True: what workflows take and return is encrypted before Temporal gets it. */
  readonly encryptPayloads: boolean;
  /** Set: that PostgreSQL is used and none started. */
  readonly databaseUrl: string | undefined;
  /** False: `rapport migrate` alone changes the schema; every other process only checks it. */
  readonly migrate: boolean;
  /** True when `TEMPORAL_*` points at a server of the user's own. */
  readonly temporalIsGiven: boolean;
  /** The `TEMPORAL_*` variables as given, for `@temporalio/envconfig`. */
  readonly temporalVariables: Readonly<Record<string, string>>;
  /** Set: the workers of this process say that they are this version; Temporal decides what work it gets. */
  readonly workerVersion: WorkerVersion | undefined;
  /** A folder with `temporal-server` and `temporal-sql-tool`. */
  readonly temporalServer: string | undefined;
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
};

/** A version of the workers, as Temporal's worker deployments name it. */
export type WorkerVersion = { readonly deploymentName: string; readonly buildId: string };

const optional = z.preprocess((value) => (value === '' ? undefined : value), z.string().optional());

const aPort = 'a port is a whole number from 1 to 65535';
const portNumber = z.coerce.number(aPort).int(aPort).min(1, aPort).max(65_535, aPort);

/** Temporal joins it to the build id with one of these characters. */
const deploymentName = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z
    .string()
    .regex(/^[^.:]+$/, 'a deployment’s name has no "." and no ":"')
    .optional(),
);

const variables = z.object({
  RAPPORT_DATA: optional,
  RAPPORT_HOST: optional,
  RAPPORT_PORT: z.preprocess(
    (value) => (value === '' ? undefined : value),
    portNumber.default(3000),
  ),
  RAPPORT_HEALTH_PORT: z.preprocess(
    (value) => (value === '' ? undefined : value),
    portNumber.optional(),
  ),
  RAPPORT_URL: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z
      .url({
        protocol: /^https?$/,
        error: 'it is the public address of the page, such as https://rapport.example.org',
      })
      .refine(
        (url) => !URL.canParse(url) || `${new URL(url).origin}/` === new URL(url).href,
        'it has a path; give a host of its own, such as https://rapport.example.org',
      )
      .optional(),
  ),
  RAPPORT_REWRITE_URL: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z
      .url({
        protocol: /^https?$/,
        error: 'it is the address of a language model, such as http://localhost:11434/v1',
      })
      .refine(
        (url) => !URL.canParse(url) || isPrivate(new URL(url)),
        'letters and the key would travel unencrypted; use https, or a model on this machine',
      )
      .optional(),
  ),
  RAPPORT_REWRITE_MODEL: optional,
  RAPPORT_REWRITE_KEY: optional,
  RAPPORT_MIGRATE: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.enum(['on', 'off'], { error: 'it is "on" or "off"' }).default('on'),
  ),
  RAPPORT_SECRET_KEY: optional,
  RAPPORT_TEMPORAL_SERVER: optional,
  RAPPORT_PAYLOAD_ENCRYPTION: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.enum(['on', 'off'], { error: 'it is "on" or "off"' }).default('off'),
  ),
  DATABASE_URL: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'it must begin with postgresql:// and name a database')
      .optional(),
  ),
  TEMPORAL_DEPLOYMENT_NAME: deploymentName,
  TEMPORAL_WORKER_DEPLOYMENT_NAME: deploymentName,
  TEMPORAL_WORKER_BUILD_ID: optional,
  LOG_LEVEL: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  ),
  XDG_DATA_HOME: optional,
  XDG_CACHE_HOME: optional,
});

/** Reads the environment once, at a process's start. Throws {@link InvalidInput} naming the variable and what it may be. */
export function readEnvironment(environment: NodeJS.ProcessEnv): Environment {
  const parsed = variables.safeParse(environment);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0]);
    throw new InvalidInput(`${name} cannot be used: ${issue?.message ?? 'bad value'}.`, name);
  }
  const given = parsed.data;
  const temporalVariables = nonEmptyTemporalVariables(environment);
  return {
    data: dataFolder(given),
    cache: cacheFolder(given),
    host: given.RAPPORT_HOST ?? '127.0.0.1',
    port: given.RAPPORT_PORT,
    healthPort: given.RAPPORT_HEALTH_PORT,
    publicUrl: given.RAPPORT_URL === undefined ? undefined : new URL(given.RAPPORT_URL),
    migrate: given.RAPPORT_MIGRATE === 'on',
    rewriting: rewritingOf(given),
    secretKey: given.RAPPORT_SECRET_KEY,
    encryptPayloads: given.RAPPORT_PAYLOAD_ENCRYPTION === 'on',
    databaseUrl: given.DATABASE_URL,
    temporalIsGiven: pointsAtServer(temporalVariables),
    temporalVariables,
    workerVersion: workerVersion(given),
    temporalServer: given.RAPPORT_TEMPORAL_SERVER,
    logLevel: given.LOG_LEVEL,
  };
}

/** Encrypted, or a name that only this machine or its own network knows. */
function isPrivate({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || /^(?:127\.[\d.]+|\[::1\]|[^.]+)$/.test(hostname);
}

function rewritingOf(given: z.infer<typeof variables>): Environment['rewriting'] {
  const { RAPPORT_REWRITE_URL: url, RAPPORT_REWRITE_MODEL: model } = given;
  if (url === undefined) return undefined;
  if (model === undefined)
    throw new InvalidInput(
      'RAPPORT_REWRITE_URL is set, but not which model to ask. Set RAPPORT_REWRITE_MODEL too.',
      'RAPPORT_REWRITE_MODEL',
    );
  return { url: new URL(url), model, key: given.RAPPORT_REWRITE_KEY };
}

function nonEmptyTemporalVariables(environment: NodeJS.ProcessEnv): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (name.startsWith('TEMPORAL_') && value) found[name] = value;
  }
  return found;
}

/** A namespace or key alone says nothing about where: half a configuration must not end up on the embedded server. */
function pointsAtServer(given: Readonly<Record<string, string>>): boolean {
  if (given.TEMPORAL_ADDRESS || given.TEMPORAL_PROFILE || given.TEMPORAL_CONFIG_FILE) return true;
  const stray = Object.keys(given).find((name) =>
    /^TEMPORAL_(NAMESPACE|API_KEY|TLS|CODEC|GRPC_META|DEPLOYMENT|WORKER)/.test(name),
  );
  if (stray === undefined) return false;
  throw new InvalidInput(
    `${stray} is set, but not which Temporal server it belongs to. Set TEMPORAL_ADDRESS too, or unset ${stray} to use the embedded server.`,
    stray,
  );
}

/** The first name is the one that Temporal's Worker Controller sets. */
function workerVersion({
  TEMPORAL_DEPLOYMENT_NAME: first,
  TEMPORAL_WORKER_DEPLOYMENT_NAME: other,
  TEMPORAL_WORKER_BUILD_ID: buildId,
}: z.infer<typeof variables>): WorkerVersion | undefined {
  const name = first ?? other;
  if (name !== undefined && buildId !== undefined) return { deploymentName: name, buildId };
  if (name === undefined && buildId === undefined) return undefined;
  const names = ['TEMPORAL_DEPLOYMENT_NAME', 'TEMPORAL_WORKER_BUILD_ID'] as const;
  const [missing, given] = name === undefined ? names : names.toReversed();
  throw new InvalidInput(
    `${given} is set, but not ${missing}: a version of the workers has both. Set ${missing} too, or neither.`,
    missing,
  );
}
