import type { ContactFacts } from '../../contact.ts';
import type { ComposeInput } from '../compose.ts';
import type { Finding } from '../finding.ts';
import type { Language } from '../language/language.ts';
import { asRole } from '../language/en/words.ts';
import { asSentence, enumerate, lowerFirst, normalise, upperFirst } from '../notes/normalise.ts';
import { prepareNotes, type PreparedNotes } from '../notes/prepare-notes.ts';
import { topicOf } from '../notes/topic-of.ts';
import type { Note } from '../note.ts';
import type { LeftOut } from '../sentence.ts';
import type { Values } from '../template.ts';
import { describeDay, describeTime, type Clocks } from '../times.ts';
import type { Slot } from '../occasion.ts';
import { phrases, type Phrases } from './phrases.ts';
import { companyName } from './outreach/work.ts';

export type LaterValues = {
  readonly values: Values;
  readonly findings: readonly Finding[];
  readonly leftOut: readonly LeftOut[];
  /** The times that must be readable in the text. */
  readonly times: { readonly slots?: readonly Slot[]; readonly clocks?: Clocks };
};

/** The sentences of a mail after the first one, from what its occasion knows. */
export function laterValues(input: ComposeInput, language: Language): LaterValues {
  const { contact, profile } = input;
  const du = contact.formality === 'informal';
  const said = phrases[language.code];
  const clocks: Clocks = {
    theirs: contact.timeZone,
    mine: profile.timeZone,
    language: language.code,
  };
  const tell = (slots: readonly Slot[]): readonly string[] =>
    slots.map(({ at }) => describeTime(at, clocks));
  switch (input.purpose) {
    case 'outreach':
      return none({});
    case 'nudge': {
      const slots = input.slots ?? [];
      const { reason, topic } = nudgeParts(contact, language);
      return {
        values: {
          opening: language.afterGreeting(
            language.nudge({ because: input.because ?? 'silence', ...reason })[0] ?? '',
          ),
          news: sentence(input.news),
          one_topic: topic,
          slots: tell(slots),
        },
        findings: slots.length > 0 ? zoneFinding(contact) : [],
        leftOut: [],
        times: slots.length > 0 ? { slots, clocks } : {},
      };
    }
    case 'proposal': {
      const findings: Finding[] = [...zoneFinding(contact)];
      if (input.slots.length === 0)
        findings.push({
          rule: 'no_free_times',
          severity: 'error',
          field: 'slots',
          message: 'There is no time to offer. Name some, or free some of your calendar.',
        });
      return {
        values: {
          opening: language.afterGreeting(said.agreed(input.because ?? 'agreed', du)),
          slots: tell(input.slots),
          both_clocks: tell(input.slots).some((line) => line.includes('(')) ? 'yes' : undefined,
          minutes: String(input.slots[0]?.minutes ?? input.minutes ?? 20),
          format: said.format(input.format ?? 'either'),
        },
        findings,
        leftOut: [],
        times: { slots: input.slots, clocks },
      };
    }
    case 'confirmation': {
      const { meeting } = input;
      return {
        values: {
          opening: language.afterGreeting(
            said.confirmed(describeDay(meeting.at, clocks), input.change, du),
          ),
          day: describeDay(meeting.at, clocks),
          when: describeTime(meeting.at, clocks),
          how: meeting.format && said.how(meeting.format),
          place: normalise(meeting.where ?? '') === '' ? undefined : meeting.where,
          minutes: String(meeting.minutes),
          invite: input.invite && said.invite(input.invite, du),
        },
        findings: [...zoneFinding(contact), ...placeFinding(meeting)],
        leftOut: [],
        times: { slots: [meeting], clocks },
      };
    }
    case 'cancellation':
      return {
        values: {
          when: describeTime(input.meeting.at, clocks),
          cause: input.why === undefined ? undefined : lowerCause(normalise(input.why), language),
          slots: tell(input.slots ?? []),
          invite: input.invite === true ? 'yes' : undefined,
          close: said.closeSorry,
        },
        findings: zoneFinding(contact),
        leftOut: [],
        times: (input.slots ?? []).length > 0 ? { slots: input.slots ?? [], clocks } : {},
      };
    case 'thank_you':
      return thankYou(input, { language, said, du });
    case 'check_in': {
      const { reason } = input;
      const text =
        reason === undefined
          ? undefined
          : reason.kind === 'advice'
            ? said.advice(
                inQuote(reason.advice, language),
                reason.how === undefined ? undefined : language.inside(normalise(reason.how)),
                du,
              )
            : news(reason.text, { language, said, du });
      return {
        values: {
          reason: text === undefined ? undefined : language.afterGreeting(text),
          gift: sentence(input.gift),
          at_company:
            contact.company === undefined
              ? undefined
              : language.atCompany(companyName(contact.company)),
          close: language.close[0],
        },
        findings:
          reason === undefined
            ? [
                {
                  rule: 'check_in_without_reason',
                  severity: 'error',
                  field: 'reason',
                  message: `Nothing says why you write to ${contact.name} now. Name a reason: advice you took, a person you met, an article, news of yours.`,
                },
              ]
            : [],
        leftOut: [],
        times: {},
      };
    }
    case 'introducer_thanks':
      return none({
        introduced:
          language.code === 'de' ? input.introduced.replace(/^Herrn /, 'Herr ') : input.introduced,
        met: input.met === true ? 'yes' : undefined,
        learned: sentence(input.learned),
        close: said.closeWarm,
      });
    case 'landed_role': {
      const findings: Finding[] =
        (input.helped ?? '').trim() === ''
          ? [
              {
                rule: 'helped_missing',
                severity: 'warning',
                field: 'helped',
                message: `Say in one sentence what ${contact.name} did: "It was you who told me to learn SQL first."`,
              },
            ]
          : [];
      return {
        values: {
          new_role:
            input.role === undefined
              ? undefined
              : language.code === 'en'
                ? asRole(input.role)
                : input.role,
          new_company: input.company,
          at_new_company:
            input.company === undefined ? undefined : language.atCompany(input.company),
          helped: sentence(input.helped),
          close: said.closeWarm,
        },
        findings,
        leftOut: [],
        times: {},
      };
    }
    case 'reply':
      return replyTo(input, { language, said, du });
  }
}

