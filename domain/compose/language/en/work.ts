import { asSentence, lowerFirst, normalise } from '../../notes/normalise.ts';
import type { Note } from '../../note.ts';
import type { Work, Wording } from '../language.ts';
import { toYou } from './person.ts';
import { article, asRole, inside, isField, roleHead, theCompany } from './words.ts';

export function work({ role, company }: Work): readonly string[] | undefined {
  const at = company === undefined ? '' : ` at ${theCompany(company)}`;
  if (role !== undefined && isField(role)) {
    const field = fieldOf(role);
    return [
      `Your work in ${field}${at} is what I would like to understand better.`,
      `You work in ${field}${at}, and few people could tell me more about that work.`,
      `I would like to know what it means to work in ${field}${at}.`,
    ];
  }
  if (role !== undefined)
    return [
      `Your work as ${asRole(role)}${at} is what I would like to understand better.`,
      `As ${asRole(role)}${at} you see from the inside what I am curious about.`,
      `I would like to know what it means to work as ${asRole(role)}${at}.`,
      `You work as ${asRole(role)}${at}, and few people could tell me more about that work.`,
      `What it takes to work as ${asRole(role)}${at} is hard to see from outside.`,
      `From outside I can only guess how one works as ${asRole(role)}${at}.`,
    ];
  if (company === undefined) return undefined;
  return [
    `The work${at} is what I would like to understand better.`,
    `You know from the inside how people work${at}.`,
    `I would like to know what working${at} is like.`,
    `How people work${at} is hard to see from outside.`,
  ];
}

/** "Ops" as "operations"; abbreviations keep their capitals. */
export function fieldOf(role: string): string {
  if (/^ops$/i.test(role)) return 'operations';
  const plain = roleHead(role);
  return /^\p{Lu}{2,4}$|&/u.test(plain) ? plain.toUpperCase() : lowerFirst(plain);
}

/** From one role to the next, with what they do today where that says more. */
export function path(note: Note, { role, company }: Work, first: boolean): Wording {
  const at = company === undefined ? '' : ` at ${theCompany(company)}`;
  const steps = stepsOf(note.text);
  if (steps !== undefined) {
    const last = steps.at(-1) ?? '';
    const today =
      role === undefined || says(last, role) || `${role} ${company ?? ''}`.split(' ').length > 8
        ? at
        : ` and now work as ${asRole(role)}${at}`;
    if (first)
      return {
        isReason: true,
        variants: [`I am writing because you went ${fromTo(steps)}${today}.`],
      };
    return {
      isReason: true,
      variants: [
        `You went ${fromTo(steps)}${today}; I would like to hear how.`,
        `I would like to hear how you went ${fromTo(steps)}${today}.`,
        `How you went ${fromTo(steps)}${today} is something I would like to understand.`,
      ],
    };
  }
  const said = sentenceOf(note);
  if (said === undefined) return { ask: 'write it as "before -> now"' };
  const today = role === undefined ? at.trim() : `as ${asRole(role)}${at}`;
  return {
    isReason: true,
    variants: [
      asSentence(
        / (?:now|today|currently) /.test(said)
          ? nowAt(said, at)
          : today === '' || says(said, today)
            ? said
            : `${said}; today you work ${today}`,
      ),
    ],
  };
}

/** "You used to be a nurse, now write code" with "and", and with the place where it says none. */
function nowAt(said: string, at: string): string {
  const joined = said.replace(/, (?=(?:now|today|currently) )/, ', and ');
  const [, now = ''] = joined.split(/ (?:now|today|currently) /);
  return / (?:at|for|with|in) /.test(now) || says(joined, at) ? joined : `${joined}${at}`;
}

function sentenceOf(note: Note): string | undefined {
  const { text, form } = note;
  switch (form) {
    case 'second_person':
      return text;
    case 'third_person':
      return toYou(text);
    case 'verb': {
      const you = toYou(`she ${inside(text)}`);
      return you === undefined ? undefined : you;
    }
    case 'preposition':
      return /^from .+ (?:to|into) /i.test(text) ? `You went ${inside(text)}` : undefined;
    case 'noun_phrase':
    case 'bare_noun':
    case 'gerund':
    case 'title':
      return `I would like to hear about your path: ${inside(text.replace(/^(?:her|his|their|your) (?=(?:path|way|move|switch|route) )/i, 'the ')).replace(/\b(?:her|his)\b/g, 'your')}`;
    case 'clause':
    case 'first_person':
    case 'sentence':
    case 'question':
    case 'wish':
    case 'gap':
    case 'link':
    case 'marks':
    case 'vague':
      return undefined;
  }
}

