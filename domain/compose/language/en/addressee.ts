import { nameParts } from '../../names/name-parts.ts';
import { upper } from '../../names/name-words.ts';

/** How an English letter addresses a person: "Ana", "Dr. Souza", "Ms Souza" where the form is known, "Sir Alan". */
export function addresseeInEnglish(name: string, addressAs?: string): string {
  const { title, plain, first, last } = nameParts(name);
  const ours = first === undefined || !title?.split(' ').every(isForeignDegree);
  const form = addressAs ?? (ours ? title : undefined);
  // "Sister Mary Agnes" has no surname.
  if (form === undefined && /^(?:Sister|Brother|Mother|Father) \p{Lu}/u.test(plain)) return plain;
  if (form === undefined) return doubleName(plain) ?? first ?? plain;
  // A knight is addressed by the first name.
  if (/^(?:sir|dame)\b/i.test(form)) return `${upper(form.split(' ')[0] ?? form)} ${first ?? last}`;
  const forms = form.split(' ');
  // "Prof. Dr." and "Dr.-Ing." are German usage; English keeps the first, and "Dr" before "Rev".
  const said = /^rev/i.test(form)
    ? (forms.find((each) => /^dr/i.test(each)) ?? forms[0])
    : forms[0];
  return `${(said ?? form).replace(/^Dr\.-.*$/i, 'Dr.')} ${last}`;
}

/** Said before a name on the Continent and in America; an English letter has no such address. */
function isForeignDegree(title: string): boolean {
  return (
    title === 'DI' ||
    /^(?:dipl\.?(?:-.+)?|mag\.?a?|ing\.?|lic\.?|arq\.|abog\.|mgr\.|bc\.|ir\.|drs\.)$/i.test(title)
  );
}

/** "Beth Ann" of "Beth Ann Sorensen": first names that people carry as one. */
function doubleName(plain: string): string | undefined {
  return /^(?:Beth|Mary|Jo|Sarah|Betty|Peggy|Lou|Ruth|Emma|Billie|Bobbie|Laura|Carol|Lee|Rose|Anna|Sue|Terry) (?:Ann|Anne|Jane|Jo|Lou|Beth|Lynn|Kate|Mae|May|Sue|Rose|Jean|Lee|Marie)(?= \p{L})/u.exec(
    plain,
  )?.[0];
}
