import type { Note, NoteField, NoteForm } from '../note.ts';
import type { SaidRole } from './role.ts';
import type { Respelt } from './spelling.ts';

/** What a note becomes: sentences to choose from, or how to write it so that it can become one. */
export type Wording = Said | { readonly ask: string };

export type Said = {
  /** Equal in rank; each a whole sentence. */
  readonly variants: readonly string[];
  /** A reason to write to this person, rather than how one came across them. */
  readonly isReason: boolean;
};

/** A person as a letter addresses them. */
export type Person = {
  readonly name: string;
  /** "Frau", "Dr.", "Mme": from the field "How to address"; undefined when nobody said. */
  readonly addressAs: string | undefined;
};

export type Work = { readonly role: string | undefined; readonly company: string | undefined };

/** A language that letters are written in: everything about it that is not common to all. */
export type Language = {
  readonly code: 'en' | 'de' | 'fr' | 'es';
  readonly and: string;
  /** A note as typed, with the spelling that a letter needs. */
  respell(note: string, field: NoteField): Respelt;
  /** The form of a normalised note. */
  formOf(text: string, field: NoteField): NoteForm;
  /** Says nothing about this person in particular. */
  isVague(text: string, field: NoteField): boolean;
  /** Lower case at the start, where a note goes on after other words. */
  inside(text: string): string;
  /** The first sentence after the greeting: German goes on in lower case. */
  afterGreeting(text: string): string;
  /** Words are left out, as in notes to oneself ("talk at conference"): it fits into no sentence. */
  isShorthand(text: string): boolean;
  /** Turns "she" and "her" into "you" and "your"; undefined where that is not safe. */
  toYou(text: string): string | undefined;
  /** A piece of theirs without its owner, as the subject names it: "der Aufsatz" is "Ihr Aufsatz". */
  readonly ofReader?: (piece: string) => string;
  /** du, tu, tú: in a letter that says Sie, vous, usted; or the other way round. */
  wrongAddress(text: string): boolean;
  /** A note in the form of address of the letter; undefined where the verbs are not certain. */
  otherAddress(text: string): string | undefined;
  readonly greeting: (person: Person) => string;
  readonly referrer: (name: string) => readonly string[];
  readonly wrote: (note: Note, place: Place) => Wording;
  /** Undefined for a way that is not worth a word ("google"). */
  readonly found: (note: Note, place: Place) => Wording | undefined;
  readonly admire: (note: Note, place: Place) => Wording;
  readonly shared: (note: Note, place: Place) => Wording;
  /** Absent where a role is said as it is written. */
  readonly roleIn?: (role: string, person: Person) => SaidRole;
  /** Undefined when neither is known. */
  readonly work: (work: Work) => readonly string[] | undefined;
  /** `first`: it opens the letter, as its only reason. */
  readonly path: (note: Note, work: Work, first: boolean) => Wording;
  /** A first sentence where the notes give none: their role alone. */
  readonly weakReason: (work: Work) => readonly string[] | undefined;
  readonly me: (profile: {
    readonly name: string;
    readonly affiliation: string | undefined;
  }) => string;
  readonly ask: (minutes: number) => readonly string[];
  /** Sentences about up to three topics, as `topic` made them; none: an open question. */
  readonly topics: (topics: readonly Topic[]) => readonly string[];
  /** Undefined when it cannot be one; then `ask` of the finding says how. */
  readonly topic: (note: Note, work: Work) => Topic | { readonly ask: string };
  readonly purpose: readonly string[];
  readonly thanks: readonly string[];
  readonly close: readonly string[];
  readonly subjects: (parts: SubjectParts) => readonly string[];
  /** "at the Guild of Bakers", "beim Verlag Roth", "à la Mairie": with the article that the name asks for. */
  readonly atCompany: (company: string) => string;
  readonly nudge: (reason: NudgeReason) => readonly string[];
  readonly oneTopic: (topic: Topic) => readonly string[];
};

export type Place = {
  /** Opens the letter. */
  readonly first: boolean;
  readonly work: Work;
};

export type Topic = {
  readonly text: string;
  readonly as: 'noun' | 'clause' | 'question';
};

/** What a subject may name, the best first. */
export type SubjectParts = {
  readonly referrer: string | undefined;
  /** A noun phrase that opens the letter: "your article on …". */
  readonly thing: string | undefined;
  readonly shared: string | undefined;
  /** Where they were seen or met, as the note has it: "at the Rye Fair", "auf dem Müllertag". */
  readonly event: string | undefined;
  /** Where they began and where they are. */
  readonly steps: readonly [string, string] | undefined;
  readonly company: string | undefined;
  readonly role: string | undefined;
  readonly topic: string | undefined;
  readonly myName: string;
  readonly affiliation: string | undefined;
};

export type NudgeReason = {
  readonly because: 'silence' | 'later' | 'times';
  readonly referrer: string | undefined;
  readonly thing: string | undefined;
  readonly clause: string | undefined;
};
