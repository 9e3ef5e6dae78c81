import { compose, type Composed } from '../../../domain/compose/compose.ts';
import type { ContactFacts } from '../../../domain/contact.ts';
import { jane, stranger } from '../people.ts';

type Written = 'en' | 'de' | 'fr' | 'es';

/** The first mail to a contact with these notes, in the language of its user. */
export function firstMail(language: Written, notes: Partial<ContactFacts>): Composed {
  return compose({
    purpose: 'outreach',
    profile: { ...jane, language, about: 'X.', abouts: { [language]: 'X.' } },
    contact: { ...stranger, language, ...notes },
    previous: undefined,
  });
}

/** One for each of some addresses: they choose the words. */
export function firstMails(language: Written, notes: Partial<ContactFacts>): readonly Composed[] {
  return ['a', 'b', 'c', 'd', 'e', 'f'].map((name) =>
    firstMail(language, { topics: [], ...notes, email: `${name}@x.test` }),
  );
}
