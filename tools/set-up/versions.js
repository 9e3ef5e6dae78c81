// What set-up fetches. These files run before anything is installed, so they are plain JavaScript for Node alone.

/** Keep in step with embedded/versions.ts. */
export const temporalVersion = '1.31.2';

/** Keep in step with tools/test-server/pom.xml and tests/support/test-server.ts. */
export const testServerVersion = '1.38.0';

/** A Go that can build the server, as a module, with the hash that Go's own checksum database gives for it. */
export const goToolchain = {
  version: 'go1.26.8',
  sums: {
    'linux-amd64': 'h1:ZOmGe1OnfREDMIdb1Qi4G9JSuDPBLGExZMQ4nis1RXM=',
    'linux-arm64': 'h1:sYL/O6MqS68ML0kjsQ36WoYIpJqkw60TxizWUYUKQMc=',
    'darwin-amd64': 'h1:7/9KPPN8PckcA9s91hm2jmQMhzW4KyTJXHIs45L0C9M=',
    'darwin-arm64': 'h1:dFjGhY6f8DTsY8/rLchUTDRRfjJP4pCrGCwxvHFT2Fg=',
  },
};

/** This machine, as Go and the makers of its releases name it. */
export const platform = {
  os: process.platform === 'win32' ? 'windows' : process.platform,
  arch: process.arch === 'x64' ? 'amd64' : process.arch,
};
