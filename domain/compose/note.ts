import type { ContactFacts } from '../contact.ts';

/** A note that can become a sentence of a letter. `about` is the user's sentence about themselves. */
export type NoteField =
  | 'referredBy'
  | 'foundThrough'
  | 'sharedAffiliation'
  | 'admire'
  | 'wrote'
  | 'path'
  | 'role'
  | 'company'
  | 'topics';

/** How a note is built, which decides the sentences that it fits into. */
export type NoteForm =
  /** "your talk at PyCon", "der Wechsel": a determiner is there. */
  | 'noun_phrase'
  /** "alarm fatigue": anything that is not known to be another form. */
  | 'bare_noun'
  /** "how you …", "that you …". */
  | 'clause'
  /** "moving into product". */
  | 'gerund'
  /** "saw your talk": a verb without its subject. */
  | 'verb'
  /** "at the alumni evening". */
  | 'preposition'
  /** "I saw your talk", "we met at …". */
  | 'first_person'
  /** "you built a team", "your code is clear". */
  | 'second_person'
  /** "she built a team". */
  | 'third_person'
  /** "My professor mentioned you". */
  | 'sentence'
  | 'question'
  /** "tell me about …", "I want to know …". */
  | 'wish'
  /** "Alarms That Nobody Hears". */
  | 'title'
  | 'gap'
  | 'link'
  | 'marks'
  | 'vague';

export type Note = {
  readonly field: NoteField;
  /** On one line, without end marks, exclamation marks, emoji and links. */
  readonly text: string;
  readonly form: NoteForm;
};

/** The notes of a contact that are single texts. */
export type TextField = Exclude<NoteField, 'topics'> & keyof ContactFacts;