type Words = { readonly language: Language; readonly said: Phrases; readonly du: boolean };

function thankYou(
  input: ComposeInput & { readonly purpose: 'thank_you' },
  words: Words,
): LaterValues {
  const { language, said, du } = words;
  const takeaways = input.takeaways
    .map((text) => normalise(text))
    .filter((text) => text !== '')
    .map((text) => (language.wrongAddress(text) ? (language.otherAddress(text) ?? text) : text));
  const [first, ...more] = takeaways;
  const people = (input.people ?? []).map((name) => name.trim()).filter((name) => name !== '');
  return {
    values: {
      thanks: language.afterGreeting(said.thanks(whenMet(input.met), du)),
      takeaway: first === undefined ? undefined : takeawaySentence(first, words),
      next_step: sentence(input.nextStep),
      people:
        people.length === 0
          ? undefined
          : enumerate(
              people.map((name) => asObject(name, language)),
              language.and,
            ),
      offer: sentence(input.offer),
      close: said.closeWarm,
    },
    findings:
      first === undefined
        ? [
            {
              rule: 'thank_you_without_takeaway',
              severity: 'warning',
              field: 'takeaway',
              message: `Name one thing that ${input.contact.name} said and that stayed with you. A thank-you without it could go to anybody.`,
            },
          ]
        : [],
    leftOut: more.map((text) => ({ field: 'takeaway', text })),
    times: {},
  };
}

function takeawaySentence(text: string, { language, said, du }: Words): string {
  const form = language.formOf(text, 'admire');
  switch (form) {
    case 'clause':
      return said.takeaway(language.inside(text), 'clause', du);
    case 'verb':
    case 'third_person': {
      // "said that nobody reads it": of the person who is thanked.
      const you =
        language.code === 'en'
          ? language.toYou(form === 'verb' ? `she ${lowerFirst(text)}` : text)
          : undefined;
      return you === undefined
        ? said.takeaway(said.quoted(text), 'noun', du)
        : said.takeaway(`that ${lowerFirst(you)}`, 'clause', du);
    }
    case 'noun_phrase':
    case 'bare_noun':
    case 'gerund':
    case 'preposition':
    case 'title':
    case 'wish':
    case 'gap':
    case 'link':
    case 'marks':
    case 'vague':
      return said.takeaway(language.inside(language.toYou(text) ?? text), 'noun', du);
    case 'sentence': {
      const whole = asSentence(text);
      // Several sentences, or an exclamation, stand by themselves.
      if (!/^[^.!?…]+\.$/.test(whole)) return whole;
      const statement = whole.slice(0, -1);
      return said.takeaway(
        language.code === 'de' ? statement : language.inside(statement),
        'noun',
        du,
      );
    }
    case 'first_person':
    case 'second_person':
    case 'question':
      return asSentence(text);
  }
}

function replyTo(input: ComposeInput & { readonly purpose: 'reply' }, words: Words): LaterValues {
  const { language, said, du } = words;
  switch (input.because) {
    case 'declined': {
      const question = oneQuestion(input.contact, language);
      return none({
        opening: language.afterGreeting(said.declined(du)),
        topic_question: question === undefined ? undefined : said.question(question, du),
      });
    }
    case 'referred': {
      const people = (input.people ?? []).map((name) => name.trim()).filter((name) => name !== '');
      return none({
        opening: language.afterGreeting(
          people.length === 0
            ? said.answered(du)
            : said.referred(
                enumerate(
                  people.map((name) => asObject(name, language)),
                  language.and,
                ),
                du,
              ),
        ),
        close: said.closeWarm,
      });
    }
    case 'answered':
    case 'asks':
      return none({ opening: language.afterGreeting(said.answered(du)) });
  }
}

