import type { ContactFacts } from '../../../contact.ts';
import type { Language, Place, Wording } from '../../language/language.ts';
import type { Note, TextField } from '../../note.ts';
import { asSentence } from '../../notes/normalise.ts';
import { splitNote } from '../../notes/split-note.ts';
import { fieldLabel } from '../../notes/labels.ts';
import { wordsOfOurs, type Sentence } from '../../sentence.ts';
import { weights, type PartInput, type Pick } from './input.ts';
import { isReferral, names, referrerName } from './referrer.ts';

export type Opening = { readonly sentences: readonly Sentence[]; readonly lead: Note | undefined };

/** Referrer, best reason, detail, what both share, how one found them. */
export function openingOf(input: PartInput & { readonly pick: Pick }): Opening {
  const { context, prepared, work, pick, findings, asked } = input;
  const { language, contact } = context;
  const { notes } = prepared;
  const sentences: Sentence[] = [];
  const place = (): Place => ({ first: sentences.length === 0, work });
  const behind = new Map<Note, readonly Note[]>();
  /** The first sentence of a note; what else it says follows when that is said. */
  const headOf = (field: TextField): Note | undefined => {
    const note = notes.get(field);
    if (note === undefined) return undefined;
    const [head, ...more] = splitNote(note, language);
    behind.set(head, more);
    return head;
  };
  const say = (note: Note, wording: Wording | undefined, weight: number): boolean => {
    const said = sayAlone(note, wording, weight);
    for (const more of behind.get(note) ?? []) {
      // "I am" and "a bit" are left of a sentence that was cut.
      const whole = more.text.split(' ').length > 2 && !/\. \p{Ll}/u.test(more.text);
      const ask = { ask: 'write it as a sentence of its own' };
      sayAlone(more, whole ? followUp(more, language) : ask, weights.found);
    }
    return said;
  };
  const sayAlone = (note: Note, made: Wording | undefined, weight: number): boolean => {
    const wording = made && unlessShorthand(note, made);
    if (wording === undefined) {
      asked.push({ field: note.field, text: note.text });
      findings.push({
        rule: 'way_left_out',
        severity: 'notice',
        field: note.field,
        message: `"${note.text}" in *${fieldLabel(note.field)}* tells the reader nothing, so it is not in the letter.`,
      });
      return false;
    }
    if ('ask' in wording) {
      asked.push({ field: note.field, text: note.text });
      findings.push({
        rule: 'finish_sentence',
        severity: 'warning',
        field: note.field,
        message: `"${note.text.slice(0, 80)}" in *${fieldLabel(note.field)}* does not fit into a sentence yet: ${wording.ask}. It is left out until then.`,
      });
      return false;
    }
    const text = pick(note.field, wording.variants);
    sentences.push({
      slot: 'opening',
      field: note.field,
      text,
      weight,
      ours: wordsOfOurs(text, [note.text]),
    });
    return true;
  };
  /** A note with words left out is nobody's sentence. */
  function unlessShorthand(note: Note, made: Wording): Wording {
    // A path is roles one after another, none with its article.
    if ('ask' in made || note.field === 'path' || !language.isShorthand(made.variants[0] ?? ''))
      return made;
    return language.toYou(note.text) === undefined
      ? { ask: 'write it to the person' }
      : { ask: 'it leaves words out, as notes do' };
  }
  const referrer = notes.get('referredBy');
  if (referrer) {
    // "Lola (prima)": English says "my cousin Lola", the others the name alone.
    const given = referrerName(referrer.text.replace(remarkBehind, ''));
    const name = language.code === 'en' ? given : given?.replace(/ \([^()]{1,40}\)$/u, '');
    if (name === undefined) {
      asked.push({ field: 'referredBy', text: referrer.text });
      findings.push({
        rule: 'referrer_not_a_name',
        severity: 'error',
        field: 'referredBy',
        message: `"${referrer.text.slice(0, 80)}" is not a name that the reader can place. Write the person's name as the reader knows it, or clear the field.`,
      });
    } else {
      // Who they are to both stands on the card alone.
      const more = referrer.text.includes(name) ? referrer.text.split(name)[1] : undefined;
      const tail = more?.replace(/^[\s,;–—-]+/u, '') ?? '';
      if (tail.includes(' ')) asked.push({ field: 'referredBy', text: tail });
      say(
        { ...referrer, text: name },
        { isReason: true, variants: language.referrer(name) },
        weights.referrer,
      );
    }
  }
  const wrote = headOf('wrote');
  const came = headOf('foundThrough');
  // The referrer's name says it.
  const found =
    came !== undefined &&
    (referrer === undefined
      ? isReferral(came.text) && !came.text.includes(' ')
      : isReferral(came.text) || names(came.text, referrer.text))
      ? undefined
      : came;
  const admire = headOf('admire');
  const shared = headOf('sharedAffiliation');
  let lead: Note | undefined;
  const isLead = (note: Note): void => {
    if (lead === undefined && note.field !== 'referredBy') lead = note;
  };
  if (wrote && say(wrote, language.wrote(wrote, place()), weights.reason)) isLead(wrote);
  const way = found && language.found(found, place());
  const bare = found !== undefined && saysNothing.test(found.text);
  const strong = way !== undefined && 'variants' in way && way.isReason && !bare;
  let foundSaid = false;
  if (found && strong) {
    foundSaid = true;
    say(found, way, sentences.length === 0 ? weights.reason : weights.second);
    isLead(found);
  } else if (
    found &&
    !bare &&
    sentences.length === 0 &&
    way !== undefined &&
    'variants' in way &&
    found.form === 'noun_phrase'
  ) {
    foundSaid = true;
    say(found, way, weights.second);
    isLead(found);
  }
  const detail =
    admire &&
    (sentences.length === 0 && pointsBack.test(admire.text)
      ? whatIsIt
      : language.admire(admire, place()));
  if (admire && say(admire, detail, weights.detail)) isLead(admire);
  if (shared && say(shared, language.shared(shared, place()), weights.shared)) isLead(shared);
  const gaveReason = sentences.length > 0;
  const path = notes.get('path');
  const onlyPath = !gaveReason && path ? language.path(path, work, true) : undefined;
  if (path && onlyPath && 'variants' in onlyPath) say(path, onlyPath, weights.reason);
  else if (!gaveReason) {
    const weak = language.weakReason(work);
    if (weak)
      sentences.push({
        slot: 'opening',
        field: work.role === undefined ? 'company' : 'role',
        text: pick('weak', weak),
        weight: weights.reason,
        ours: 8,
      });
  }
  if (found && !foundSaid)
    say(found, found && (way ?? language.found(found, place())), weights.found);
  if (!gaveReason && !path)
    findings.push({
      rule: 'no_reason',
      // Somebody who typed notes wants to be told; a bare name and address is their own decision.
      severity: triedToSayWhy(contact) ? 'error' : 'warning',
      field: 'admire',
      message: `Nothing says why you write to ${contact.name} and nobody else. Note one of: what they wrote, a talk, what stayed with you, what you share, who sent you.`,
    });
  else if (!gaveReason)
    findings.push({
      rule: 'thin_reason',
      severity: 'warning',
      field: 'admire',
      message: `The only reason for this mail is their path. One thing that they wrote, said or made would say why you ask ${contact.name}.`,
    });
  const [first, ...rest] = sentences;
  return {
    sentences: first ? [{ ...first, text: language.afterGreeting(first.text) }, ...rest] : [],
    lead,
  };
}

