import { foldedWords, type Rule } from './draft.ts';

export const shouting: Rule = {
  name: 'shouting',
  check: ({ subject, text }) => {
    const marks = `${subject}\n${text}`.match(/!+/g) ?? [];
    const loud = /(?:(?<![\p{L}])\p{Lu}{2,20}[ ,.!?]{1,3}){3}/u
      .exec(`${subject} \n${text} `)?.[0]
      .trim();
    if (loud !== undefined && /\p{Lu}{5}/u.test(loud)) {
      return [
        { severity: 'warning', message: `"${loud}" reads as shouting. Write it in small letters.` },
      ];
    }
    return marks.length > 1 || marks.some((mark) => mark.length > 1)
      ? [
          {
            severity: 'warning',
            message: 'More than one exclamation mark reads as shouting. A full stop is warmer.',
          },
        ]
      : [];
  },
};

export const subjectImpersonal: Rule = {
  name: 'subject_impersonal',
  check: ({ purpose, subject, profile, contact }) => {
    if (purpose !== 'outreach' || !/[\p{L}]/u.test(subject)) return [];
    if (/^\s*(?:re|aw|fwd?|wg)\s*:/i.test(subject)) {
      return [
        {
          severity: 'warning',
          message:
            'The subject pretends to answer an earlier mail. People notice, and some filters do, too. Begin without "Re:".',
        },
      ];
    }
    const people = [
      profile.name,
      profile.affiliation,
      contact.name,
      contact.company,
      contact.referredBy,
      contact.wrote,
      contact.foundThrough,
      contact.sharedAffiliation,
      contact.admire,
      contact.path,
      ...contact.topics,
    ];
    const names = new Set(people.flatMap((name) => foldedWords(name ?? '')));
    // "Your talk at …" names something of theirs.
    if (theirs.test(subject)) return [];
    const personal = foldedWords(subject).some((word) => word.length > 3 && names.has(word));
    return personal || subject.includes('{{')
      ? []
      : [
          {
            severity: 'warning',
            message: `The subject "${subject.slice(0, 80)}" could come from anybody. Name the reason, or who asks: "A question from ${profile.name ?? 'your name'}${profile.affiliation === undefined ? '' : `, ${profile.affiliation}`}".`,
          },
        ];
  },
};

const theirs = /\b(?:your|ihre?n?|deine?n?|votre|vos|su|sus|tu|ton|ta)\b \S/i;
