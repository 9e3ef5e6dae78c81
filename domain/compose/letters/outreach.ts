import type { ContactFacts } from '../../contact.ts';
import { countWords } from '../../text/count-words.ts';
import { fold } from '../../text/fold.ts';
import type { Finding } from '../finding.ts';
import type { Place, SubjectParts, Topic, Wording, Work } from '../language/language.ts';
import type { Note, TextField } from '../note.ts';
import { fieldLabel, prepareNotes, type PreparedNotes } from '../notes/prepare-notes.ts';
import { related } from '../notes/related.ts';
import { wordsOfOurs, type LeftOut, type Sentence } from '../sentence.ts';
import { aboutIn, greetingOf, nameFindings, signature, type LetterContext } from './parts.ts';

/** Which of equal wordings is taken: `pick(slot, variants)`. */
export type Pick = (slot: string, variants: readonly string[]) => string;

/** A first mail as sentences, each with the note it came from. */
export type OutreachParts = {
  readonly sentences: readonly Sentence[];
  readonly leftOut: readonly LeftOut[];
  readonly findings: readonly Finding[];
  readonly subject: string;
  readonly greeting: string;
  readonly close: string;
  readonly sign: string;
};

/** Words, greeting and signature included: what is aimed at. */
const aim = 142;
/** "I'd like to ask": the rest of the open question stands in for topics. */
const openQuestionLead = 5;
/** How far the aim may be passed to put something short back. */
const spare = 6;
const weights = {
  referrer: 100,
  ask: 100,
  topic1: 98,
  purpose: 97,
  thanks: 96,
  about: 95,
  reason: 92,
  detail: 91,
  second: 70,
  shared: 60,
  topic2: 55,
  work: 50,
  found: 45,
  topic3: 40,
} as const;

/** Puts a first mail together: reason, detail, link, who I am, their work, the ask, topics, purpose, thanks. */
export function outreachParts(
  context: LetterContext,
  options: { readonly minutes: number; readonly pick: Pick },
): OutreachParts {
  const { contact, profile, language } = context;
  const { pick, minutes } = options;
  const prepared = prepareNotes(contact, language);
  const findings: Finding[] = [...nameFindings(contact), ...prepared.findings];
  const asked: LeftOut[] = [...prepared.dropped];
  const work = workOf(prepared, findings);
  const opening = openingOf({ context, prepared, work, pick, findings, asked });
  const topics = topicsOf({ context, prepared, work, findings, asked });
  const about = aboutOf(context, findings);
  const sentences: Sentence[] = [...opening.sentences, about];
  const their = opening.sentences.some(
    ({ field }) => field === 'path' || field === 'role' || field === 'company',
  )
    ? undefined
    : theirWork({ context, prepared, work, pick, findings, asked });
  if (their) sentences.push(their);
  const ask = pick('ask', language.ask(minutes));
  sentences.push(
    {
      slot: 'ask',
      field: undefined,
      text: ask,
      weight: weights.ask,
      ours: wordsOfOurs(ask, ['20']),
    },
    ours('purpose', pick('purpose', language.purpose), weights.purpose),
    ours('thanks', pick('thanks', language.thanks), weights.thanks),
  );
  const greeting = greetingOf(context);
  const close = pick('close', language.close);
  const sign = signature(profile, true);
  const frame = countWords(`${greeting} ${close} ${sign}`);
  const fitted = fit({ sentences, topics, room: aim - frame, context, pick });
  const leftOut = [...asked, ...fitted.leftOut];
  leftOut.push(...unsaid({ prepared, sentences: fitted.sentences, leftOut }));
  if (fitted.leftOut.length > 0)
    findings.push({
      rule: 'left_out',
      severity: 'notice',
      field: undefined,
      message: `Left out, so that the mail stays short: ${fitted.leftOut.map(({ field, text }) => `${fieldLabel(field as TextField)} ("${text.slice(0, 60)}${text.length > 60 ? '…' : ''}", ${countWords(text)} words)`).join('; ')}.`,
    });
  return {
    sentences: fitted.sentences,
    leftOut,
    findings,
    subject: subjectOf({ context, prepared, work, topics, opening, pick }),
    greeting,
    close,
    sign,
  };
}

