import type { ContactFacts } from '../domain/contact.ts';
import type { Contact } from './generated/client.ts';

export function factsOf(contact: Pick<Contact, keyof ContactFacts>): ContactFacts {
  return {
    name: contact.name,
    email: contact.email,
    topics: contact.topics,
    company: contact.company ?? undefined,
    role: contact.role ?? undefined,
    path: contact.path ?? undefined,
    foundThrough: contact.foundThrough ?? undefined,
    sharedAffiliation: contact.sharedAffiliation ?? undefined,
    referredBy: contact.referredBy ?? undefined,
    admire: contact.admire ?? undefined,
    wrote: contact.wrote ?? undefined,
    language: contact.language ?? undefined,
    timeZone: contact.timeZone ?? undefined,
    addressAs: contact.addressAs ?? undefined,
    formality: contact.formality === 'informal' ? 'informal' : undefined,
    accepted: contact.accepted,
    pinned: contact.pinned,
  };
}