/** "a -> b", "from a to b", "a, now b", "a turned b", "ex-a, now b". */
function stepsOf(text: string): readonly string[] | undefined {
  const arrows = text.split(/\s*(?:-{1,3}>|→|=>|⇒|>|»)\s*/u).map((step) => normalise(step));
  if (arrows.length > 1)
    return arrows.every((step) => step !== '' && !turn.test(step))
      ? arrows.map(bareStep)
      : undefined;
  // "teacher, then a late PhD, then industry"
  const then = text.split(/,? (?:and )?then (?:(?:to|into) )?/iu).map((step) => normalise(step));
  if (then.length > 2 && then.every((step) => step !== '' && !verbs.test(step) && !turn.test(step)))
    return then.map((step, at) => (at === 0 ? bareStep(step) : step));
  const two =
    /^(?:from )?([^,;]{2,60}?),? (?:turned|to|into|then|now|and now|and then)(?: an?)? ([^,;]{2,60})$/i.exec(
      text,
    ) ??
    /^(?:ex-|former(?:ly)? (?:an? )?)([^,;]{2,60}?),? (?:now|today|then)(?: an?)? ([^,;]{2,60})$/i.exec(
      text,
    );
  const [, before, now] = two ?? [];
  if (before === undefined || now === undefined || turn.test(now)) return undefined;
  // "banker for eight years then retrained" tells what somebody did, not two roles.
  if (/^\p{Ll}+ed\b/u.test(now) || / for \S+ (?:years|months)\b/.test(before)) return undefined;
  if (
    /^(?:you|she|he|they|i|was|used|moved|went|started|left|switched|came|grew|worked|is|has)\b/i.test(
      before,
    )
  )
    return undefined;
  return [bareStep(before.replace(/^ex-/i, '')), bareStep(now)];
}

const verbs =
  /^(?:you|she|he|they|i|was|used|moved|went|started|left|switched|came|grew|worked|works|is|has|became|joined|\p{Ll}+ed)\b/iu;

/** "back into microbiology" goes somewhere, and is nothing that one goes to. */
const turn = /^(?:back|returned?|again|into|off|on|out) /i;

export function bareStep(step: string): string {
  const bare = inside(
    step.replace(/ ?\([^()]{0,80}\)/g, '').replace(/^(?:an? |now |ex-|former )(?=\p{L})/iu, ''),
  );
  if (trade.test(bare) || tradeLast.test(bare)) return lowerFirst(bare);
  return /^(?:PhD|master's|doctorate|degree|bachelor's)\b|^(?!an? )\p{Ll}.* (?:degree|PhD|diploma)$/iu.test(
    bare,
  )
    ? `${article(bare)} ${bare}`
    : bare;
}

/** A first word that names a trade, and no place or company, loses its capital inside a sentence. */
const trade =
  /^\p{Lu}\p{Ll}*(?:ator|eer|yer|cher|ist|ician|igner|oper|ager|ultant|alyst|ntist|iter|itor|ctor|urse|hef|ner|iner|ler|or|ics|ogy|phy)\b/u;

/** "Hospital catering manager": a capital only because it comes first; "Oxford bus driver" keeps its own. */
const tradeLast =
  /^(?:Hospital|School|Shop|Office|Hotel|Kitchen|Restaurant|Factory|Ship|Train|Tram|Bus|Truck|Taxi|Night|Ward|Bank|Museum|Theatre|Pastry|Bakery|Farm|Warehouse|Laboratory|Lab|Call|Youth|Church|Film|Sound|Stage)(?: \p{Ll}+){1,4}$/u;

function fromTo(steps: readonly string[]): string {
  const [first = '', ...rest] = steps;
  const last = rest.at(-1) ?? '';
  const between = rest.slice(0, -1);
  const via =
    between.length === 0
      ? ''
      : ` via ${between.length === 1 ? between[0] : `${between.slice(0, -1).join(', ')} and ${between.at(-1)}`}`;
  return `from ${first}${via} to ${last}`;
}

/** Whether the first says the main word of the second already. */
function says(text: string, role: string): boolean {
  const words = role
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 3);
  const said = text.toLowerCase();
  return words.some((word) => said.includes(word));
}
