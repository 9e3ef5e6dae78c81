import { MILLISECONDS, toDay } from './day.ts';

type Sender = {
  readonly writtenAt: Date | undefined;
  /** Minutes east of UTC. */
  readonly offset: number | undefined;
  /** Lower-case. */
  readonly domain: string;
};

export type NumericOrder = {
  /** Whether 05/06 is May 6; undefined when nothing says so. */
  readonly monthFirst: boolean | undefined;
  /** Another date of the mail can be read one way only: people write all of them alike. */
  readonly sure: boolean;
};

/** In which order a mail writes day and month: by another of its dates, else by its sender. */
export function numericOrder(paragraphs: readonly string[], sender: Sender): NumericOrder {
  const all = paragraphs.join(' ');
  const shown = shownOrder(all);
  return { monthFirst: shown ?? likelyOrder(all, sender), sure: shown !== undefined };
}

function shownOrder(all: string): boolean | undefined {
  for (const match of all.matchAll(/(?<![\d/.-])(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d\d)(?!\d)/g)) {
    if (Number(match[1]) > 12) return false;
    if (Number(match[2]) > 12) return true;
  }
  for (const match of all.matchAll(/(?<![\d/.-])(\d{1,2})\/(\d{1,2})(?![\d/])/g)) {
    const [first, second] = [Number(match[1]), Number(match[2])];
    if (first > 12 && first <= 31 && second >= 1 && second <= 12 && match[0] !== '24/7')
      return false;
    if (second > 12 && second <= 31 && first >= 1 && first <= 12) return true;
  }
  return undefined;
}

function likelyOrder(all: string, input: Sender): boolean | undefined {
  if (DAY_FIRST_DOMAIN.test(input.domain)) return false;
  const begun = beginsNow(all, input);
  if (begun !== undefined) return begun;
  if (!/\b(?:the|and|will|office|return|with)\b/.test(all)) return false;
  if (/\.(?:us|gov|mil|edu)$/.test(input.domain)) return true;
  if (input.offset === undefined) return undefined;
  return input.offset <= -240;
}

/** An absence "from 03/02" begins near the day of the note: a reading months away is not meant. */
function beginsNow(all: string, { writtenAt }: Sender): boolean | undefined {
  if (writtenAt === undefined) return undefined;
  for (const match of all.matchAll(ABSENCE_BEGINS)) {
    const [first, second] = [Number(match[1]), Number(match[2])];
    const year = match[3] === undefined ? writtenAt.getUTCFullYear() : Number(match[3]);
    const near = (month: number, day: number): boolean => {
      const date = toDay(year, month, day);
      return date !== undefined && Math.abs(date - writtenAt.getTime() / MILLISECONDS) <= 4;
    };
    const [monthFirst, dayFirst] = [near(first, second), near(second, first)];
    if (monthFirst !== dayFirst) return monthFirst;
  }
  return undefined;
}

const ABSENCE_BEGINS =
  /\b(?:from|starting|beginning|since|as of|vom|von|ab|du|del|dal|desde|van|fra|fran|od) (?:on |the )?(\d{1,2})\/(\d{1,2})(?:\/((?:19|20)\d\d))?(?![\d/])/g;

/** Country domains where the day stands first, of those whose people also write in English. */
const DAY_FIRST_DOMAIN =
  /\.(?:uk|ie|au|nz|in|za|sg|hk|my|de|at|ch|fr|be|nl|es|it|pt|br|mx|ar|cl|co|pe|dk|no|fi|pl|cz|sk|gr|ro|bg|hr|si|tr|il|ru|ua|ae|eu|lv|lt|ee)$/;
