import { createHash } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cache } from './places.js';
import { say } from './say.js';

/** Does `work` while no other process does work on the same `subject`. A lock left by a killed process is taken over. */
export async function alone(subject, work) {
  const name = createHash('sha256').update(subject).digest('hex').slice(0, 16);
  const file = join(cache, 'locks', `${name}.lock`);
  mkdirSync(dirname(file), { recursive: true });
  await take(file);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

async function take(file) {
  let told = false;
  for (;;) {
    const owner = read(file);
    if (owner === undefined) {
      if (create(file)) return;
    } else if (!isAlive(owner)) {
      removeStale(file, owner);
    } else {
      if (!told) say(`Another set-up is running (process ${pidOf(owner)}); waiting for it …`);
      told = true;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** A hard link appears with its whole content, or fails because another is there. */
function create(file) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${process.pid} ${startOf(process.pid)}`);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Two processes may find the same stale lock: one that renames the other's fresh lock by mistake restores it. */
function removeStale(file, stale) {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
    if (read(aside) !== stale) linkSync(aside, file);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function isAlive(owner) {
  const pid = pidOf(owner);
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  // Numbers are reused after a reboot; where the start can be told (Linux), it must match as well.
  return owner === `${pid} ${startOf(pid)}`;
}

function pidOf(owner) {
  return Number(owner.split(' ')[0]);
}

function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? 'gone' : fields[19];
  } catch {
    return '';
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
