/** How somebody of the practice cast treats mail. Who says yes accepts the second of the times offered, unless it says otherwise. */
export type Behaviour =
  | 'answers'
  | 'answers_after_nudge'
  | 'declines'
  | 'stays_silent'
  | 'bounces'
  | 'is_away'
  | 'opts_out'
  | 'other_address'
  | 'is_refused'
  | 'is_introduced'
  | 'invites'
  | 'counters'
  | 'cancels'
  | 'sends_link'
  | 'falls_silent';

export type PracticePerson = {
  readonly name: string;
  readonly email: string;
  readonly company: string;
  readonly role: string;
  /** As it follows "I admire". */
  readonly admire: string;
  readonly topics: readonly string[];
  readonly timeZone: string;
  readonly behaviour: Behaviour;
  /** What practising with them shows, for the page that suggests them. */
  readonly hint: string;
  /** Address of somebody of the cast who names them after their own conversation: nobody writes to them before. */
  readonly introducedBy?: string;
};

/** The user's own address while practising. */
export const practiceAddress = 'you@practice.example';

/** People to practise with: nobody of them exists, and no mail to them leaves the machine. One for each behaviour. */
export const practicePeople: readonly PracticePerson[] = [
  person('Ana Souza', 'Data lead', 'Ferrovia Labs', 'answers', 'answers, and takes a time'),
  person('Bea Lindqvist', 'Editor', 'Nordlys Press', 'answers_after_nudge', 'answers the nudge'),
  person('Chidi Okafor', 'Architect', 'Okafor Studio', 'declines', 'has no time, and says so'),
  person('Dora Weiss', 'Curator', 'Museum am Wall', 'stays_silent', 'never answers'),
  person('Emil Novak', 'Engineer', 'Novak Bridges', 'bounces', 'has left: the mail comes back'),
  person('Farah Haddad', 'Physician', 'Cedar Clinic', 'is_away', 'is away, then answers'),
  person('Gus Petersen', 'Founder', 'Petersen Boats', 'opts_out', 'wants no more mail'),
  person('Hana Mori', 'Analyst', 'Mori Research', 'other_address', 'answers from elsewhere'),
  person('Ivo Marin', 'Lawyer', 'Marin Legal', 'is_refused', 'the server refuses the address'),
  {
    ...person('Pia Keller', 'Statistician', 'Keller Data', 'is_introduced', 'Ana names her'),
    introducedBy: 'ana@ferrovia-labs.example',
  },
  person('Jun Park', 'Designer', 'Park Interfaces', 'invites', 'sends an invitation'),
  person('Kofi Mensah', 'Economist', 'Volta Institute', 'counters', 'wants another time'),
  person('Lena Brandt', 'Producer', 'Brandt Film', 'cancels', 'cancels, and takes a new time'),
  person('Mia Rossi', 'Planner', 'Rossi Verde', 'sends_link', 'sends a page to book a time'),
  person('Noor Bakker', 'Chemist', 'Bakker Polymers', 'falls_silent', 'says yes, then nothing'),
];

/** Somebody whom the user made up: says yes to a talk, and takes a time. */
export function strangerAt(email: string): PracticePerson {
  const words = email
    .split('@')[0]!
    .split(/[._-]+/)
    .filter((word) => /\p{L}/u.test(word));
  const name = words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join(' ');
  return {
    name: name === '' ? email : name,
    email,
    company: '',
    role: '',
    admire: '',
    topics: [],
    timeZone: 'UTC',
    behaviour: 'answers',
    hint: 'answers, and takes a time',
  };
}

/** `count` people in the order of the cast; beyond its end they come again under numbered names. */
export function firstPeople(count: number): readonly PracticePerson[] {
  return Array.from({ length: count }, (_, index) => {
    const known = practicePeople[index % practicePeople.length]!;
    const round = Math.floor(index / practicePeople.length) + 1;
    if (round === 1) return known;
    const { introducedBy } = known;
    return {
      ...known,
      name: `${known.name} ${round}`,
      email: known.email.replace('@', `.${round}@`),
      company: `${known.company} ${round}`,
      ...(introducedBy ? { introducedBy: introducedBy.replace('@', `.${round}@`) } : {}),
    };
  });
}

/**
 * How a journey with somebody has to end, and how many mails they have received by then, in a month during
 * which the user does what each mail asks for and sees one check-in go out. `people` are all who are written to.
 */
export function expectedOf(
  { behaviour, email }: PracticePerson,
  people: readonly PracticePerson[],
): { readonly outcome: string; readonly mails: number } {
  switch (behaviour) {
    // First mail, times, invitation, thanks, check-in; and thanks for whoever they named.
    case 'answers': {
      const named = people.filter(({ introducedBy }) => introducedBy === email).length;
      return { outcome: 'keeping_in_touch', mails: 5 + named };
    }
    case 'is_away':
    case 'other_address':
    case 'is_introduced':
      return { outcome: 'meeting', mails: 3 };
    // One mail more: a nudge, or a second invitation.
    case 'answers_after_nudge':
    case 'counters':
      return { outcome: 'meeting', mails: 4 };
    case 'cancels':
      return { outcome: 'meeting', mails: 5 };
    // The second mail accepts their invitation.
    case 'invites':
      return { outcome: 'meeting', mails: 2 };
    case 'sends_link':
      return { outcome: 'meeting', mails: 1 };
    case 'falls_silent':
      return { outcome: 'silent', mails: 3 };
    // The second mail thanks them for their answer.
    case 'declines':
      return { outcome: 'declined', mails: 2 };
    case 'stays_silent':
      return { outcome: 'silent', mails: 2 };
    case 'bounces':
    case 'is_refused':
      return { outcome: 'bounced', mails: 0 };
    case 'opts_out':
      return { outcome: 'opted_out', mails: 1 };
  }
}

function person(
  name: string,
  role: string,
  company: string,
  behaviour: Behaviour,
  hint: string,
): PracticePerson {
  const [first = ''] = name.split(' ');
  const domain = company.toLowerCase().replaceAll(' ', '-');
  return {
    name,
    email: `${first.toLowerCase()}@${domain}.example`,
    company,
    role,
    admire: `the way you became ${/^[aeiou]/i.test(role) ? 'an' : 'a'} ${role.toLowerCase()} after another life`,
    topics: [
      'what an ordinary week looks like',
      'how you found your way in',
      'what to learn first',
    ],
    timeZone: 'Europe/Lisbon',
    behaviour,
    hint,
  };
}
