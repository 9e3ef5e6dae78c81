import { RRuleTemporal } from 'rrule-temporal';

/** Why a rule's times are not known: it cannot be read, or there are too many of them. */
export type NotExpanded = 'unreadable' | 'too_many';

const maxRuleLength = 1_000;
/** A day of a rule has at most so many times: BYHOUR, BYMINUTE and BYSECOND multiply. */
const maxTimesADay = 288;
const maxSteps = 10_000;
const maxCandidates = 50_000;

/**
 * The times of a RRULE (RFC 5545 section 3.3.10) between two, both included. All are wall times, read as UTC: a rule
 * means what clocks show, so that it is expanded as if there were no zones. `until` takes the place of the rule's own.
 */
export function recurrences(input: {
  readonly rule: string;
  readonly start: number;
  readonly until: number | undefined;
  readonly from: number;
  readonly to: number;
}): readonly number[] | NotExpanded {
  const parts = ruleParts(input.rule);
  if (parts === undefined) return 'unreadable';
  const { from, start, to } = input;
  if (input.until !== undefined && input.until < Math.max(from, start)) return [];
  if (timesADay(parts) > maxTimesADay) return 'too_many';
  try {
    const rule = new RRuleTemporal({
      rruleString: [...parts].map(([name, value]) => `${name}=${value}`).join(';'),
      dtstart: zoned(start),
      ...(input.until === undefined ? {} : { until: zoned(input.until) }),
      temporal: { ZonedDateTime: { from: read } },
      cache: false,
      maxIterations: maxSteps,
      maxCandidateEvaluations: maxCandidates,
    });
    return rule.between(new Date(from), new Date(to), true).map(({ wall }) => wall);
  } catch (error) {
    // The library throws a plain Error with the text "Maximum … exceeded" at its limits.
    return error instanceof Error && /maximum/i.test(error.message) ? 'too_many' : 'unreadable';
  }
}

/** The UNTIL of a rule, as it is written. */
export function untilOf(rule: string): string | undefined {
  return /(?:^|;)\s*UNTIL\s*=\s*([^;]+)/i.exec(rule.slice(0, maxRuleLength))?.[1]?.trim();
}

const numbers = /^[+-]?\d{1,3}(?:,[+-]?\d{1,3})*$/;
const forms: Readonly<Record<string, RegExp>> = {
  FREQ: /^(?:SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^0*[1-9]\d{0,8}$/,
  COUNT: /^\d{1,9}$/,
  BYSECOND: numbers,
  BYMINUTE: numbers,
  BYHOUR: numbers,
  BYDAY:
    /^(?:[+-]?\d{1,2})?(?:SU|MO|TU|WE|TH|FR|SA)(?:,(?:[+-]?\d{1,2})?(?:SU|MO|TU|WE|TH|FR|SA))*$/,
  BYMONTHDAY: numbers,
  BYYEARDAY: numbers,
  BYWEEKNO: numbers,
  BYMONTH: numbers,
  BYSETPOS: numbers,
  WKST: /^(?:SU|MO|TU|WE|TH|FR|SA)$/,
  RSCALE: /^GREGORIAN$/,
  SKIP: /^OMIT$/,
};

/** The parts of a rule without UNTIL; undefined when one of them is not understood, since nothing less than all of it counts. */
function ruleParts(rule: string): ReadonlyMap<string, string> | undefined {
  if (rule.length > maxRuleLength) return undefined;
  const parts = new Map<string, string>();
  for (const pair of rule.toUpperCase().split(';')) {
    const [name = '', value = ''] = pair.split('=').map((each) => each.replaceAll(/\s/g, ''));
    if (name === '' && value === '') continue;
    if (name === 'UNTIL' || name.startsWith('X-')) continue;
    if (forms[name]?.test(value) !== true) return undefined;
    if (name !== 'RSCALE' && name !== 'SKIP') parts.set(name, value);
  }
  return parts.has('FREQ') ? parts : undefined;
}

function timesADay(parts: ReadonlyMap<string, string>): number {
  return ['BYHOUR', 'BYMINUTE', 'BYSECOND'].reduce(
    (product, name) => product * (parts.get(name)?.split(',').length ?? 1),
    1,
  );
}

/** As much of Temporal's ZonedDateTime as the library asks for; `wall` is read as UTC. */
type Zoned = { readonly timeZoneId: string; readonly wall: number; toString(): string };

function zoned(wall: number): Zoned {
  return {
    timeZoneId: 'UTC',
    wall,
    toString: () => `${new Date(wall).toISOString().slice(0, -1)}+00:00[UTC]`,
  };
}

function read(text: string): Zoned {
  return zoned(Date.parse(text.split('[', 1)[0]!));
}
