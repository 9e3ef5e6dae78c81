import type { DiscoveryNetwork } from '../../mail/discovery/network.ts';

/** A network in which nothing is found. */
export const offline: DiscoveryNetwork = {
  mx: async () => [],
  txt: async () => [],
  cname: async () => undefined,
  srv: async () => undefined,
  exists: async () => false,
  fetchText: async () => undefined,
};