/** "a webinar", "un podcast": anybody may have been there. */
const saysNothing =
  /^(?:an?|one|some|une?|un|el|la|le|eine?[mnr]?|der|die|das|über ein(?:en)?) \p{L}+$|^(?:webinar|podcast|internet|google|fair|job fair|conference)s?$/iu;

/** "It shows that moss hums": what shows it stands in no sentence before. */
const pointsBack =
  /^(?:(?:it|this|they|these) (?!is |was |are |were |has |had |takes |took )|(?:dies|das|ça|cela|ceci|esto|eso) (?!ist |war |est |était |es |fue |era ))\p{Ll}/iu;
const whatIsIt = { ask: 'say what it is: "your article shows …"' };

/** "Anna Moss - said use her name", "Prof. Whitlock, who told me to write" */
const remarkBehind =
  /(?: [-–—] |, (?=(?:who|she|he|said|told|die|der|hat|qui|que|quien|me)(?!\p{L}))).*$/u;

/** What stands behind the first sentence of a note is said when it is a sentence itself. */
function followUp(note: Note, language: Language): Wording {
  const ask = { ask: 'write it as a sentence of its own: "You …", "I …"' };
  switch (note.form) {
    case 'first_person':
    case 'second_person':
    case 'third_person':
    case 'sentence': {
      const you = language.toYou(note.text);
      return you === undefined ? ask : { isReason: false, variants: [asSentence(you)] };
    }
    case 'verb': {
      const wording = language.admire(note, {
        first: false,
        work: { role: undefined, company: undefined },
      });
      return 'ask' in wording ? ask : wording;
    }
    case 'noun_phrase':
    case 'bare_noun':
    case 'clause':
    case 'gerund':
    case 'preposition':
    case 'title':
    case 'question':
    case 'wish':
    case 'gap':
    case 'link':
    case 'marks':
    case 'vague':
      return ask;
  }
}

/** Whether any note beyond name, company and role was typed. */
function triedToSayWhy(contact: ContactFacts): boolean {
  const notes = [
    contact.path,
    contact.foundThrough,
    contact.sharedAffiliation,
    contact.admire,
    contact.wrote,
    contact.referredBy,
    ...contact.topics,
  ];
  return notes.some((note) => (note ?? '').trim() !== '');
}
