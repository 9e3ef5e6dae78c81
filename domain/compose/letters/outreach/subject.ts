import type { Language, SubjectParts, Topic, Work } from '../../language/language.ts';
import type { Note } from '../../note.ts';
import type { PreparedNotes } from '../../notes/prepare-notes.ts';
import type { LetterContext } from '../parts.ts';
import type { Pick } from './input.ts';
import type { Opening } from './opening.ts';
import { referrerName } from './referrer.ts';

export function subjectOf(input: {
  readonly context: LetterContext;
  readonly prepared: PreparedNotes;
  readonly work: Work;
  readonly topics: readonly Topic[];
  readonly opening: Opening;
  readonly pick: Pick;
}): string {
  const { context, prepared, work, topics, opening } = input;
  const { language, profile } = context;
  const referrer = prepared.notes.get('referredBy');
  const parts: SubjectParts = {
    referrer:
      referrer && referrerName(referrer.text) !== undefined
        ? shortName(referrerName(referrer.text) ?? '')
        : undefined,
    thing:
      opening.lead && !language.isShorthand(opening.lead.text)
        ? thingOf(opening.lead, language)
        : undefined,
    shared:
      opening.lead?.field === 'sharedAffiliation' &&
      /noun/.test(opening.lead.form) &&
      !/^(?:we )?both(?!\p{L})/iu.test(opening.lead.text)
        ? opening.lead.text
        : undefined,
    event: eventOf(prepared),
    steps: stepsOf(prepared),
    company: work.company,
    role: work.role,
    topic: topics.find(({ as, text }) => as === 'noun' && text.includes(' ') && !text.includes(':'))
      ?.text,
    myName: profile.name ?? '{{my_name}}',
    affiliation: profile.affiliation,
  };
  const options = language.subjects(parts).map((subject) => subject.replace(/\s+/g, ' '));
  return options.find((subject) => subject.length <= longestSubject) ?? options.at(-1) ?? '';
}

const longestSubject = 60;

/** "Dr. Selma Yildiz from Graz" is "Selma Yildiz" in a subject. */
function shortName(name: string): string {
  const plain = name
    // "my second supervisor, Lowri Bevan"
    .replace(/^[^,(]*\b\p{Ll}\p{L}*, (?=\p{Lu}\p{L}+ \p{Lu})/u, '')
    .replace(/ ?[(,].*$/, '')
    .replace(/ (?:from|at|aus|chez) .*$/, '')
    // "my former boss Karin Vogt": who it is stands in the letter.
    .replace(
      /^(?:my|our|mein|meine|unser|unsere|mon|ma|notre|mi|nuestr[oa])\b.*? (?=\p{Lu}\p{L}+ \p{Lu}\p{L}+$)/iu,
      '',
    );
  const bare = plain.replace(/^(?:(?:prof|em|dr|dra|mr|mrs|ms)\.? )+/i, '');
  // "Ms Hart" is nobody without her title.
  return bare.includes(' ') ? bare : plain;
}

/** "at the careers evening" of "I heard you at the careers evening and …". */
function eventOf({ notes }: PreparedNotes): string | undefined {
  const note = notes.get('foundThrough');
  if (note === undefined || !/^(?:first_person|verb|preposition)$/.test(note.form))
    return undefined;
  if (note.form !== 'preposition' && !meeting.test(note.text)) return undefined;
  const [, event] = place.exec(note.text) ?? [];
  // "on the radio" and "at the Tate" are no event that somebody writes after.
  return event !== undefined && /\p{Lu}/u.test(event.slice(1)) && occasion.test(event)
    ? event
    : undefined;
}

const occasion =
  /(?:con|day|days|fair|festival|evening|conference|summit|show|meetup|week|forum|night|expo|congress|workshop|symposium|talk|panel|camp|course|seminar|weekend|lecture|breakfast|hackathon|tag|messe|kongress|tagung|konferenz|fest|abend|treffen|woche|stammtisch|nacht|salon|fête|journée|journées|rencontres?|colloque|congrès|foire|biennale|feria|congreso|jornadas?|charla|encuentro|curso|taller|foro|semana)(?!\p{L})/iu;
const meeting =
  /(?:met|saw|seen|heard|audience|spoke|talked|listened|attended|gehört|gesehen|getroffen|kennengelernt|gesprochen|rencontré|croisé|entendu|écouté|assisté|vi|escuché|oí|conocí|coincidimos)/i;
const place =
  /(?:^| )((?:at|auf|bei|beim|au|à|lors du|lors de|en) [^,.;:()"„«]{4,45}?)(?: (?:and|where|und|et|y|gehört|gesehen|kennengelernt|getroffen|gesprochen|last|in \d{4}) ?.*)?$/iu;

/** "signaller" and "planner" of "signaller -> planner". */
function stepsOf({ notes }: PreparedNotes): readonly [string, string] | undefined {
  const steps = (notes.get('path')?.text ?? '').split(/ ?(?:->|→|=>|⇒) ?/u);
  const [first = '', last = ''] = [steps[0]?.trim(), steps.at(-1)?.trim()];
  const plain = /^\p{L}[\p{L} -]{2,22}$/u;
  return steps.length > 1 && plain.test(first) && plain.test(last) ? [first, last] : undefined;
}

/** "your essay “Rye” in the winter issue" ends with its title. */
function upToTitle(head: string): string {
  return /^[^"“”„«»]{3,40}(?:"[^"]{3,50}"|„[^“]{3,50}“|«[^»]{3,50}»)/u.exec(head)?.[0] ?? head;
}

/** The last that is said of it: "… about the hail of San Asensio". */
const beforeLast = / (?:about|on|über|zu|sur|sobre)(?!.* (?:about|on|über|zu|sur|sobre) ) .*$/u;

/** The noun phrase that the letter opens with, shortened to its head where it is long. */
function thingOf(note: Note, { ofReader }: Language): string | undefined {
  const your = note.text.replace(/^(?:the|an?) /i, 'your ');
  const text = note.field === 'wrote' ? (ofReader?.(your) ?? your) : note.text;
  // '"Bitter Bread", your piece in …' by its title.
  const [, title] = /^((?:"[^"]{4,50}"|„[^“]{4,50}“|«[^»]{4,50}»))(?:,| \(|$)/.exec(text) ?? [];
  if (title !== undefined && note.field === 'wrote') return title;
  // "the book I carry around: Rye and Salt": a second colon follows in the subject.
  const [, called] = /^[^:]{3,60}: ["“'‘]?([^"“”'’:]{3,50})["”’']?$/.exec(text) ?? [];
  if (called !== undefined && note.field === 'wrote' && note.form === 'noun_phrase')
    return `"${called}"`;
  if (
    note.form !== 'noun_phrase' ||
    !/^(?:your|ihr|ihre|dein|deine|votre|vos|ton|ta|tes|su|sus|tu|tus|the|der|die|das|le|la|les|el|los|las)\b/i.test(
      ofReader === undefined ? note.text : text,
    )
  )
    return undefined;
  const [cut = ''] = text.split(/, | where | which | above /);
  // A comma of the title itself ends nothing.
  const head = (cut.match(/["“”„«»]/g) ?? []).length % 2 === 1 ? text : cut;
  // A head that is too long, or says too little, makes no subject.
  return [head, upToTitle(head), head.replace(beforeLast, '')].find(
    (each) => each.length <= longestSubject - 2 && each.split(' ').length > 2,
  );
}