/** Notes of which no sentence speaks and that nothing has named as left out: the card lists them. */
function unsaid(input: {
  readonly prepared: PreparedNotes;
  readonly sentences: readonly Sentence[];
  readonly leftOut: readonly LeftOut[];
}): readonly LeftOut[] {
  const { prepared, sentences, leftOut } = input;
  const text = fold(sentences.map((sentence) => sentence.text).join(' '));
  return [...prepared.notes].flatMap(([field, note]) => {
    const used =
      sentences.some((sentence) => sentence.field === field) ||
      leftOut.some((each) => each.field === field) ||
      (field === 'foundThrough' && referral.test(note.text)) ||
      text.includes(fold(note.text)) ||
      // "bei den Stadtwerken Ulm": names are inflected.
      ((field === 'role' || field === 'company') && related(text, fold(note.text)));
    return used ? [] : [{ field, text: note.text }];
  });
}

function ours(slot: string, text: string, weight: number): Sentence {
  return { slot, field: undefined, text, weight, ours: countWords(text) };
}

type Common = {
  readonly context: LetterContext;
  readonly prepared: PreparedNotes;
  readonly work: Work;
  readonly findings: Finding[];
  readonly asked: LeftOut[];
};

type Opening = { readonly sentences: readonly Sentence[]; readonly lead: Note | undefined };

