import { countWords } from '../../../text/count-words.ts';
import { fold } from '../../../text/fold.ts';
import type { Finding } from '../../finding.ts';
import type { TextField } from '../../note.ts';
import { fieldLabel } from '../../notes/labels.ts';
import { prepareNotes, type PreparedNotes } from '../../notes/prepare-notes.ts';
import { mostlyRelated } from '../../notes/related.ts';
import type { LeftOut, Sentence } from '../../sentence.ts';
import { wordsOfOurs } from '../../sentence.ts';
import { aboutIn, greetingOf, nameFindings, signature, type LetterContext } from '../parts.ts';
import { fit } from './fit.ts';
import { weights, type Pick } from './input.ts';
import { openingOf } from './opening.ts';
import { isReferral, names } from './referrer.ts';
import { subjectOf } from './subject.ts';
import { topicsOf } from './topics.ts';
import { theirWork, workOf } from './work.ts';

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
  const work = workOf(prepared, context, findings);
  const opening = openingOf({ context, prepared, work, pick, findings, asked });
  const topics = topicsOf({ context, prepared, work, findings, asked });
  const about = aboutOf(context, findings);
  const sentences: Sentence[] =
    opening.sentences.length === 0
      ? [{ ...about, text: language.afterGreeting(about.text) }]
      : [...opening.sentences, about];
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
  // What the user says about themselves may share words with a note, and says nothing of it.
  const text = fold(
    sentences.flatMap(({ field, text: said }) => (field === 'about' ? [] : [said])).join(' '),
  );
  const referrer = prepared.notes.get('referredBy')?.text;
  return [...prepared.notes].flatMap(([field, note]) => {
    const used =
      sentences.some((sentence) => sentence.field === field) ||
      leftOut.some((each) => each.field === field) ||
      (field === 'foundThrough' &&
        referrer !== undefined &&
        (isReferral(note.text) || names(note.text, referrer))) ||
      text.includes(fold(note.text)) ||
      // "bei den Stadtwerken Ulm": names are inflected.
      ((field === 'company' || field === 'role') && mostlyRelated(text, fold(note.text)));
    return used ? [] : [{ field, text: note.text }];
  });
}

function ours(slot: string, text: string, weight: number): Sentence {
  return { slot, field: undefined, text, weight, ours: countWords(text) };
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
