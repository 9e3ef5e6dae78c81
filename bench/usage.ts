import { readdirSync, readFileSync } from 'node:fs';

/** Of a Node process and of the servers that it started in a data folder. */
export type Usage = Readonly<Record<Part, { readonly cpuMs: number; readonly memoryMiB: number }>>;
type Part = 'Node' | 'temporal-server' | 'postgres';
const parts: readonly Part[] = ['Node', 'temporal-server', 'postgres'];

/**
 * CPU time so far, and memory with what processes share divided among them (PSS: PostgreSQL's
 * buffers count once). Linux has these figures; elsewhere undefined.
 */
export function usageOf(folder: string, node: number = process.pid): Usage | undefined {
  if (process.platform !== 'linux') return undefined;
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const masters = new Map<string, Part>([[String(node), 'Node']]);
  for (const pid of processes) {
    const command = read(`/proc/${pid}/cmdline`);
    if (!command.includes(folder)) continue;
    if (command.includes('temporal-server')) masters.set(pid, 'temporal-server');
    else if (/postgres\0/.test(command)) masters.set(pid, 'postgres');
  }
  const sums = new Map(parts.map((part) => [part, { cpuMs: 0, memoryMiB: 0 }]));
  for (const pid of processes) {
    const stat = read(`/proc/${pid}/stat`);
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const backend = masters.get(fields[1] ?? '') === 'postgres' ? 'postgres' : undefined;
    const sum = sums.get(masters.get(pid) ?? backend ?? 'Node');
    if (!sum || (!masters.has(pid) && !backend)) continue;
    // utime and stime, and of a postmaster also those of sessions that have ended; in hundredths of a second.
    const ticks = fields.slice(11, masters.get(pid) === 'postgres' ? 15 : 13);
    sum.cpuMs += ticks.reduce((total, tick) => total + Number(tick), 0) * 10;
    sum.memoryMiB +=
      Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024;
  }
  return Object.fromEntries(sums) as Usage;
}

/** "this process 25.1, temporal-server 27.8, postgres 24.2": milliseconds of CPU time for each of `count`. */
export function cpuEach(before: Usage | undefined, after: Usage | undefined, count: number) {
  if (!before || !after) return 'not measured on this system';
  const each = (part: Part): number => (after[part].cpuMs - before[part].cpuMs) / count;
  const total = parts.reduce((sum, part) => sum + each(part), 0);
  return `${total.toFixed(1)} ms (${parts.map((part) => `${part} ${each(part).toFixed(1)}`).join(', ')})`;
}

export function memory(before: Usage | undefined, after: Usage | undefined): string {
  if (!before || !after) return 'not measured on this system';
  return parts
    .map((part) => {
      const grown = after[part].memoryMiB - before[part].memoryMiB;
      return `${part} ${after[part].memoryMiB.toFixed(0)} MiB (grew by ${grown.toFixed(0)})`;
    })
    .join(', ');
}

/** Empty for a process that has ended meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