/** Referrer, best reason, detail, what both share, how one found them. */
function openingOf(input: Common & { readonly pick: Pick }): Opening {
  const { context, prepared, work, pick, findings, asked } = input;
  const { language, contact } = context;
  const { notes } = prepared;
  const sentences: Sentence[] = [];
  const place = (): Place => ({ first: sentences.length === 0, work });
  const say = (note: Note, wording: Wording | undefined, weight: number): boolean => {
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
  const referrer = notes.get('referredBy');
  if (referrer) {
    const name = referrerName(referrer.text);
    if (name === undefined) {
      asked.push({ field: 'referredBy', text: referrer.text });
      findings.push({
        rule: 'referrer_not_a_name',
        severity: 'error',
        field: 'referredBy',
        message: `"${referrer.text.slice(0, 80)}" is not a name that the reader can place. Write the person's name as the reader knows it, or clear the field.`,
      });
    } else
      say(
        { ...referrer, text: name },
        { isReason: true, variants: language.referrer(name) },
        weights.referrer,
      );
  }
  const wrote = notes.get('wrote');
  const came = notes.get('foundThrough');
  // The referrer's name says it.
  const found =
    referrer !== undefined && came !== undefined && referral.test(came.text) ? undefined : came;
  const admire = notes.get('admire');
  const shared = notes.get('sharedAffiliation');
  let lead: Note | undefined;
  const isLead = (note: Note): void => {
    if (lead === undefined && note.field !== 'referredBy') lead = note;
  };
  if (wrote && say(wrote, language.wrote(wrote, place()), weights.reason)) isLead(wrote);
  const way = found && language.found(found, place());
  const strong = way !== undefined && 'variants' in way && way.isReason;
  let foundSaid = false;
  if (found && strong) {
    foundSaid = true;
    say(found, way, sentences.length === 0 ? weights.reason : weights.second);
    isLead(found);
  } else if (
    found &&
    sentences.length === 0 &&
    way !== undefined &&
    'variants' in way &&
    found.form === 'noun_phrase'
  ) {
    foundSaid = true;
    say(found, way, weights.second);
    isLead(found);
  }
  if (admire && say(admire, language.admire(admire, place()), weights.detail)) isLead(admire);
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

const referral =
  /^(?:(?:by|through|via|durch|über|par|por) )?(?:(?:an?|eine|une|una) )?(?:personal |persönliche )?(?:referral|mutual|introduction|recommendation|empfehlung|kontakt|recommandation|recomendación)(?!\p{L})/iu;

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

/** A name, or "my former professor Tom Adler"; undefined for "my mum" and "a friend". */
function referrerName(text: string): string | undefined {
  const plain = text.replace(/^(?:by|von|de|par|por) (?=\p{Lu})/u, '');
  if (/\p{Lu}\p{L}+ (?:\p{Ll}{1,4} ){0,2}\p{Lu}/u.test(plain)) return plain;
  const title = /^(?:(?:dr|prof|mr|mrs|ms|mx|dra|sr|sra|frau|herrn?|mme|m)\.? )+\p{L}/iu.test(
    plain,
  );
  const one =
    /^\p{Lu}[\p{L}'-]+(?: .+)?$/u.test(plain) &&
    !/^(?:My|A|The|Our|Your|Some|One|Mein|Meine|Eine?|Die|Der|Mon|Ma|Un|Une|Mi)\b/.test(plain);
  if (title || one) return plain;
  // "tom adler": a name in small letters.
  return /^\p{Ll}[\p{L}'-]+ \p{Ll}[\p{L}'-]+$/u.test(plain) &&
    !/^(?:my|a|an|the|our|your|some|one|mein|meine|eine?|die|der|mon|ma|une?|mi|friend|someone|somebody|colleague)\b/.test(
      plain,
    )
    ? plain.replace(/(^| )\p{Ll}/gu, (start) => start.toUpperCase())
    : undefined;
}

function workOf({ notes }: PreparedNotes, findings: Finding[]): Work {
  const role = notes.get('role')?.text;
  const company = notes.get('company')?.text;
  const loud = (['company', 'role'] as const).filter((field) => {
    const text = notes.get(field)?.text ?? '';
    return /\p{Lu}{5}/u.test(text) && !/\p{Ll}{3}/u.test(text);
  });
  for (const field of loud)
    findings.push({
      rule: 'capitals',
      severity: 'warning',
      field,
      message: `*${fieldLabel(field)}* is written in capitals; the letter says "${companyName(calm(notes.get(field)?.text ?? ''))}". Correct the field if that is wrong.`,
    });
  const said = company === undefined ? undefined : companyName(calm(company));
  if (said !== undefined && company !== undefined && /^\P{Lu}+ \P{Lu}+$/u.test(company))
    findings.push({
      rule: 'company_case',
      severity: 'warning',
      field: 'company',
      message: `The company is written "${company.slice(0, 80)}"; the letter says "${said.slice(0, 80)}". Correct the field if that is wrong.`,
    });
  return { role: role === undefined ? undefined : calm(role), company: said };
}

/** "PULSEKEEP INC." as "Pulsekeep Inc."; short words are abbreviations. */
function calm(text: string): string {
  if (!/\p{Lu}{5}/u.test(text) || /\p{Ll}{3}/u.test(text)) return text;
  return text
    .split(' ')
    .map((word) =>
      word.replace(/[^\p{L}]/gu, '').length > 2 && word !== 'CEO' && word !== 'CTO'
        ? word.slice(0, 1) + word.slice(1).toLowerCase()
        : word,
    )
    .join(' ');
}

/** As people say it: without the legal form. */
function companyName(company: string): string {
  const plain = company
    .replace(/,? (?:inc|ltd|llc|gmbh|ag|plc|corp|e\.? ?v|s\.?a\.?|s\.?l\.?|b\.?v\.?)\.?$/i, '')
    .trim();
  const name = plain === '' ? company : plain;
  return /^\p{Ll}+(?: \p{Ll}+)*$/u.test(name)
    ? name.replace(
        /(?<!\p{L})(?!(?:of|for|and|the|de|del|la|las|el|los|du|des|et|y|und|für|der)(?!\p{L}))\p{Ll}/gu,
        (first) => first.toUpperCase(),
      )
    : name;
}

function aboutOf({ profile, language }: LetterContext, findings: Finding[]): Sentence {
  const about = aboutIn(profile, language.code);
  if (about !== undefined) {
    const text = /[.!?…]$/.test(about) ? about : `${about}.`;
    return { slot: 'about_me', field: 'about', text, weight: weights.about, ours: 0 };
  }
  findings.push({
    rule: 'about_language',
    severity: 'warning',
    field: 'about',
    message: `Your profile has no sentence about you in ${new Intl.DisplayNames(['en'], { type: 'language' }).of(language.code) ?? language.code}. Write one: it explains to the reader why you ask.`,
  });
  const text = language.me({
    name: profile.name ?? '{{my_name}}',
    affiliation: profile.affiliation,
  });
  return { slot: 'about_me', field: 'about', text, weight: weights.about, ours: 3 };
}

function theirWork(input: Common & { readonly pick: Pick }): Sentence | undefined {
  const { context, prepared, work, pick, findings, asked } = input;
  const { language } = context;
  const path = prepared.notes.get('path');
  if (path) {
    const wording = language.path(path, work, false);
    if ('variants' in wording) {
      const text = pick('path', wording.variants);
      return {
        slot: 'work',
        field: 'path',
        text,
        weight: weights.work,
        ours: wordsOfOurs(text, [path.text, work.role ?? '', work.company ?? '']),
      };
    }
    asked.push({ field: 'path', text: path.text });
    findings.push({
      rule: 'finish_sentence',
      severity: 'warning',
      field: 'path',
      message: `"${path.text.slice(0, 80)}" in *Path* does not fit into a sentence yet: ${wording.ask}. It is left out until then.`,
    });
  }
  const variants = language.work(work);
  if (variants === undefined) return undefined;
  const text = pick('work', variants);
  const field = work.role === undefined ? 'company' : 'role';
  return {
    slot: 'work',
    field,
    text,
    weight: weights.work,
    ours: wordsOfOurs(text, [work.role ?? '', work.company ?? '']),
  };
}

function topicsOf(input: Common): readonly (Topic & { readonly note: string })[] {
  const { context, prepared, work, findings, asked } = input;
  const found = prepared.topics.flatMap((note) => {
    const topic = context.language.topic(note, work);
    if ('as' in topic) return [{ ...topic, note: note.text }];
    asked.push({ field: 'topics', text: note.text });
    findings.push({
      rule: 'vague_topic',
      severity: 'warning',
      field: 'topics',
      message: `"${note.text.slice(0, 80)}" in *Topics* does not fit into a sentence yet: ${topic.ask}. It is left out until then.`,
    });
    return [];
  });
  const wide = found.filter(
    ({ as, note }) => as === 'noun' && !note.trim().includes(' ') && context.language.code !== 'de',
  );
  if (wide.length > 0)
    findings.push({
      rule: 'vague_topic',
      severity: 'warning',
      field: 'topics',
      message: `${wide.map(({ note }) => `"${note}"`).join(', ')}: which part of it? One word is hard to answer.`,
    });
  const more = found.slice(3);
  for (const { note } of more) asked.push({ field: 'topics', text: note });
  if (more.length > 0)
    findings.push({
      rule: 'left_out',
      severity: 'notice',
      field: 'topics',
      message: `Three topics are enough for a first mail; left out: ${more.map(({ note }) => `"${note.slice(0, 60)}"`).join(', ')}.`,
    });
  return found.slice(0, 3);
}

/** Gives up the lightest sentence or topic until the letter has the length that is aimed at. */
function fit(input: {
  readonly sentences: readonly Sentence[];
  readonly topics: readonly (Topic & { readonly note: string })[];
  readonly room: number;
  readonly context: LetterContext;
  readonly pick: Pick;
}): { readonly sentences: readonly Sentence[]; readonly leftOut: readonly LeftOut[] } {
  const { context, pick, room } = input;
  const { language, contact } = context;
  const pinned = new Set(contact.pinned ?? []);
  let sentences = [...input.sentences];
  let topics = [...input.topics];
  const topicSentence = (): Sentence => {
    const text = pick('topics', language.topics(topics));
    return {
      slot: 'topics_sentence',
      field: 'topics',
      text,
      weight: weights.topic1,
      ours:
        topics.length === 0
          ? openQuestionLead
          : Math.max(
              0,
              wordsOfOurs(
                text,
                topics.map((topic) => topic.text),
              ) - Math.max(0, topics.length - 1),
            ),
    };
  };
  const total = (): number =>
    [...sentences, topicSentence()].reduce((sum, { text }) => sum + countWords(text), 0);
  while (total() > room) {
    const topicWeight =
      topics.length > 2 ? weights.topic3 : topics.length === 2 ? weights.topic2 : 100;
    const light = sentences
      .filter(({ weight, field }) => weight < 90 && !pinned.has(field ?? ''))
      .toSorted((a, b) => a.weight - b.weight)[0];
    if (topicWeight < (light?.weight ?? 99) && !pinned.has('topics')) topics = topics.slice(0, -1);
    else if (light) sentences = sentences.filter((sentence) => sentence !== light);
    else break;
  }
  // A long sentence that went may have made room for a short one that went before it.
  for (const topic of input.topics.slice(topics.length)) {
    topics = [...topics, topic];
    if (total() > room + spare) topics = topics.slice(0, -1);
  }
  for (const sentence of input.sentences.filter((each) => !sentences.includes(each))) {
    const with_ = input.sentences.filter((each) => sentences.includes(each) || each === sentence);
    const before = sentences;
    sentences = with_;
    if (total() > room + spare) sentences = before;
  }
  const leftOut: readonly LeftOut[] = [
    ...input.sentences
      .filter((sentence) => !sentences.includes(sentence))
      .map(({ field, slot, text }) => ({ field: field ?? slot, text })),
    ...input.topics
      .filter((topic) => !topics.includes(topic))
      .map(({ note }) => ({ field: 'topics', text: note })),
  ];
  return { sentences: [...sentences, topicSentence()], leftOut };
}

function subjectOf(input: {
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
    thing: opening.lead && thingOf(opening.lead),
    shared:
      opening.lead?.field === 'sharedAffiliation' && /noun/.test(opening.lead.form)
        ? opening.lead.text
        : undefined,
    company: work.company,
    role: work.role,
    topic: topics.find(({ as, text }) => as === 'noun' && text.includes(' '))?.text,
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
    .replace(/ ?[(,].*$/, '')
    .replace(/ (?:from|at|aus|chez) .*$/, '')
    // "my former boss Karin Vogt": who it is stands in the letter.
    .replace(
      /^(?:my|our|mein|meine|unser|unsere|mon|ma|notre|mi|nuestr[oa])\b.*? (?=\p{Lu}\p{L}+ \p{Lu}\p{L}+$)/iu,
      '',
    );
  return plain.replace(/^(?:(?:prof|dr|dra|mr|mrs|ms)\.? )+/i, '');
}

/** The noun phrase that the letter opens with, shortened to its head where it is long. */
function thingOf(note: Note): string | undefined {
  const text = note.field === 'wrote' ? note.text.replace(/^(?:the|an?) /i, 'your ') : note.text;
  if (
    note.form !== 'noun_phrase' ||
    !/^(?:your|ihr|ihre|dein|deine|votre|vos|ton|ta|tes|su|sus|tu|tus|the|der|die|das|le|la|les|el|los|las)\b/i.test(
      note.text,
    )
  )
    return undefined;
  const [head = ''] = text.split(/, | where | which | above /);
  // A head that is too long, or says too little, makes no subject.
  return head.length <= longestSubject - 2 && head.split(' ').length > 2 ? head : undefined;
}
