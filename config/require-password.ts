import { Conflict } from '../domain/errors.ts';

/** The token in the address is enough for this machine's user alone. Throws Conflict. */
export function refuseOpenDoor(host: string, password: string | undefined): void {
  const local = host === 'localhost' || host === '::1' || host.startsWith('127.');
  if (!local && password === undefined)
    throw new Conflict(
      `RAPPORT_HOST is ${host}, so other machines could reach your mail. Set RAPPORT_PASSWORD too, or leave RAPPORT_HOST at 127.0.0.1.`,
    );
}
