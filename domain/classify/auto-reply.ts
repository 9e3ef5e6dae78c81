import { automaticHeader } from './auto-reply-headers.ts';
import { firstPhrase, fold } from '../text/fold.ts';
import { header, type ParsedMail } from '../message.ts';
import {
  ABSENCE_IN_SUBJECT,
  ABSENCE_SENTENCES,
  ABSENCE_SUBJECTS,
  AUTO_REPLY_SUBJECTS,
  AUTOMATIC_SENTENCES,
  CHALLENGE_SENTENCES,
  MARKS_IN_SUBJECT,
  RECEIPT_SENTENCES,
  RECEIPT_SUBJECTS,
  STRANGER_SENTENCES,
  UNREAD_ANSWERS,
} from './phrases/auto-reply.ts';
import { ABSENCE_WORDS, BACK_BEFORE } from './phrases/dates.ts';
import { LEFT_SENTENCES } from './phrases/leavers.ts';
import { quotesAnother } from './quotation/line-depth.ts';
import { dateExpressions } from './return-date/expressions.ts';

export type AutoReply = {
  readonly subkind: 'out_of_office' | 'left' | 'challenge' | 'acknowledgement' | 'automatic';
  readonly reason: string;
  readonly certain: boolean;
};

type Found = { readonly reason: string; readonly certain: boolean };

/** What the rules look at, prepared once. Texts are folded. */
type Note = {
  readonly mail: ParsedMail;
  /** Without reply prefixes; with brackets opened; without list tags. */
  readonly subjects: readonly string[];
  /** The subject begins with Re: or its like. */
  readonly answers: boolean;
  readonly text: string;
  readonly quotes: boolean;
  /** Written to exactly one person, as answers of machines are. */
  readonly toOne: boolean;
};

/**
 * Tells whether a machine answered. Only for mail that is no bounce: servers mark those as automatic
 * as well. A person's own "I am away next week" is no automatic reply.
 */
export function autoReply(mail: ParsedMail, visible: string): AutoReply | undefined {
  const note: Note = {
    mail,
    subjects: bareSubjects(mail.subject),
    answers: /^(?:re|aw|sv|vs|antw|odp|回复|答复|返信) ?(?:\[\d{1,3}\])? ?[:：]/u.test(
      fold(mail.subject.slice(0, 20)),
    ),
    text: fold(visible.slice(0, 6000)),
    quotes: quotesAnother(mail),
    toOne: mail.to.length === 1 && mail.cc.length === 0,
  };
  const marked = automaticHeader(mail);
  const found =
    marked === undefined
      ? (bySubject(note) ?? byAutoPrefix(note) ?? byText(note))
      : { reason: marked, certain: true };
  return found === undefined ? undefined : { subkind: subkindOf(note), ...found };
}

function bySubject(note: Note): Found | undefined {
  const { subjects, answers, text } = note;
  const begins =
    beginning(subjects, AUTO_REPLY_SUBJECTS) ?? firstPhrase(subjects[0] ?? '', MARKS_IN_SUBJECT);
  // A person answers "Re: Automatic reply: …" or passes it on, and quotes the note.
  const passedOn = answers || FORWARDED.test(subjects[0] ?? '');
  if (begins !== undefined && !(passedOn && note.quotes)) {
    return { reason: `The subject says "${begins}".`, certain: !answers };
  }
  if (answers) return undefined;
  const begun = beginning(subjects, ABSENCE_SUBJECTS) ?? ending(subjects, ABSENCE_SUBJECTS);
  const within = subjects
    .map((subject) => firstPhrase(subject, ABSENCE_IN_SUBJECT))
    .find((phrase) => phrase !== undefined);
  const says = within ?? begun;
  if (says === undefined) return asReceipt(note);
  if (begun !== undefined && (beforeAnswered(note, begun) || beforeReplyPrefix(note, begun))) {
    return { reason: `The subject begins with "${begun}:".`, certain: true };
  }
  const renamed = underOwnSubject(note, says);
  if (renamed !== undefined) return renamed;
  // In the text the sender must speak of himself: people also announce the absence of a colleague.
  const absence = firstPhrase(text.slice(0, 600), ABSENCE_SENTENCES);
  const returning = subjects[0]?.includes('(returning') ?? false;
  if (
    within !== undefined &&
    (returning || absence !== undefined) &&
    endsSubject(subjects, within)
  ) {
    return { reason: `The subject says "${within}".`, certain: true };
  }
  const stranger =
    firstPhrase(text.slice(0, 1500), STRANGER_SENTENCES) ??
    firstPhrase(text.slice(0, 1500), UNREAD_ANSWERS);
  // "Poissa: SUBJECT": short words a person may begin with too, so the text has to agree.
  const heads = begun !== undefined && subjects.some((each) => each.startsWith(`${begun}:`));
  if (absence !== undefined && heads && note.toOne && !note.quotes)
    return {
      reason: `The subject begins with "${begun}:" and the mail says "${absence}".`,
      certain: false,
    };
  if (absence === undefined || stranger === undefined || !note.toOne || note.quotes)
    return undefined;
  return { reason: `The subject says "${says}" and the mail "${stranger}".`, certain: false };
}

