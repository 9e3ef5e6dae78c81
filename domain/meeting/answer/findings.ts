import type { Clause, Sentence } from './clauses.ts';
import { areHalves, type Group, hasDay, hasTime, isIdle, merged } from './group.ts';

/** A group of constraints with what the words around it say: it suits, it does not, it suits less than another. */
export type Finding = {
  readonly group: Group;
  readonly says: 'yes' | 'no' | 'less';
  /** Nothing in the sentence takes anything back or was left unread. */
  readonly sure: boolean;
  /** The sentence only mentions a time: somebody else's meeting, the past. */
  readonly mention: boolean;
  /** "I have class on Thursday": busy, though perhaps not at that hour. */
  readonly soft: boolean;
  /** The clause asks, promises to write or hands over: it names a time without accepting one. */
  readonly aside: boolean;
  /** "Unless …, in which case the third". */
  readonly alternative: boolean;
  /** Its halves stand in two sentences. */
  readonly bridged?: boolean;
  readonly sentence: number;
  readonly clause: Clause;
};

type Leaning = 'yes' | 'no' | 'open';
type Said = { readonly leaning: Leaning; readonly sure: boolean };

/** What the mail says about times, in its order; halves of one time are put together. */
export function findingsOf(sentences: readonly Sentence[]): readonly Finding[] {
  const found: Finding[] = [];
  let before: Said | undefined;
  sentences.forEach((sentence, at) => {
    const leanings = leaningsOf(sentence, before);
    before = leanings.at(-1) ?? before;
    sentence.clauses.forEach((clause, index) => {
      found.push(...clauseFindings(clause, leanings[index]!, sentence, at));
    });
  });
  return joinedHalves(found);
}

/** What a clause says by itself; one without a word of yes or no takes it from the clause beside it. */
function leaningsOf(sentence: Sentence, last: Said | undefined): readonly Said[] {
  const own = sentence.clauses.map((clause) => ({
    leaning: leaningOf(clause),
    sure: isSure(clause),
  }));
  return own.map((each, index) => {
    const clause = sentence.clauses[index]!;
    if (each.leaning !== 'open' || clause.groups.length === 0) return each;
    const said = index === 0 ? last : own[index - 1];
    // "Thursday is out, Friday too."
    if (clause.cues.has('also') && said !== undefined) return said;
    const next = sentence.clauses[index + 1];
    if (
      next !== undefined &&
      next.groups.length === 0 &&
      next.condition === 'none' &&
      own[index + 1]!.leaning !== 'open'
    ) {
      // "Tuesday, I'm afraid, is bad": the predicate stands behind a comma.
      if (!next.hasSubject || own[index + 1]!.leaning === 'yes') {
        return { leaning: own[index + 1]!.leaning, sure: each.sure && own[index + 1]!.sure };
      }
    }
    const before = sentence.clauses[index - 1];
    if (clause.afterColon && before !== undefined && before.groups.length === 0)
      return own[index - 1]!;
    return each;
  });
}

function speaksFor(cues: Clause['cues']): boolean {
  return cues.has('yes') || cues.has('glad') || cues.has('confirm') || cues.has('move');
}

export function leaningOf(clause: Clause): Leaning {
  const { cues } = clause;
  const against = cues.has('no') || cues.has('busy') || cues.has('not');
  if (against) return 'no';
  return speaksFor(cues) ? 'yes' : 'open';
}

function isSure(clause: Clause): boolean {
  const { cues } = clause;
  const mixed = (cues.has('no') || cues.has('busy')) && (cues.has('yes') || cues.has('not'));
  // "Monday at the earliest": a comparison that no expression used.
  const dangling =
    cues.has('after') || cues.has('before') || cues.has('onwards') || cues.has('between');
  return !mixed && !dangling && !cues.has('hedge') && !cues.has('unless') && !clause.leftover;
}

