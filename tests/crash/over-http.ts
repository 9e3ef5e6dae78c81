import { Conflict } from '../../domain/errors.ts';
import type { Do } from '../../worker/rehearsal/look.ts';

/** Nothing answers: the instance is dead, or on its way. */
export class Unreachable extends Error {}

/** Does operations as a user of the API does. Throws Conflict for what is declined, Unreachable for everything else. */
export function overHttp(
  where: () => { readonly url: string; readonly token: string } | undefined,
): Do {
  return async (operation, input) => {
    const instance = where();
    if (!instance) throw new Unreachable('no instance');
    const rest = { ...(input as Readonly<Record<string, unknown>>) };
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = String(rest[name]);
      delete rest[name];
      return encodeURIComponent(value);
    });
    const asked = operation.method === 'get' || operation.method === 'delete';
    const query = asked ? `?${new URLSearchParams(rest as Record<string, string>).toString()}` : '';
    const response = await fetch(`${instance.url}/api/v1${path}${query}`, {
      method: operation.method.toUpperCase(),
      headers: { authorization: `Bearer ${instance.token}`, 'content-type': 'application/json' },
      ...(asked ? {} : { body: JSON.stringify(rest) }),
      signal: AbortSignal.timeout(20_000),
    }).catch((error: unknown) => {
      throw new Unreachable(String(error));
    });
    const answer: unknown = await response.json().catch(() => undefined);
    if (response.ok) return operation.output.parse(answer);
    const detail = `${response.status} ${JSON.stringify(answer)}`;
    if (response.status === 409 || response.status === 404) throw new Conflict(detail);
    throw new Unreachable(detail);
  };
}

/** Repeats until the instance answers; a Conflict is an answer. */
export async function persistently<T>(act: () => Promise<T>, patience = 90_000): Promise<T> {
  const end = performance.now() + patience;
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof Unreachable) || performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