const FORWARDED = /^(?:fwd?|wg|tr|rv|enc|vl|vb|doorst|转发|轉寄|転送) ?[:：]/u;

/** RFC 3834 section 3.1.5 asks responders to begin the subject with "Auto: ". People write of cars. */
function byAutoPrefix({ subjects, text, mail, answers, quotes }: Note): Found | undefined {
  if (answers || quotes || !subjects.some((subject) => /^auto ?[:：] ?\S/.test(subject)))
    return undefined;
  const absence = firstPhrase(text.slice(0, 600), ABSENCE_SENTENCES);
  const says = absence ?? firstPhrase(text.slice(0, 600), AUTOMATIC_SENTENCES);
  if (says === undefined && mail.inReplyTo.length === 0) return undefined;
  return { reason: 'The subject begins with "Auto:" (RFC 3834 section 3.1.5).', certain: false };
}

/**
 * A person's answer keeps the subject behind "Re:". A mail that names the one it answers (RFC 3834
 * section 3.1.6), but is called "Away", is a responder's, if its text speaks of an absence or a day as well.
 */
function underOwnSubject({ mail, text, quotes, toOne }: Note, says: string): Found | undefined {
  if (mail.inReplyTo.length === 0 || quotes || !toOne || text.length > 1500) return undefined;
  const beginning = text.slice(0, 600);
  const speaks =
    firstPhrase(beginning, ABSENCE_WORDS) !== undefined || dateExpressions(beginning).length > 0;
  if (!speaks) return undefined;
  return { reason: `It answers a mail under a subject of its own, "${says}".`, certain: false };
}

/** "Ana is out of the office." and "… (returning Monday)", but not "Ana is out of the office, who helps?" */
function endsSubject(subjects: readonly string[], phrase: string): boolean {
  return subjects.some((subject) =>
    /^[.!]?(?: ?\(.{0,80}\)?\.?)?$/.test(subject.slice(subject.indexOf(phrase) + phrase.length)),
  );
}

/** `Out of Office: SUBJECT` is a responder's; `Out of office: Friday` and `Vacation: who comes?` are a person's. */
function beforeAnswered({ subjects, mail }: Note, phrase: string): boolean {
  if (mail.from === undefined || (phrase.length < 9 && phrase.charCodeAt(0) < 0x2e80)) return false;
  return subjects.some((subject) => {
    const rest = /^ ?[:：] ?(.+)$/su.exec(subject.slice(phrase.length))?.[1];
    return subject.startsWith(phrase) && rest !== undefined && dateExpressions(rest).length === 0;
  });
}

/** "OOO Re: SUBJECT", "Abwesend AW: SUBJECT": a person's own words do not stand before the prefix. */
function beforeReplyPrefix({ subjects }: Note, phrase: string): boolean {
  return subjects.some(
    (subject) =>
      subject.startsWith(phrase) &&
      /^ ?[:：,-]? ?(?:re|aw|sv|antw|odp|回复|返信) ?[:：]/u.test(subject.slice(phrase.length)),
  );
}

