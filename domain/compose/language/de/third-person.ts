import { withSie } from './verbs.ts';
import { orderOf } from './word-order.ts';

/**
 * A note about the reader as one speaks of them with others, turned to them: "ob sie Lehrlinge nimmt" is "ob Sie
 * Lehrlinge nehmen". Text that speaks of nobody stays; undefined where the verb, or who is meant, is not certain.
 */
export function toReader(text: string): string | undefined {
  // "…, statt ihn abzusperren" has no subject, and its pronouns are of things.
  const [tail = ''] =
    /, (?:statt|anstatt|ohne|um) [^,]* \p{Ll}*zu\p{Ll}*(?: \p{Ll}+)?$/u.exec(text) ?? [];
  const body = text.slice(0, text.length - tail.length);
  const turned = mainClause(body) ?? subordinate(body) ?? relative(body) ?? question(body);
  if (turned !== undefined) return `${turned}${tail}`;
  return ofThem.test(text) || isPronounFirst(body) ? undefined : text;
}

/** "Er hat viel gebaut": its verb is the second word. */
function mainClause(text: string): string | undefined {
  const [, verb = '', rest = ''] = /^(?:[Ee]r|[Ss]ie) (\p{Ll}+)(,? .+)$/u.exec(text) ?? [];
  const form = withSie(verb);
  return form === undefined || !isAlone(rest) ? undefined : `Sie ${form}${rest}`;
}

/** "dass sie Lehrlinge nimmt", "welche Hölzer er liebt": its verb is the last word. */
function subordinate(text: string): string | undefined {
  const [, lead = '', subject = '', rest = '', verb = ''] =
    /^((?:dass|ob|wi?e?o?\p{Ll}*|wann|warum|was|welche[rsmn]?|(?:an|auf|bei|für|in|mit|von) welche[rmn]?)(?: \p{L}+){0,2}?) (er|sie) ((?:.* )?)(\p{Ll}+)$/iu.exec(
      text,
    ) ?? [];
  if (lead === '' || orderOf(text) === 'direct') return undefined;
  if (!isAlone(rest) || /(?:t|te|en) und /.test(rest)) return undefined;
  // "ob sie Lehrlinge nehmen": of their house, or "Sie" in small letters.
  const form = subject === 'sie' && /(?:en|ind)$/.test(verb) ? verb : withSie(verb);
  return form === undefined || subject === 'Sie' ? undefined : `${lead} Sie ${rest}${form}`;
}

/** "der Vortrag, den sie in Ulm hielt" */
function relative(text: string): string | undefined {
  const [, lead = '', rest = '', verb = ''] =
    /^([^,]+, (?:(?:an|auf|aus|bei|für|in|mit|von|über|zu) )?(?:den|dem|der|die|das|denen|was|wo|wie)) (?:er|sie) ((?:[^,]* )?)(\p{Ll}+)$/u.exec(
      text,
    ) ?? [];
  const form = withSie(verb);
  return lead === '' || form === undefined || !isAlone(rest)
    ? undefined
    : `${lead} Sie ${rest}${form}`;
}

/** "Wie hat sie das bezahlt", "Nimmt er Lehrlinge": its verb stands before the subject. */
function question(text: string): string | undefined {
  const [, lead = '', verb = '', rest = ''] =
    /^((?:(?:w\p{Ll}+|(?:an|auf|bei|für|in|mit|von) welche[rmn]?)(?: \p{L}+){0,2}? )?)(\p{L}+) (?:er|sie)((?: .*)?)$/iu.exec(
      text,
    ) ?? [];
  if (lead !== '' && /^\p{Lu}/u.test(verb)) return undefined;
  const form = withSie(verb.toLowerCase());
  if (form === undefined || !isAlone(rest)) return undefined;
  return `${lead}${/^\p{Lu}/u.test(verb) ? form.replace(/^\p{Ll}/u, (first) => first.toUpperCase()) : form} Sie${rest}`;
}

/** Nobody else is spoken of, and no second verb would have to be turned as well. */
function isAlone(rest: string): boolean {
  const said = rest.replace(/, (?:dass|wie|was|warum|wo) (?!(?:er|sie) ).*$/u, '');
  return (
    !pronouns.test(rest) &&
    !said.includes(',') &&
    ![...said.matchAll(/ (?:und|oder|aber) (\p{Ll}+)/gu)].some(
      ([, word = '']) => withSie(word) !== undefined,
    )
  );
}

const pronouns = /(?<!\p{L})(?:er|sie|ihm|ihn|ihr|ihre[nmrs]?|seine?[nmrs]?)(?!\p{L})/u;

/** Whether "er" or "sie" stands before anything that it could name: "wie das mit ihr war". */
function isPronounFirst(text: string): boolean {
  const { index } = /(?<!\p{L})(?:er|sie|ihm|ihn)(?!\p{L})/u.exec(text) ?? {};
  return (
    index !== undefined &&
    !/ (?!Sie |Ihnen |Ihre?[nmrs]? )\p{Lu}/u.test(
      ` ${text.slice(0, index).replace(/^\S+/u, '')}`,
    ) &&
    !/^(?:hab|kenn)/i.test(text)
  );
}

/** "das Interview, in dem sie von ihrem Vater sprach": two persons, and neither is named. */
export const inRelative =
  /, (?:(?:an|auf|aus|bei|für|in|mit|von|über|zu) )?(?:den|dem|der|die|das|denen|was|wo|wie) (?:er|sie) /u;

/** "Er hat …", "Hat er überhaupt studiert?", "Herr Krug leitet …": the reader, as one speaks of them with others. */
export const ofThem =
  /^(?:[Ee]r|sie) |^(?:Herr|Frau) (?:Dr\. )?\p{Lu}\p{L}+ \p{Ll}+|^\S+(?: \p{Ll}+)*? (?:seine?[nmrs]?|ihm|ihn)(?!\p{L})|^(?:seine?[nmrs]?|ihm|ihn) |^(?:[Hh]at|[Ii]st|[Ww]ar|[Kk]ann|[Mm]acht|[Ww]ill|[Ww]ürde|[Ww]ie|[Ww]as|[Ww]arum|[Ww]ann|[Ww]o|[Ww]oher)(?: \p{Ll}+)? er(?!\p{L})/u;
