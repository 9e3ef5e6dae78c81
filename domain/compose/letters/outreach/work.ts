import type { Finding } from '../../finding.ts';
import type { Work } from '../../language/language.ts';
import { cut, fieldLabel } from '../../notes/labels.ts';
import type { PreparedNotes } from '../../notes/prepare-notes.ts';
import { upperFirst } from '../../notes/normalise.ts';
import { roleOf } from '../../notes/role-of.ts';
import { wordsOfOurs, type Sentence } from '../../sentence.ts';
import { nameOf, type LetterContext } from '../parts.ts';
import { weights, type PartInput, type Pick } from './input.ts';

export function workOf(
  { notes }: PreparedNotes,
  { language, contact }: LetterContext,
  findings: Finding[],
): Work {
  const { code } = language;
  const noted = notes.get('role')?.text;
  const role = noted === undefined ? undefined : roleOf(noted);
  if (noted !== undefined && role === undefined)
    findings.push({
      rule: 'finish_sentence',
      severity: 'warning',
      field: 'role',
      message: `"${noted.slice(0, 80)}" in *${fieldLabel('role')}* names no role: write what stands on their card, such as "nurse" or "head of data". It is left out until then.`,
    });
  const named = notes.get('company')?.text;
  const company = named === undefined || ownBoss.test(named) ? undefined : named;
  /** In French and Spanish every word of a role is small. */
  const calmly = (field: 'company' | 'role', text: string): string => {
    const said = calm(text);
    return said !== text && field === 'role' && (code === 'fr' || code === 'es')
      ? said.toLowerCase()
      : said;
  };
  const loud = (['company', 'role'] as const).filter((field) => {
    const text = notes.get(field)?.text ?? '';
    return calm(text) !== text;
  });
  for (const field of loud)
    findings.push({
      rule: 'capitals',
      severity: 'warning',
      field,
      message: `*${fieldLabel(field)}* is written in capitals; the letter says "${companyName(calmly(field, notes.get(field)?.text ?? ''))}". Correct the field if that is wrong.`,
    });
  const said = company === undefined ? undefined : companyName(calm(company));
  if (said !== undefined && company !== undefined && /^\P{Lu}+ \P{Lu}+$/u.test(company))
    findings.push({
      rule: 'company_case',
      severity: 'warning',
      field: 'company',
      message: `The company is written "${company.slice(0, 80)}"; the letter says "${said.slice(0, 80)}". Correct the field if that is wrong.`,
    });
  const calmRole = role === undefined ? undefined : calmly('role', role);
  const person = { name: nameOf(contact), addressAs: contact.addressAs };
  const spoken = calmRole === undefined ? undefined : language.roleIn?.(calmRole, person);
  if (spoken === undefined) return { role: calmRole, company: said };
  if ('ask' in spoken || spoken.left !== undefined)
    findings.push({
      rule: 'ask' in spoken ? 'finish_sentence' : 'note_language',
      severity: 'warning',
      field: 'role',
      message:
        'ask' in spoken
          ? `"${cut(noted ?? '')}" in *${fieldLabel('role')}* is left out: ${spoken.ask}.`
          : `"${cut(spoken.left ?? '')}" in *${fieldLabel('role')}* is English; the letter says "${cut(spoken.text)}".`,
    });
  return { role: 'ask' in spoken ? undefined : spoken.text, company: said };
}

export function theirWork(input: PartInput & { readonly pick: Pick }): Sentence | undefined {
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

/** What people type where somebody works for nobody else. */
const ownBoss =
  /^(?:(?:her |his |my )?own (?:studio|business|company|shop|practice|firm|workshop)(?:,.*)?|self[- ]?emp(?:loyed)?|free-?lance(?:r|d)?(?:,.*)?|independent|sole trader|own business|retired|unemployed|freiberuflich|freiberufler(?:in)?|freischaffend|selbst(?:st)?ändig(?:e[rn]?)?|selbstst?|im ruhestand|indépendante?|à son compte|retraitée?|autónom[oa]|por cuenta propia|jubilad[oa])$/i;

/** "PULSEKEEP INC." as "Pulsekeep Inc."; short words are abbreviations. */
function calm(text: string): string {
  // "HMPPS" and "GKKS" can only be spelt out.
  if (/^\p{Lu}{2,6}$/u.test(text) && !/[AEIOUÄÖÜ]/u.test(text)) return text;
  const loud = !/\p{Ll}/u.test(text) && text.replace(/[^\p{L}]/gu, '').length > 7;
  if ((!/\p{Lu}{5}/u.test(text) && !loud) || /\p{Ll}{3}/u.test(text)) return text;
  return (
    text
      .split(' ')
      .map((word) =>
        /^(?:OF|AND|FOR|IN|AT|DER|DES|DU|DE|DEL|LA|LOS|LAS|LES|AU|AUX|Y|ET|UND|FÜR)$/.test(word)
          ? word.toLowerCase()
          : word.replace(/[^\p{L}]/gu, '').length > 2 && word !== 'CEO' && word !== 'CTO'
            ? word.slice(0, 1) + word.slice(1).toLowerCase()
            : word,
      )
      .join(' ')
      // "LA PANERA": a name begins with a capital.
      .replace(/^\p{Ll}/u, (first) => first.toUpperCase())
  );
}

/** "GmbH & Co. KG", "e.U.", "s.r.o.": the last stop may be gone. */
const legalForm =
  /,? (?:inc|ltd|llc|llp|(?:(?:g?gmbh|ag|ug|se|mbh) )?& co\.? (?:kg|kgaa|ohg)|g?gmbh|mbh|gbr|ohg|og|kgaa|ug|kg|ag|partg(?: ?mbb)?|plc|corp|e\.? ?v|e\.?g|e\.[uk]|e\.kf[rm]|s\.?a\.?|s\.?l\.?|s\.?l\.?[pu]\.?|s\.?a\.?s\.?u?\.?|s\.?à ?r\.?l|sarl|s\.p\.a\.?|(?:spol\. )?s\.? ?r\. ?o|a\.s|d\.o\.o|sp\. ?z ?o\. ?o|a\/s|aps|oy|s\.?r\.?l|s\.?a\.? de c\.?v|pty ltd|b\.?v\.?)\.?$/i;

/** As people say it: without the legal form. */
export function companyName(company: string): string {
  const plain = company
    .replace(
      /^(?:self-employed|freelance|freiberuflich|selbst(?:st)?ändig|autónom[oa]|indépendante?) ?[/,|–-] ?/iu,
      '',
    )
    .replace(/(?<=\S) \([^()]{1,60}\)$/u, '')
    .replace(legalForm, '')
    .trim();
  const name = plain === '' ? company : plain;
  return /^\p{Ll}+(?:(?: [&+] |[ '-])\p{Ll}+)*$/u.test(name)
    ? (/^(?:la|las|el|los|le|les) /.test(name) ? upperFirst(name) : name).replace(
        /(?<!\p{L})(?![dl]')(?!(?:of|for|and|the|de|del|la|las|el|los|en|du|des|les|au|aux|à|et|y|und|für|der)(?!\p{L}))\p{Ll}/gu,
        (first) => first.toUpperCase(),
      )
    : name;
}
