import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { z } from 'zod';
import { writePrivate } from './private-file.ts';

/** The eight ports of the four Temporal services, and PostgreSQL's. All on 127.0.0.1. */
export const portNames = [
  'postgres',
  'frontend',
  'frontendMembership',
  'history',
  'historyMembership',
  'matching',
  'matchingMembership',
  'worker',
  'workerMembership',
] as const;

export type PortName = (typeof portNames)[number];
export type Ports = Readonly<Record<PortName, number>>;

const stored = z.partialRecord(z.enum(portNames), z.number().int().min(1024).max(32_767));

/**
 * The ports of this data folder: those remembered in `file` while they are free or, as `ours` tells, held by our own
 * server; new free ones otherwise. A remembered port keeps `DATABASE_URL`s that people wrote down working.
 */
export async function choosePorts(
  file: string,
  ours: (name: PortName, port: number) => Promise<boolean> = () => Promise.resolve(false),
): Promise<Ports> {
  const remembered = readPorts(file);
  const chosen = new Map<PortName, number>();
  for (const name of portNames) {
    const port = remembered[name];
    const usable = port !== undefined && ((await isFree(port)) || (await ours(name, port)));
    if (usable && ![...chosen.values()].includes(port)) chosen.set(name, port);
  }
  const missing = portNames.filter((name) => !chosen.has(name));
  const fresh = await freePorts(missing.length);
  missing.forEach((name, index) => chosen.set(name, fresh[index]!));
  const ports = Object.fromEntries(chosen) as Record<PortName, number>;
  if (missing.length > 0) writePrivate(file, JSON.stringify(ports, undefined, 2));
  return ports;
}

/** `wanted`, or the next free one after it. */
export async function nextFreePort(wanted: number, host: string): Promise<number> {
  for (let port = wanted; port < Math.min(wanted + 100, 65_536); port += 1) {
    if (await isFree(port, host)) return port;
  }
  throw new Error(
    `None of the ports ${wanted} to ${wanted + 99} is free on ${host}. Set RAPPORT_PORT to one that is.`,
  );
}

/** True when something accepts connections there. */
export function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1_000, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

export function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/**
 * Free ports, all different. Below 32768 on purpose: Temporal stores its ports in a smallint, and systems hand out
 * higher ones to outgoing connections, which would take a remembered port away.
 */
export async function freePorts(count: number): Promise<readonly number[]> {
  const found = new Set<number>();
  while (found.size < count) {
    const port = randomInt(lowestPort, highestPort + 1);
    if (!found.has(port) && (await isFree(port))) found.add(port);
  }
  return [...found];
}

const lowestPort = 20_000;
const highestPort = 32_767;

/** An unreadable file only costs new ports, so it is treated as an empty one. */
export function readPorts(file: string): Partial<Ports> {
  try {
    return stored.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}
