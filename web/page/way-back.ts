import { readQueueAddress, writeQueueAddress } from './queue-address.ts';

/** Where a form leads: to its own page when it is refused, and on when it is done. */
export type WayBack = {
  /** The page that the form is on. */
  readonly here: string;
  readonly next: string;
};

/** The address of one of our own pages that a form named; nobody is sent elsewhere. */
export function ownPage(address: string | undefined): string {
  const contact = /^\/contacts\/[0-9a-f-]{36}$/.exec(address ?? '');
  if (contact !== null) return contact[0];
  if (/^\/(?:board|contacts)(?:\?[\w\-=&%+.]{0,500})?$/.test(address ?? '')) return address ?? '/';
  const query = /^\/\?(.*)$/.exec(address ?? '')?.[1] ?? '';
  return writeQueueAddress(readQueueAddress(new URLSearchParams(query)));
}

/** The contact whose page an address is; undefined for the queue's. */
export function contactOfPage(address: string): string | undefined {
  return /^\/contacts\/(.+)$/.exec(address)?.[1];
}
