import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildTemporal } from './build-temporal.js';
import { fetchTemporal } from './fetch-temporal.js';
import { alone } from './lock.js';
import { cache } from './places.js';
import { say } from './say.js';
import { platform, temporalVersion } from './versions.js';

const cached = join(cache, `temporal-${temporalVersion}`);

/** True when there is nothing to fetch: a server is given, running elsewhere, or kept from before. */
export function temporalIsThere(environment, { forTests }) {
  const elsewhere =
    environment.TEMPORAL_ADDRESS ||
    environment.TEMPORAL_PROFILE ||
    environment.TEMPORAL_CONFIG_FILE;
  if (elsewhere && !forTests) return true;
  const given = environment.RAPPORT_TEMPORAL_SERVER;
  if (!given) return holdsPrograms(cached);
  if (holdsPrograms(given)) return true;
  throw new Error(
    `RAPPORT_TEMPORAL_SERVER is ${given}, but there are no programs temporal-server and temporal-sql-tool in it.`,
  );
}

/** Downloads the release, or builds it where that is not possible, into the cache folder. */
export function getTemporal() {
  return alone(cached, async () => {
    if (holdsPrograms(cached)) return;
    mkdirSync(cache, { recursive: true });
    const reasons = [];
    for (const { what, way } of [
      { what: 'Downloading the release', way: fetchTemporal },
      { what: 'Building it', way: buildTemporal },
    ]) {
      const fresh = `${cached}.${process.pid}`;
      try {
        await way(fresh);
        rmSync(cached, { recursive: true, force: true });
        renameSync(fresh, cached);
        return;
      } catch (error) {
        reasons.push(`${what} failed: ${error.message}.`);
        say(`${what} of Temporal's server is not possible here (${error.message})`);
      } finally {
        rmSync(fresh, { recursive: true, force: true });
      }
    }
    throw new Error(
      [
        `There is no way to get Temporal's server ${temporalVersion}.`,
        ...reasons,
        'Any one of these helps: set TEMPORAL_ADDRESS to a Temporal server that runs;',
        'set RAPPORT_TEMPORAL_SERVER to a folder with temporal-server and temporal-sql-tool;',
        'let this machine reach github.com; or install Go 1.26.4 or newer and let it reach a module proxy (GOPROXY).',
      ].join('\n  '),
    );
  });
}

function holdsPrograms(folder) {
  const suffix = platform.os === 'windows' ? '.exe' : '';
  return ['temporal-server', 'temporal-sql-tool'].every((name) =>
    existsSync(join(folder, name + suffix)),
  );
}
