import { type Client, isGrpcServiceError } from '../config/temporal-sdk.ts';
import type { SearchAttribute } from '../domain/search-attributes.ts';

/** Milliseconds after which a namespace that did not know the attributes is offered them again. */
const offersAgainAfter = 10 * 60_000;

const refusedAt = new WeakMap<Client, number>();

/** Starts something with search attributes, or without them in a namespace where nobody has registered them. */
export async function withAttributes(
  client: Client,
  attributes: SearchAttribute[],
  start: (options: { readonly typedSearchAttributes?: SearchAttribute[] }) => Promise<unknown>,
): Promise<void> {
  const refused = refusedAt.get(client);
  if (refused === undefined || Date.now() - refused > offersAgainAfter)
    try {
      await start({ typedSearchAttributes: attributes });
      return;
    } catch (error) {
      if (!isUnknownAttribute(error)) throw error;
      refusedAt.set(client, Date.now());
    }
  await start({});
}

/** INVALID_ARGUMENT of gRPC, about a search attribute. */
function isUnknownAttribute(error: unknown): boolean {
  const cause = isGrpcServiceError(error) ? error : (error as Error).cause;
  return isGrpcServiceError(cause) && cause.code === 3 && /search attribute/i.test(cause.details);
}
