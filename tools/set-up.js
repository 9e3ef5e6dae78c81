// What `npm start` and `npm test` do first, each time: see what is missing and make it. Nothing missing costs milliseconds.
import { buildIsFresh, compile } from './build.js';
import { alone } from './set-up/lock.js';
import { installPackages, packagesAreInstalled } from './set-up/packages.js';
import { root } from './set-up/places.js';
import { generatePrismaClient, prismaClientIsFresh } from './set-up/prisma-client.js';
import { say } from './set-up/say.js';
import { getTemporal, temporalIsThere } from './set-up/temporal-server.js';
import { getTestServer, testServerIsThere } from './set-up/test-server.js';

const forTests = process.argv.includes('--for-tests');

async function setUp() {
  requireNode();
  // Looked at first: what the environment gets wrong is said before minutes of work.
  const hasTemporal = temporalIsThere(process.env, { forTests });
  const hasTestServer = !forTests || testServerIsThere(process.env);
  if (!isProjectReady()) await alone(root, prepareProject);
  if (!hasTemporal) await getTemporal(process.env);
  if (!hasTestServer) await getTestServer(process.env);
}

function isProjectReady() {
  return packagesAreInstalled() && prismaClientIsFresh() && buildIsFresh();
}

/** Each is looked at again: another set-up may have done it while this one waited. */
async function prepareProject() {
  if (!packagesAreInstalled()) await installPackages();
  if (!prismaClientIsFresh()) await generatePrismaClient();
  if (!buildIsFresh()) await compile();
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Error(`Rapport needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
}

try {
  await setUp();
} catch (error) {
  say(`Set-up failed. ${error.message}`);
  process.exitCode = 1;
}
