import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { findGo } from './go.js';
import { root } from './places.js';
import { run } from './run.js';
import { step } from './say.js';
import { platform, temporalVersion } from './versions.js';

const server = 'go.temporal.io/server/cmd/server';
const sqlTool = 'go.temporal.io/server/cmd/tools/sql';

/** Builds the pinned release's two programs into `folder` from source, every module checked against tools/temporal/go.sum. */
export async function buildTemporal(folder) {
  const go = await findGo();
  mkdirSync(folder, { recursive: true });
  let modules = 0;
  let packages = 0;
  await step(
    `Building Temporal's server ${temporalVersion} (once; four to six minutes on two cores)`,
    () =>
      run(
        go,
        [
          'build',
          '-v',
          '-mod=readonly',
          '-trimpath',
          '-ldflags=-s -w',
          '-o',
          `${folder}/`,
          server,
          sqlTool,
        ],
        {
          cwd: join(root, 'tools', 'temporal'),
          env: {
            ...process.env,
            CGO_ENABLED: '0',
            // Somebody's flags, workspace or target for other projects must not change this build.
            GOFLAGS: '-buildvcs=false',
            GOWORK: 'off',
            GOOS: platform.os,
            GOARCH: platform.arch,
          },
          onLine: (line) => {
            if (line.startsWith('go: downloading')) modules += 1;
            else packages += 1;
          },
        },
      ),
    () => `${modules} modules fetched, ${packages} packages compiled`,
  );
  const suffix = platform.os === 'windows' ? '.exe' : '';
  renameSync(join(folder, `server${suffix}`), join(folder, `temporal-server${suffix}`));
  renameSync(join(folder, `sql${suffix}`), join(folder, `temporal-sql-tool${suffix}`));
}
