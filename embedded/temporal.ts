import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TLSConfig } from '@temporalio/client';
import { z } from 'zod';
import { clientTls, ensureCertificates } from './certificates.ts';
import { childEnvironment } from './child-environment.ts';
import { answers, type Ports } from './ports.ts';
import { readPrivate, writePrivate } from './private-file.ts';
import { commandOf, endProcess, waitUntil } from './process.ts';
import type { TemporalBinaries } from './temporal-binaries.ts';
import { dynamicConfiguration, temporalConfiguration } from './temporal-configuration.ts';
import { ensureTemporalSchema } from './temporal-schema.ts';

export type TemporalOptions = {
  /** Holds the configuration, the log and the number of the process. */
  readonly folder: string;
  /** Holds the certificates. */
  readonly tlsFolder: string;
  readonly ports: Ports;
  readonly binaries: TemporalBinaries;
  readonly postgres: { readonly port: number; readonly password: string };
  readonly namespace: string;
  readonly say: (line: string) => void;
  /** Called when the server is on its way and there is nothing to do but wait. */
  readonly whileWaiting?: () => void;
  /** Waited for before the server is asked whether it is there: the client takes half a second of this process to load. */
  readonly beforeAsking?: () => Promise<void>;
};

export type RunningTemporal = {
  readonly address: string;
  readonly namespace: string;
  readonly tls: TLSConfig;
  readonly pid: number;
  /** True when it was running already: left by an instance that was killed. */
  readonly adopted: boolean;
};

const retentionDays = 30;

/**
 * Starts Temporal's server on the given PostgreSQL (which must be running) and returns once workflows can be started.
 * A live server of this folder is adopted when it runs with this configuration and lets us in; otherwise it is ended.
 */
export async function startTemporal(options: TemporalOptions): Promise<RunningTemporal> {
  const { folder, ports, namespace } = options;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const certificates = await ensureCertificates(options.tlsFolder, new Date());
  const tls = clientTls(certificates);
  const address = `127.0.0.1:${ports.frontend}`;
  const configuration = JSON.stringify(temporalConfiguration({ ...options, certificates }));
  const dynamic = JSON.stringify(dynamicConfiguration());
  const identity = sha256(
    [
      options.binaries.fingerprint,
      configuration,
      dynamic,
      String(tls.serverRootCACertificate),
    ].join(),
  );

  // Loaded only now that it can happen beside a server's start: the client is large.
  const becomesUsable = async (withinMs: number) => {
    const { ensureNamespace } = await import('./temporal-namespace.ts');
    await ensureNamespace({ address, tls, namespace, retentionDays, withinMs });
  };

  const orphan = await runningTemporal(folder);
  if (orphan?.identity === identity && (await succeeds(becomesUsable(10_000)))) {
    options.whileWaiting?.();
    return { address, namespace, tls, pid: orphan.pid, adopted: true };
  }
  await stopTemporal({ folder });

  await ensureTemporalSchema(options);
  writePrivate(join(folder, 'server.yaml'), configuration);
  writePrivate(join(folder, 'dynamic.yaml'), dynamic);
  const child = launch(folder, options.binaries.server);
  writePrivate(recordFile(folder), JSON.stringify({ pid: child.pid, identity }));
  options.whileWaiting?.();
  const ready = async () => {
    // gRPC clients back off for a second when refused, so the port is watched first.
    await waitUntil(() => answers(ports.frontend), 60_000);
    await options.beforeAsking?.();
    await becomesUsable(60_000);
  };
  await Promise.race([ready(), failure(child, folder)]);
  return { address, namespace, tls, pid: child.pid!, adopted: false };
}

/** Ends the server of this folder, however it was left there; none running is fine. */
export async function stopTemporal({ folder }: { readonly folder: string }): Promise<void> {
  const record = await runningTemporal(folder);
  // It takes its time to leave its own membership ring; there is nothing in memory to lose.
  if (record !== undefined) await endProcess(record.pid, 5_000);
  rmSync(recordFile(folder), { force: true });
}

/** The server of this folder that is running, if that process is still it: numbers are reused. */
export async function runningTemporal(folder: string): Promise<ServerRecord | undefined> {
  const text = readPrivate(recordFile(folder));
  const parsed = text === undefined ? undefined : recordSchema.safeParse(parseJson(text));
  if (!parsed?.success) return undefined;
  const command = await commandOf(parsed.data.pid);
  return command?.includes(join(folder, 'server.yaml')) ? parsed.data : undefined;
}

const recordSchema = z.object({
  pid: z.number().int().positive(),
  /** Hash of everything the server was started with. */
  identity: z.string(),
});

type ServerRecord = z.infer<typeof recordSchema>;

function recordFile(folder: string): string {
  return join(folder, 'server.json');
}

/** By itself Go cleans up when the heap has doubled; this server mostly waits, and memory is what it costs. */
const thrifty = { GOGC: process.env.GOGC ?? '25' };

/** Detached, so that Ctrl-C reaches only us and we can stop things in order. The log begins anew. */
function launch(folder: string, program: string): ChildProcess {
  rmSync(join(folder, 'server.log'), { force: true });
  // Opened for appending, so that it can be cut short while the server writes.
  const log = openSync(join(folder, 'server.log'), 'a', 0o600);
  try {
    const child = spawn(
      program,
      ['--config-file', join(folder, 'server.yaml'), '--allow-no-auth', 'start'],
      { detached: true, stdio: ['ignore', log, log], cwd: folder, env: childEnvironment(thrifty) },
    );
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

/** Rejects when the server ends, with the last it said. */
function failure(child: ChildProcess, folder: string): Promise<never> {
  return new Promise((_, reject) => {
    const fail = (reason: string) => {
      const log = join(folder, 'server.log');
      const lines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-3).join('\n');
      reject(new Error(`Temporal's server did not start: ${reason} (${log}).\n${lines}`));
    };
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code, signal) => fail(`it ended with ${code ?? signal}`));
  });
}

async function succeeds(work: Promise<void>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch {
    return false;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
