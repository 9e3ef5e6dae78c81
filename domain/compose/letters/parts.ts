import type { ContactFacts } from '../../contact.ts';
import type { Profile } from '../../profile.ts';
import type { Finding } from '../finding.ts';
import type { Language } from '../language/language.ts';
import { withCapitals } from '../names/capitals.ts';
import { nameParts } from '../names/name-parts.ts';
import { oneLine } from '../template.ts';

/** What every letter is made from. */
export type LetterContext = {
  readonly profile: Profile;
  readonly contact: ContactFacts;
  readonly language: Language;
};

export function greetingOf({ contact, language }: LetterContext): string {
  return language.greeting({ name: nameOf(contact), addressAs: contact.addressAs });
}

/** The name without template marks, with the capitals that names have. */
export function nameOf(contact: Pick<ContactFacts, 'name'>): string {
  const plain = oneLine(contact.name.replace(/\{\{[^{}]{0,60}\}\}|[{}]/g, ' '));
  return withCapitals(plain === '' ? oneLine(contact.name) : plain);
}

/** Name, affiliation and link: the lines under a first mail. */
export function signature(profile: Profile, all: boolean): string {
  const name = profile.name ?? '{{my_name}}';
  const affiliation = profile.affiliation?.trim() ?? '';
  const link = profile.link?.trim() ?? '';
  if (!all) return [name, ...(link === '' ? [] : [link])].join('\n');
  const first = affiliation === '' ? name : `${name}, ${affiliation}`;
  return [first, ...(link === '' ? [] : [link])].join('\n');
}

/** The user's sentence about themselves in the letter's language, if they wrote one. */
export function aboutIn(profile: Profile, code: string): string | undefined {
  const own = profile.abouts?.[code];
  if (own !== undefined && own.trim() !== '') return oneLine(own);
  const base = profile.language.split('-')[0]?.toLowerCase();
  const about = oneLine(profile.about ?? '');
  return base === code && about !== '' ? about : undefined;
}

export function nameFindings(contact: ContactFacts): readonly Finding[] {
  const given = oneLine(contact.name);
  const said = nameOf(contact);
  const findings: Finding[] = [];
  if (/\{\{|\}\}/.test(given))
    findings.push({
      rule: 'template_marks',
      severity: 'error',
      field: 'name',
      message: `The name "${given.slice(0, 80)}" contains {{ or }}. Correct the name.`,
    });
  else if (given.includes('?'))
    findings.push({
      rule: 'note_gap',
      severity: 'error',
      field: 'name',
      message: `The name "${given.slice(0, 80)}" has a question mark. Find out the name, or write it as far as it is known.`,
    });
  else if (said !== given && said.toLowerCase() === given.toLowerCase())
    findings.push({
      rule: 'name_case',
      severity: 'warning',
      field: 'name',
      message: `The name is written "${given.slice(0, 80)}"; the letter says "${nameParts(said).plain.slice(0, 80)}". Correct the name if that is wrong.`,
    });
  if (
    /^(?:info|office|kontakt|contact|hello|hallo|team|mail|jobs?|hr|presse|press|support|admin|sales|service|bewerbung|careers?)@/i.test(
      contact.email,
    )
  )
    findings.push({
      rule: 'role_address',
      severity: 'warning',
      field: 'email',
      message: `Nobody in particular reads ${contact.email}. Find the address of a person.`,
    });
  return findings;
}
