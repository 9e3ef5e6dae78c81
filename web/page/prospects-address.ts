import { isUuid } from '../../operations/uuid.ts';

export type ProspectsAddress = {
  /** Part of a name, an address or a company. */
  readonly search?: string | undefined;
  /** Those of one import. */
  readonly batch?: string | undefined;
  /** From 1. */
  readonly page?: number | undefined;
};

/** Reads `/prospects?q=…&batch=…&page=…`; what cannot be meant is left out. */
export function readProspectsAddress(address: string | undefined): ProspectsAddress {
  const query = new URLSearchParams(/^\/prospects\?(.*)$/.exec(address ?? '')?.[1] ?? '');
  const batch = query.get('batch') ?? '';
  const page = query.get('page') ?? '';
  return {
    search: query.get('q')?.trim().slice(0, 200) || undefined,
    batch: isUuid(batch) ? batch : undefined,
    page: /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1,
  };
}

export function writeProspectsAddress({ search, batch, page = 1 }: ProspectsAddress): string {
  const query = new URLSearchParams({
    ...(search === undefined ? {} : { q: search }),
    ...(batch === undefined ? {} : { batch }),
    ...(page === 1 ? {} : { page: String(page) }),
  });
  return query.size === 0 ? '/prospects' : `/prospects?${query.toString()}`;
}