/** The first topic that is a question or a clause, as a question of its own. */
function oneQuestion(contact: ContactFacts, language: Language): string | undefined {
  for (const note of prepareNotes(contact, language).topics) {
    const topic = topicOf(note, { role: undefined, company: undefined }, language);
    if ('as' in topic && (topic.as === 'question' || topic.as === 'clause'))
      return `${topic.text}${topic.as === 'question' ? '?' : '.'}`;
  }
  return undefined;
}

function nudgeParts(contact: ContactFacts, language: Language) {
  const prepared = prepareNotes(contact, language);
  const note = prepared.topics[0];
  const topic = note && topicOf(note, { role: undefined, company: contact.company }, language);
  return {
    reason: reasonAgain(prepared, language),
    topic: topic && 'as' in topic ? language.oneTopic(topic)[0] : undefined,
  };
}

/** The reason of the first mail in half a line: a thing of theirs, else a clause. */
function reasonAgain({ notes }: PreparedNotes, language: Language) {
  const things = (['wrote', 'foundThrough', 'admire'] as const).flatMap((field) => {
    const note = headOf(notes.get(field));
    return note?.form === 'noun_phrase' &&
      !language.isShorthand(note.text) &&
      /^(?:your|ihr|ihre|dein|deine|votre|vos|ton|ta|tes|su|sus|tu|tus)\b/i.test(note.text)
      ? [note.text]
      : [];
  });
  const clause = notes.get('admire');
  return {
    referrer: notes.get('referredBy')?.text,
    thing: things[0],
    clause:
      clause?.form === 'clause' &&
      !language.isShorthand(clause.text) &&
      /^(?:how|why|what|wie|warum|was|comment|pourquoi|cómo)\b/i.test(clause.text)
        ? clause.text
        : undefined,
  };
}

/** "your talk at the fair, in June" without what follows the comma: it stands in the middle of a sentence. */
function headOf(note: Note | undefined): Note | undefined {
  if (note === undefined || /["“”„«»]/.test(note.text)) return note;
  const [head = note.text] = note.text.split(/[,;:] |\. /);
  return { ...note, text: head };
}

/** What a check-in tells: a sentence as it is, anything else behind a colon. */
function news(text: string, { language, said }: Words): string {
  const line = text.trim();
  const form = language.formOf(normalise(line), 'admire');
  const whole =
    /[.!?…]["”“»)]?$/u.test(line) ||
    /^(?:first_person|second_person|sentence|question)$/.test(form) ||
    line.split(' ').length > 5;
  return whole ? asSentence(line) : said.news(language.inside(normalise(line)));
}

/** "Herr Roth" as an object is "Herrn Roth". */
function asObject(name: string, language: Language): string {
  return language.code === 'de' ? name.replace(/^Herr /, 'Herrn ') : name;
}

function whenMet(met: { readonly at: Date; readonly now: Date } | undefined) {
  if (met === undefined) return 'by_mail';
  const hours = (met.now.getTime() - met.at.getTime()) / 3_600_000;
  return hours < 10 ? 'today' : hours <= 40 ? 'yesterday' : 'earlier';
}

function zoneFinding(contact: ContactFacts): readonly Finding[] {
  if (contact.timeZone !== undefined) return [];
  return [
    {
      rule: 'time_zone_unknown',
      severity: 'warning',
      field: 'timeZone',
      message: `The time zone of ${contact.name} is not known, so the times are told on your clock, with its city. Set it on the contact.`,
    },
  ];
}

function placeFinding(meeting: {
  readonly format: string | undefined;
  readonly where?: string | undefined;
}): readonly Finding[] {
  if ((meeting.where ?? '').trim() !== '') return [];
  const what =
    { video: 'a join link', coffee: 'an address', phone: 'a number', call: 'a number or a link' }[
      meeting.format ?? 'call'
    ] ?? 'a place';
  return [
    {
      rule: 'place_missing',
      severity: 'warning',
      field: 'where',
      message: `The mail names no place. Add ${what} to the conversation, and it is drafted anew.`,
    },
  ];
}

function lowerCause(text: string, language: Language): string {
  // A German sentence behind a colon begins with a capital.
  return language.code === 'de'
    ? /^(?:sentence|first_person|second_person|third_person)$/.test(language.formOf(text, 'admire'))
      ? upperFirst(text)
      : text
    : lowerFirst(text)
        .replace(/^because /, '')
        .replace(/^i\b/, 'I');
}

function inQuote(text: string, language: Language): string {
  return language.inside(normalise(text));
}

function sentence(text: string | undefined): string | undefined {
  const line = (text ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line === '' ? undefined : asSentence(line);
}

function none(values: Values): LaterValues {
  return { values, findings: [], leftOut: [], times: {} };
}
