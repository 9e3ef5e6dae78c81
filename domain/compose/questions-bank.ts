/** What a question is about, in the order in which a conversation goes. */
export type Theme = 'path' | 'role' | 'skills' | 'industry' | 'culture';

/** Most worth asking first. Placeholders as in templates. */
export type BankQuestion = {
  readonly theme: Theme;
  /** Whether the answer tells about the kind of work or about this organisation. */
  readonly about: 'role' | 'organisation';
  readonly needs: 'company' | 'path' | undefined;
  readonly text: string;
};

/** How a topic becomes a question, by its form; each noun in turn gets another one. */
export type TopicQuestions = {
  readonly noun: readonly string[];
  readonly clause: string;
};

export const topicQuestions: Readonly<Record<'en' | 'de', TopicQuestions>> = {
  en: {
    noun: [
      'What do people outside usually get wrong about {{topic}}?',
      'What would have helped to know earlier about {{topic}}?',
      'Where do you meet this in an ordinary week: {{topic}}?',
    ],
    clause: 'May I ask {{topic}}?',
  },
  de: {
    noun: [
      '{{topic}}: Was verstehen Außenstehende daran meist falsch?',
      '{{topic}}: Was hätte geholfen, früher zu wissen?',
      '{{topic}}: Wo zeigt sich das in einer gewöhnlichen Woche?',
    ],
    clause: 'Darf ich fragen, {{topic}}?',
  },
};

export const questionBanks: Readonly<Record<'en' | 'de', readonly BankQuestion[]>> = {
  en: [
    question(
      'path',
      'role',
      'path',
      'Your path {{path}}: what made you decide, and what would you do differently today?',
    ),
    question(
      'role',
      'role',
      undefined,
      'What did your last working week really look like, hour by hour?',
    ),
    question(
      'skills',
      'role',
      undefined,
      'Which skill do you use far more, and which far less, than you expected?',
    ),
    question(
      'path',
      'role',
      undefined,
      'Which of your decisions along the way mattered more than it seemed at the time?',
    ),
    question(
      'culture',
      'organisation',
      'company',
      'How does {{company}} differ from other places where people do this work?',
    ),
    question(
      'industry',
      'role',
      undefined,
      'What is changing in your field that newcomers have not noticed yet?',
    ),
    question(
      'skills',
      'role',
      undefined,
      'If you were starting now with my background, what would you learn in the next six months?',
    ),
    question(
      'culture',
      'organisation',
      undefined,
      'What kind of person does well where you work, and who tends to leave?',
    ),
    question(
      'role',
      'role',
      undefined,
      'Which part of the work would you gladly give away, and which would you never give up?',
    ),
    question(
      'industry',
      'organisation',
      undefined,
      'What is the hardest problem for organisations like yours in the next few years?',
    ),
    question(
      'culture',
      'organisation',
      undefined,
      'How are decisions made in your team when people disagree?',
    ),
    question(
      'skills',
      'role',
      undefined,
      'What do you read, listen to or belong to that keeps you up to date?',
    ),
    question(
      'path',
      'role',
      undefined,
      'Who else sees this work from another side and might be willing to talk with me?',
    ),
  ],
  de: [
    question(
      'path',
      'role',
      'path',
      'Ihr Weg {{path}}: Was gab den Ausschlag, und was würden Sie heute anders machen?',
    ),
    question(
      'role',
      'role',
      undefined,
      'Wie sah Ihre letzte Arbeitswoche wirklich aus, Stunde für Stunde?',
    ),
    question(
      'skills',
      'role',
      undefined,
      'Welche Fähigkeit brauchen Sie viel öfter, welche viel seltener als erwartet?',
    ),
    question(
      'path',
      'role',
      undefined,
      'Welche Ihrer Entscheidungen war im Nachhinein wichtiger, als sie damals schien?',
    ),
    question(
      'culture',
      'organisation',
      'company',
      'Worin unterscheidet sich {{company}} von anderen Orten, an denen man diese Arbeit macht?',
    ),
    question(
      'industry',
      'role',
      undefined,
      'Was verändert sich in Ihrem Feld, ohne dass Neulinge es schon bemerkt haben?',
    ),
    question(
      'skills',
      'role',
      undefined,
      'Was würden Sie mit meinem Hintergrund in den nächsten sechs Monaten lernen?',
    ),
    question(
      'culture',
      'organisation',
      undefined,
      'Wer fühlt sich bei Ihnen wohl, und wer geht eher wieder?',
    ),
    question(
      'role',
      'role',
      undefined,
      'Welchen Teil der Arbeit gäben Sie gern ab, und welchen nie?',
    ),
    question(
      'industry',
      'organisation',
      undefined,
      'Was ist in den nächsten Jahren das schwierigste Problem für Organisationen wie Ihre?',
    ),
    question(
      'culture',
      'organisation',
      undefined,
      'Wie wird in Ihrem Team entschieden, wenn man sich nicht einig ist?',
    ),
    question(
      'skills',
      'role',
      undefined,
      'Was lesen oder hören Sie, wo sind Sie Mitglied, um auf dem Laufenden zu bleiben?',
    ),
    question(
      'path',
      'role',
      undefined,
      'Wer sieht diese Arbeit von einer anderen Seite und wäre vielleicht bereit, mit mir zu sprechen?',
    ),
  ],
};

function question(
  theme: Theme,
  about: BankQuestion['about'],
  needs: BankQuestion['needs'],
  text: string,
): BankQuestion {
  return { theme, about, needs, text };
}