/** An office confirms that a mail has come. */
function asReceipt({ subjects, text, mail, quotes, toOne }: Note): Found | undefined {
  const subject =
    beginning(subjects, RECEIPT_SUBJECTS) ?? /^\[?#\d{2,12}\]?/.exec(mail.subject.trim())?.[0];
  if (subject === undefined || quotes || !toOne || text.length > 2500) return undefined;
  const sentences = RECEIPT_SENTENCES.filter((phrase) => text.includes(phrase));
  if (sentences.length < 2) return undefined;
  return {
    reason: `The subject begins with "${subject}" and the mail says "${sentences[0]}".`,
    certain: false,
  };
}

function byText(note: Note): Found | undefined {
  const { text, mail, quotes } = note;
  if (quotes || text.length > 2500) return undefined;
  const automatic = firstPhrase(`${text.slice(0, 600)}\n${text.slice(-500)}`, AUTOMATIC_SENTENCES);
  if (automatic !== undefined) return { reason: `The mail says "${automatic}".`, certain: false };
  if (NOTES_FORM.test(text))
    return { reason: 'It has the wording of a Lotus Notes absence note.', certain: false };
  const challenge = CHALLENGE_SENTENCES.filter((phrase) => text.includes(phrase));
  if (challenge.length >= 2) return { reason: `The mail says "${challenge[0]}".`, certain: false };
  if (header(mail, 'return-path')?.trim() === '<>') {
    return {
      reason: 'It has no return path (RFC 3834 section 3.3), as only machines send.',
      certain: false,
    };
  }
  if (!note.toOne || text.length > 1500) return undefined;
  const absence = firstPhrase(text.slice(0, 400), ABSENCE_SENTENCES);
  if (absence === undefined) return undefined;
  const precedence = (header(mail, 'precedence') ?? '').trim();
  if (/^(?:bulk|junk)$/i.test(precedence))
    return {
      reason: `The mail says "${absence}" and has the header Precedence: ${precedence}, as responders send.`,
      certain: false,
    };
  const answer =
    firstPhrase(text, UNREAD_ANSWERS) ??
    (isEnglish(text) ? undefined : firstPhrase(text, STRANGER_SENTENCES));
  if (answer === undefined) return undefined;
  return {
    reason: `The mail says "${absence}" and "${answer}", and quotes nothing.`,
    certain: false,
  };
}

/** In English letters between colleagues say "please contact" as well, so that more is asked of them. */
function isEnglish(text: string): boolean {
  return /\b(?:the|and|will|i am|i'm)\b/.test(text);
}

/** The form that Notes fills in; its users add their own words below. */
const NOTES_FORM =
  /i will be out of the office (?:starting|from) .{4,40} and will not return until .{4,40}/;

function subkindOf({ subjects, text }: Note): AutoReply['subkind'] {
  if (CHALLENGE_SENTENCES.filter((phrase) => text.includes(phrase)).length >= 2) return 'challenge';
  // "Back on 3 May; Bo, who has left the team, …" is an absence.
  if (firstPhrase(text.slice(0, 1500), LEFT_SENTENCES) !== undefined && !announcesReturn(text))
    return 'left';
  const absent =
    ABSENCE_SENTENCES.some((phrase) => text.includes(phrase)) ||
    firstPhrase(subjects[0] ?? '', ABSENCE_IN_SUBJECT) !== undefined ||
    beginning(subjects, ABSENCE_SUBJECTS) !== undefined;
  if (absent) return 'out_of_office';
  return RECEIPT_SENTENCES.some((phrase) => text.includes(phrase))
    ? 'acknowledgement'
    : 'automatic';
}

function announcesReturn(text: string): boolean {
  return firstPhrase(text, BACK_BEFORE) !== undefined && dateExpressions(text).length > 0;
}

/** The subject without reply prefixes and list tags, folded; brackets that a responder adds are opened. */
function bareSubjects(subject: string): readonly string[] {
  const folded = fold(subject.slice(0, 400));
  const answered = folded.replace(
    /^(?:(?:re|aw|sv|vs|antw|odp|r|tr|回复|答复|返信)(?:\[\d{1,3}\])? ?[:：] ?)+/u,
    '',
  );
  const opened = answered.replace(/^[[(【<{*"]{1,3} ?/u, '');
  const untagged = answered.replace(/^(?:\[[^\]]{1,40}\] ?)+/, '');
  return [answered, opened, untagged].filter((text) => text !== '');
}

/** "Question: Out of Office": some responders put their words last. */
function ending(subjects: readonly string[], phrases: readonly string[]): string | undefined {
  return phrases.find((phrase) => subjects.some((subject) => subject.endsWith(`: ${phrase}`)));
}

function beginning(subjects: readonly string[], phrases: readonly string[]): string | undefined {
  return phrases.find((phrase) => subjects.some((subject) => subject.startsWith(phrase)));
}
