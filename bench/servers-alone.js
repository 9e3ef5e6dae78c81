// The servers without Rapport: what `npm start` again is compared with.
import { readEnvironment } from '../build/app/env.js';
import { startServers } from '../build/app/servers.js';

const environment = readEnvironment(process.env);
const servers = await startServers({ data: environment.data, environment, say: () => undefined });
process.stdout.write('ready\n');
await servers.stop();
process.exit(0);
