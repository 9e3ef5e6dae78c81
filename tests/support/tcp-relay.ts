import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export type TcpRelay = {
  readonly port: number;
  /** From now on nothing gets through on the connections that are open, in either direction; nobody is told. */
  readonly goSilent: () => void;
  readonly stop: () => Promise<void>;
};

/** Passes bytes on to a port of this machine, until it goes silent as a network does that drops every packet. */
export async function startTcpRelay(to: number): Promise<TcpRelay> {
  const sockets = new Set<Socket>();
  const server = createServer((from) => {
    const onward = connect(to, '127.0.0.1');
    for (const [one, other] of [
      [from, onward],
      [onward, from],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => sockets.delete(one));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    goSilent() {
      for (const socket of sockets) {
        socket.unpipe();
        socket.pause();
      }
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
