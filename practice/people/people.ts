/** How somebody of the practice cast treats mail. */
export type Behaviour =
  | 'answers'
  | 'answers_after_nudge'
  | 'declines'
  | 'stays_silent'
  | 'bounces'
  | 'is_away'
  | 'opts_out'
  | 'other_address'
  | 'is_refused';

export type PracticePerson = {
  readonly name: string;
  readonly email: string;
  readonly company: string;
  readonly role: string;
  /** As it follows "I admire". */
  readonly admire: string;
  readonly topics: readonly string[];
  readonly behaviour: Behaviour;
  /** What practising with them shows, for the page that suggests them. */
  readonly hint: string;
};

/** The user's own address while practising. */
export const practiceAddress = 'you@practice.example';

/** People to practise with: nobody of them exists, and no mail to them leaves the machine. One for each behaviour. */
export const practicePeople: readonly PracticePerson[] = [
  person('Ana Souza', 'Data lead', 'Ferrovia Labs', 'answers', 'answers your first mail'),
  person('Bea Lindqvist', 'Editor', 'Nordlys Press', 'answers_after_nudge', 'answers the nudge'),
  person('Chidi Okafor', 'Architect', 'Okafor Studio', 'declines', 'has no time, and says so'),
  person('Dora Weiss', 'Curator', 'Museum am Wall', 'stays_silent', 'never answers'),
  person('Emil Novak', 'Engineer', 'Novak Bridges', 'bounces', 'has left: the mail comes back'),
  person('Farah Haddad', 'Physician', 'Cedar Clinic', 'is_away', 'is away, then answers'),
  person('Gus Petersen', 'Founder', 'Petersen Boats', 'opts_out', 'wants no more mail'),
  person('Hana Mori', 'Analyst', 'Mori Research', 'other_address', 'answers from elsewhere'),
  person('Ivo Marin', 'Lawyer', 'Marin Legal', 'is_refused', 'the server refuses the address'),
];

/** `count` people in the order of the cast; beyond its end they come again under numbered names. */
export function castOf(count: number): readonly PracticePerson[] {
  return Array.from({ length: count }, (_, index) => {
    const known = practicePeople[index % practicePeople.length]!;
    const round = Math.floor(index / practicePeople.length) + 1;
    if (round === 1) return known;
    return {
      ...known,
      name: `${known.name} ${round}`,
      email: known.email.replace('@', `.${round}@`),
      company: `${known.company} ${round}`,
    };
  });
}

/** How a journey with somebody who behaves so has to end, and how many mails they have received by then. */
export function expectedOf(behaviour: Behaviour): {
  readonly outcome: string;
  readonly mails: number;
} {
  switch (behaviour) {
    case 'answers':
    case 'is_away':
    case 'other_address':
      return { outcome: 'in_conversation', mails: 1 };
    case 'answers_after_nudge':
      return { outcome: 'in_conversation', mails: 2 };
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
    behaviour,
    hint,
  };
}