function clauseFindings(
  clause: Clause,
  own: { readonly leaning: Leaning; readonly sure: boolean },
  sentence: Sentence,
  at: number,
): readonly Finding[] {
  const inCondition = clause.condition === 'if' || clause.condition === 'unless';
  // "If none of these suit" and "unless I am called away" do not speak about what suits.
  if (clause.condition === 'unless' || (inCondition && own.leaning !== 'yes')) return [];
  const findings: Finding[] = [];
  const plain = clause.groups.filter(({ scope }) => scope === 'plain');
  const isExcept = clause.groups.some(({ scope }) => scope === 'except');
  // "I am back on Monday" is about Monday, and no more.
  const isStatement = clause.cues.has('state') && !clause.cues.has('commit');
  const isKnown = own.leaning !== 'open' || (clause.unknown === 0 && !isStatement);
  const isConditional = sentence.clauses
    .slice(sentence.clauses.indexOf(clause) + 1)
    .some(({ condition }) => condition === 'if' || condition === 'unless');
  for (const { group, scope } of clause.groups) {
    const common = {
      group,
      sentence: at,
      clause,
      aside: isAside(clause, sentence),
      mention:
        (clause.cues.has('other') && leaningOf(clause) !== 'yes') ||
        (!isKnown && !sentence.question),
      alternative: clause.condition === 'else',
      soft:
        clause.cues.has('busy') &&
        !clause.cues.has('no') &&
        !clause.cues.has('not') &&
        !hasTime(group),
      sure: own.sure && isKnown && !inCondition && !isConditional && clause.condition !== 'else',
    };
    switch (scope) {
      case 'plain':
        if (isNone(group)) {
          if (!inCondition) findings.push({ ...common, mention: false, says: 'no' });
        } else findings.push({ ...common, says: own.leaning === 'no' ? 'no' : 'yes' });
        break;
      case 'not':
      case 'except':
        findings.push({ ...common, mention: false, says: 'no' });
        break;
      case 'instead':
      case 'than':
        findings.push({ ...common, mention: false, says: 'less' });
        break;
    }
  }
  if (isExcept && plain.every(({ group }) => isIdle(group)))
    findings.push(everything(clause, at, own));
  return findings;
}

function isAside({ cues }: Clause, { thirdPerson }: Sentence): boolean {
  const arranged =
    (cues.has('arranges') || cues.has('handover')) && (thirdPerson || cues.has('assistant'));
  return cues.has('ask') || cues.has('defer') || arranged;
}

function isNone(group: Group): boolean {
  return group.options.some((option) => 'all' in option && option.all === 'none');
}

/** "Anything but Friday" accepts all the rest. */
function everything(
  clause: Clause,
  at: number,
  own: { readonly leaning: Leaning; readonly sure: boolean },
): Finding {
  const { group } = clause.groups[0]!;
  return {
    group: {
      days: [],
      clocks: [],
      ranges: [],
      parts: [],
      options: [{ all: 'others' }],
      last: 'option',
      first: group.first,
      next: group.first,
    },
    says: 'yes',
    sure: own.sure && own.leaning !== 'no',
    mention: false,
    aside: false,
    soft: false,
    alternative: false,
    sentence: at,
    clause,
  };
}

/** "Wednesday is good. 3pm?" names one time in two places. */
function joinedHalves(findings: readonly Finding[]): readonly Finding[] {
  const joined: Finding[] = [];
  for (const finding of findings) {
    const last = joined.at(-1);
    const contrast = last === undefined ? undefined : withDayBefore(last, finding);
    if (contrast !== undefined) {
      joined.push(contrast);
      continue;
    }
    const fits =
      last !== undefined &&
      last.says === finding.says &&
      (finding.says === 'yes' || (finding.says === 'no' && last.clause === finding.clause)) &&
      !finding.alternative &&
      last.mention === finding.mention &&
      finding.sentence - last.sentence <= 1 &&
      areHalves(last.group, finding.group) &&
      // A week in another sentence is rather another request.
      (finding.sentence === last.sentence || finding.group.week === undefined);
    if (!fits) joined.push(finding);
    else {
      joined[joined.length - 1] = {
        ...finding,
        group: merged(last.group, finding.group),
        sure: last.sure && finding.sure,
        bridged: last.sentence !== finding.sentence || last.bridged === true,
      };
    }
  }
  return joined;
}

/** "I can't do 3 on Monday, but 4 works": the hour is on the day that was refused only at another. */
function withDayBefore(last: Finding, finding: Finding): Finding | undefined {
  const { group } = finding;
  const isHourAlone = hasTime(group) && !hasDay(group) && group.options.length === 0;
  const isHourRefused = last.says === 'no' && hasTime(last.group) && last.group.days.length > 0;
  if (
    !isHourAlone ||
    !isHourRefused ||
    finding.says !== 'yes' ||
    finding.sentence - last.sentence > 1
  ) {
    return undefined;
  }
  return { ...finding, group: { ...group, days: last.group.days } };
}
