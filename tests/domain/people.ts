import { noFacts, type ContactFacts } from '../../domain/contact.ts';
import type { Profile } from '../../domain/profile.ts';

/** A contact of whom nothing but name and address is known. */
export const stranger: ContactFacts = {
  ...noFacts,
  name: 'Ana Souza',
  email: 'ana@example.org',
};

export const researched: ContactFacts = {
  ...stranger,
  company: 'Acme',
  role: 'Head of Data',
  path: 'physicist → head of data',
  foundThrough: 'alumni',
  sharedAffiliation: 'the University of Porto',
  referredBy: 'Carlos Lima',
  admire: 'how you built the data team from scratch',
  wrote: 'your article on churn models',
  topics: ['churn models', 'team building', 'leaving research'],
  timeZone: 'Europe/Lisbon',
};

export const jane: Profile = {
  name: 'Jane Doe',
  affiliation: 'TU Berlin',
  about: 'I am finishing a degree in physics and looking into how people move to industry.',
  link: 'https://jane.example.org',
  timeZone: 'Europe/Berlin',
  language: 'en',
  goals: undefined,
  conversations: undefined,
  story: undefined,
};

export const nameOnly: Profile = {
  ...jane,
  affiliation: undefined,
  about: undefined,
  link: undefined,
};
