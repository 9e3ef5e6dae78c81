import { noFacts, type ContactFacts } from '../contact.ts';
import type { Purpose } from '../purpose.ts';
import type { Occasion } from './occasion.ts';

export type SampleContact = {
  readonly kind: 'rich' | 'thin' | 'sloppy';
  readonly contact: ContactFacts;
  readonly occasion: (purpose: Purpose) => Occasion;
};

/** Three invented people to try a template on: one well researched, one barely known, one with careless notes. */
export function sampleContacts(language: string): readonly SampleContact[] {
  const notes =
    language === 'de' ? german : language === 'fr' ? french : language === 'es' ? spanish : english;
  const base = { ...nobody, language };
  return [
    {
      kind: 'rich',
      contact: { ...base, ...notes },
      occasion: (purpose) => sampleOccasion(purpose, notes.admire),
    },
    {
      kind: 'thin',
      contact: { ...base, company: notes.company, role: notes.role },
      occasion: (purpose) => sampleOccasion(purpose, undefined),
    },
    {
      kind: 'sloppy',
      contact: {
        ...base,
        ...notes,
        name: 'mona reed',
        company: 'SALTWORKS INC.',
        foundThrough: 'TODO',
        wrote: 'https://example.org/a',
      },
      occasion: (purpose) => sampleOccasion(purpose, notes.admire),
    },
  ];
}

const nobody: ContactFacts = {
  ...noFacts,
  name: 'Mona Reed',
  email: 'mona@saltworks.example',
  timeZone: 'Europe/Lisbon',
};

const english = {
  company: 'Saltworks',
  role: 'process engineer',
  path: 'chemistry teacher -> process engineer',
  foundThrough: 'your talk at Brine Day',
  admire: 'how you explained evaporation with a kitchen towel',
  topics: ['the first year after teaching', 'what you wish you had learned sooner'],
};
const german: typeof english = {
  company: 'Saline Nord',
  role: 'Verfahrensingenieurin',
  path: 'Chemielehrerin -> Verfahrensingenieurin',
  foundThrough: 'Ihr Vortrag beim Salztag',
  admire: 'wie Sie die Verdunstung mit einem Küchentuch erklärt haben',
  topics: ['das erste Jahr nach der Schule', 'was Sie gern früher gelernt hätten'],
};
const french: typeof english = {
  company: 'Salines du Nord',
  role: 'ingénieure procédés',
  path: 'professeure de chimie -> ingénieure procédés',
  foundThrough: 'votre conférence à la Journée du sel',
  admire: "la façon dont vous expliquez l'évaporation avec un torchon",
  topics: ["la première année après l'école", 'comment vous choisissez un procédé'],
};
const spanish: typeof english = {
  company: 'Salinas del Norte',
  role: 'ingeniera de procesos',
  path: 'profesora de química -> ingeniera de procesos',
  foundThrough: 'su charla en el Día de la Sal',
  admire: 'la forma en que explica la evaporación con un trapo',
  topics: ['el primer año después de la escuela', 'cómo elige un proceso'],
};

function sampleOccasion(purpose: Purpose, takeaway: string | undefined): Occasion {
  const at = new Date('2030-03-05T10:00:00Z');
  const meeting = { at, minutes: 20 };
  switch (purpose) {
    case 'outreach':
    case 'nudge':
      return { purpose };
    case 'proposal':
      return { purpose, slots: [meeting, { at: new Date('2030-03-07T15:00:00Z'), minutes: 20 }] };
    case 'confirmation':
      return {
        purpose,
        meeting: { ...meeting, format: 'video', where: 'https://meet.example/salt' },
        invite: 'invitation',
      };
    case 'cancellation':
      return { purpose, meeting, invite: true };
    case 'thank_you':
      return { purpose, met: { at, now: at }, takeaways: takeaway === undefined ? [] : [takeaway] };
    case 'check_in':
      return {
        purpose,
        reason: takeaway === undefined ? undefined : { kind: 'sentence', text: takeaway },
      };
    case 'introducer_thanks':
      return { purpose, introduced: 'Ivo Lund' };
    case 'landed_role':
      return { purpose, role: undefined, helped: takeaway };
    case 'reply':
      return { purpose, because: 'declined' };
  }
}
