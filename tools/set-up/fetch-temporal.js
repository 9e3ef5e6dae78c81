import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fetchFile, fetchText } from './download.js';
import { run } from './run.js';
import { step } from './say.js';
import { platform, temporalVersion } from './versions.js';

const release = `https://github.com/temporalio/temporal/releases/download/v${temporalVersion}`;

/** Downloads the pinned release's two programs into `folder`, checked against the checksums published with it. */
export async function fetchTemporal(folder) {
  const ending = platform.os === 'windows' ? 'zip' : 'tar.gz';
  const name = `temporal_${temporalVersion}_${platform.os}_${platform.arch}.${ending}`;
  const wanted = checksumOf(await fetchText(`${release}/checksums.txt`), name);
  const archive = join(folder, name);
  mkdirSync(folder, { recursive: true });
  let megabytes = 0;
  await step(
    `Downloading Temporal's server ${temporalVersion}`,
    () =>
      fetchFile(`${release}/${name}`, archive, (bytes) => {
        megabytes = Math.round(bytes / 1e6);
      }),
    () => `${megabytes} MB`,
  );
  const found = createHash('sha256').update(readFileSync(archive)).digest('hex');
  if (found !== wanted) throw new Error(`${name} is damaged: its checksum is ${found}`);
  const suffix = platform.os === 'windows' ? '.exe' : '';
  const programs = [`temporal-server${suffix}`, `temporal-sql-tool${suffix}`];
  await run('tar', ['-xf', archive, '-C', folder, ...programs]);
  rmSync(archive);
}

function checksumOf(list, name) {
  const line = list.split('\n').find((each) => each.trim().endsWith(` ${name}`));
  if (line === undefined) throw new Error(`the release has no ${name}`);
  return line.split(' ')[0];
}
