import type { Finding } from './finding.ts';
import { tagPattern } from './template.ts';

/** What compose fills: sentences it makes, what the moment knows, and the notes as they were typed. */
export const placeholders: readonly string[] = [
  'greeting opening about_me work ask topics_sentence purpose thanks close sign subject',
  'slots both_clocks minutes format when day how place invite cause takeaway next_step people offer reason gift',
  'introduced met learned new_role new_company helped news one_topic topic_question at_company at_new_company du',
  'my_name my_affiliation my_link addressee name company role referrer found shared admire wrote path topics',
].flatMap((names) => names.split(' '));

/** What is wrong with a template as such: errors, since every mail made from it would carry them. */
export function checkTemplate(template: {
  readonly subject: string;
  readonly text: string;
}): readonly Finding[] {
  return [...checkPart('subject', template.subject), ...checkPart('text', template.text)];
}

function checkPart(part: string, text: string): readonly Finding[] {
  return [
    ...unknownNames(part, text),
    ...unbalanced(part, text),
    ...literalDates(part, text.replace(tagPattern, ' ')),
  ];
}

function unknownNames(part: string, text: string): readonly Finding[] {
  const names = new Set(Array.from(text.matchAll(tagPattern), ([, , name = '']) => name));
  return [...names]
    .filter((name) => !placeholders.includes(name))
    .slice(0, 20)
    .map((name) =>
      error(
        'template_placeholder',
        `The template's ${part} has {{${name}}}, which nothing fills. The names are ${placeholders.join(', ')}.`,
      ),
    );
}

function unbalanced(part: string, text: string): readonly Finding[] {
  const open: string[] = [];
  for (const [whole, kind, name = ''] of text.matchAll(tagPattern)) {
    if (kind === '#' || kind === '^') open.push(name);
    else if (kind === '/' && open.pop() !== name)
      return [
        error(
          'template_section',
          `The template's ${part} has ${whole} where no such section is open.`,
        ),
      ];
  }
  const left = open.at(-1);
  return left === undefined
    ? []
    : [
        error(
          'template_section',
          `The template's ${part} never ends the section ${left}: add {{/${left}}}.`,
        ),
      ];
}

// Capitalised, as both languages write them: "you may 2 times" names no date.
const month =
  '(?:Jan(?:uar[yi]?)?|Feb(?:ruar[yi]?)?|Mar(?:ch)?|März|Apr(?:il)?|May|Mai|June?|Juni|July?|Juli|Aug(?:ust)?|Sep(?:t(?:ember)?)?|O[ck]t(?:ober)?|Nov(?:ember)?|De[cz](?:ember)?)';
const date = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d{1,2}(?:st|nd|rd|th|\\.)? (?:of )?${month}|${month}\\.? \\d{1,2}(?:st|nd|rd|th)?)(?![\\p{L}\\p{N}])`,
  'u',
);

/** A date written into a template is wrong from the day after on. */
function literalDates(part: string, text: string): readonly Finding[] {
  const found = date.exec(text)?.[0];
  return found === undefined
    ? []
    : [
        error(
          'template_date',
          `The template's ${part} names a date, "${found}", which soon is past. Say "in the next two to four weeks" instead.`,
        ),
      ];
}

function error(rule: string, message: string): Finding {
  return { rule, severity: 'error', message };
}
