import { queueGroups } from '../../operations/needs-you/queue-groups.ts';
import type { QueueFilter } from '../../operations/needs-you/read-queue.ts';
import { stage } from '../../operations/views.ts';

/** What part of the queue is on the screen, as its address says it. */
export type QueueAddress = {
  readonly filter: QueueFilter;
  /** From 1. */
  readonly page: number;
  /** The item that is open, as `needs-you` names it. */
  readonly itemId: string | undefined;
};

/** Reads `/?q=…&kind=…&company=…&stage=…&page=…&item=…`; what cannot be meant is left out. */
export function readQueueAddress(query: URLSearchParams): QueueAddress {
  const text = (name: string): string | undefined =>
    query.get(name)?.trim().slice(0, 200) || undefined;
  const page = text('page') ?? '';
  return {
    filter: {
      text: text('q'),
      group: queueGroups.find((group) => group === text('kind')),
      company: text('company'),
      stage: stage.options.find((known) => known === text('stage')),
    },
    page: /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1,
    itemId: text('item'),
  };
}

export function writeQueueAddress({ filter, page, itemId }: QueueAddress): string {
  const query = new URLSearchParams();
  const set = (name: string, value: string | undefined): void => {
    if (value !== undefined) query.set(name, value);
  };
  set('q', filter.text);
  set('kind', filter.group);
  set('company', filter.company);
  set('stage', filter.stage);
  set('page', page > 1 ? String(page) : undefined);
  set('item', itemId);
  return query.size === 0 ? '/' : `/?${query.toString()}`;
}
