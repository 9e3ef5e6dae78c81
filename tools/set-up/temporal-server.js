import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
  if (!given) return isCached(environment);
  if (holdsPrograms(given)) return true;
  throw new Error(
    `RAPPORT_TEMPORAL_SERVER is ${given}, but there are no programs temporal-server and temporal-sql-tool in it.`,
  );
}

/**
 * Downloads the release, or builds it where that is not possible or `RAPPORT_TEMPORAL_BUILD` asks for it, into the cache
 * folder.
 */
export function getTemporal(environment) {
  return alone(cached, async () => {
    if (isCached(environment)) return;
    mkdirSync(cache, { recursive: true });
    const reasons = [];
    for (const { what, way, origin } of ways(environment)) {
      const fresh = `${cached}.${process.pid}`;
      try {
        await way(fresh);
        writeFileSync(join(fresh, originFile), origin);
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

function ways(environment) {
  const download = { what: 'Downloading the release', way: fetchTemporal, origin: 'release' };
  const build = { what: 'Building it', way: buildTemporal, origin: 'source' };
  return mustBuild(environment) ? [build] : [download, build];
}

/** Of a build every module is checked against a sum that is kept here; of a release only against its own list. */
function mustBuild({ RAPPORT_TEMPORAL_BUILD: wish }) {
  return Boolean(wish) && wish !== '0' && wish !== 'false';
}

const originFile = 'origin.txt';

function isCached(environment) {
  if (!holdsPrograms(cached)) return false;
  return !mustBuild(environment) || originOf(cached) === 'source';
}

function originOf(folder) {
  try {
    return readFileSync(join(folder, originFile), 'utf8');
  } catch {
    return undefined;
  }
}

function holdsPrograms(folder) {
  const suffix = platform.os === 'windows' ? '.exe' : '';
  return ['temporal-server', 'temporal-sql-tool'].every((name) =>
    existsSync(join(folder, name + suffix)),
  );
}
