import { expect, it } from 'vitest';
import { addresseeInGerman } from '../../../domain/compose/language/de/addressee.ts';
import { addresseeInEnglish } from '../../../domain/compose/language/en/addressee.ts';
import { spanishFirst, spanishSurnames } from '../../../domain/compose/language/es/names.ts';
import { withCapitals } from '../../../domain/compose/names/capitals.ts';
import { isTeam } from '../../../domain/compose/names/team.ts';
import { spanish } from '../../../domain/compose/language/es/spanish.ts';
import { french } from '../../../domain/compose/language/fr/french.ts';

it.each([
  ['Ana Souza', 'Ana'],
  ['Souza, Ana', 'Ana'],
  ['Roe, Richard:SALES', 'Richard'],
  ['Jane.Roe Roe', 'Jane'],
  ['jane.roe', 'Jane'],
  ['jane_roe', 'Jane'],
  ['JANE ROE', 'Jane'],
  ['Minh Le/HAN', 'Minh'],
  ['Jane Roe (they/them)', 'Jane'],
  ['Jane Roe [External]', 'Jane'],
  ['Jane Roe | Quay Ltd', 'Jane'],
  ['Jane Roe - QUAY', 'Jane'],
  ['Jane Roe @ Quay', 'Jane'],
  ['Richard "Rick" Roe', 'Richard'],
  ['Jane Roe 🚢', 'Jane'],
  ['Anne-Marie O’Neill', 'Anne-Marie'],
  ['Rev. Richard Roe', 'Rev. Roe'],
  ['Reverend Jane Roe', 'Reverend Roe'],
  ['Dr.-Ing. Jane Roe', 'Dr. Roe'],
  ['Dr. rer. nat. Jane Roe', 'Dr. Roe'],
  ['Prof. Dr. Jane de Roe', 'Prof. de Roe'],
  ['Dr. H. Roe', 'Dr. Roe'],
  ['C. Jane Roe', 'C. Jane Roe'],
  ['Hon. Jane Roe', 'Hon. Roe'],
  ['Capt. Jane Roe', 'Capt. Roe'],
  ['Jane Roe, PhD', 'Jane'],
  ['Jane Roe, FRCR', 'Jane'],
  ['Dr Jane Roe MRCGP', 'Dr Roe'],
  ['Jane Roe FBA', 'Jane'],
  ['Judge Jane Roe (retired)', 'Judge Roe'],
  ['Justice Roe', 'Justice'],
  ['The Revd Canon Dr Jane Roe', 'Dr Roe'],
  ['Jane R.', 'Jane'],
  ['Dr. Jane O', 'Dr. O'],
  ['Richard Roe (Mr)', 'Mr Roe'],
  ["o'roe, jane", 'Jane'],
  ['Jane Roe, FREng', 'Jane'],
  ['Dr. Jane Roe, MD PhD', 'Dr. Roe'],
  ['Sir Richard Roe', 'Sir Richard'],
  ['Dame Jane Roe', 'Dame Jane'],
  ['Rev. Dr. Richard Roe', 'Dr. Roe'],
  ['Mary Ann Roe', 'Mary Ann'],
  ['Mary Roe', 'Mary'],
  ['Sister Mary Roe', 'Sister Mary Roe'],
  ['Cher', 'Cher'],
  ['J. R. Roe', 'J. R. Roe'],
  ['李小龙', '李小龙'],
  ['Prof Dame Jane Roe-Poe DBE', 'Prof Roe-Poe'],
  ["Cdr (Ret'd) Richard Roe, CBE", 'Cdr Roe'],
  ['Dr Jane ní Roe', 'Dr ní Roe'],
  ['Mr. Bran ap Roe', 'Mr. ap Roe'],
  ['Dr Jane St John-Roe', 'Dr St John-Roe'],
  ['Mr. Nils Poe af Roe', 'Mr. Poe af Roe'],
  ['Ms Jana Poe i Roe', 'Ms Poe i Roe'],
  ['Ing. Jana Roe', 'Jana'],
  ['Ing. Roe', 'Ing. Roe'],
  ['Roe Anna-Maria', 'Anna-Maria'],
  ['Marie Jean-Baptiste', 'Marie'],
])('a letter to %s begins with Dear %s', (name, addressee) => {
  expect(addresseeInEnglish(name)).toBe(addressee);
});

it.each([
  ['Dr.-Ing. Jana Rot', 'Dr. Jana Rot'],
  ['Dr. rer. nat. Jana Rot', 'Dr. Jana Rot'],
  ['Dr. med. Jana Rot', 'Dr. Jana Rot'],
  ['Dr. Rot', 'Dr. Rot'],
  ['Prof. Dr. med. habil. zu Rotfels', 'Prof. zu Rotfels'],
  ['Univ.-Prof. Dr. h. c. Jana Rot', 'Prof. Jana Rot'],
  ['PD Dr. Jana Rot', 'Dr. Jana Rot'],
  ['Dipl.-Psych. Jana Rot', 'Jana Rot'],
  ['Dipl. Ing. Jana Rot', 'Jana Rot'],
  ['Mag. Jana Rot', 'Jana Rot'],
  ['Jana Rot, M.Sc.', 'Jana Rot'],
  ['B.A. Jana Rot', 'Jana Rot'],
  ['Jana Rot, Dipl.-Kffr.', 'Jana Rot'],
  ['Dipl.-Ing. Rot', 'Dipl.-Ing. Rot'],
  ['Rev. Jana Rot', 'Rev. Rot'],
  ['Rot, Jana:EINKAUF', 'Jana Rot'],
  ['Jana Gräfin von Rot', 'Jana Gräfin von Rot'],
  ['Dr. Jana Freifrau Rot', 'Dr. Jana Freifrau Rot'],
])('a German letter to %s addresses %s', (name, addressee) => {
  expect(addresseeInGerman(name)).toBe(addressee);
});

it.each([
  ['Dr.-Ing. Jan Rot', 'Herr', 'Herr Dr. Rot'],
  ['Frau Prof. Dr. Jana Rot', undefined, 'Frau Prof. Rot'],
  ['Professorin Jana Rot', undefined, 'Frau Prof. Rot'],
  ['Jana Rot', 'Frau Dr.', 'Frau Dr. Rot'],
  ['Jana Rot', 'Dr.', 'Dr. Jana Rot'],
  ['Jana Rot', 'Schwester', 'Schwester Rot'],
  ['Dipl.-Ing. Jan Rot', 'Herr', 'Herr Rot'],
  ['Mag. Jana Rot', 'Frau', 'Frau Mag. Rot'],
  ['Prof. Dr. von Rot', 'Frau', 'Frau Prof. von Rot'],
  ['Jana Gräfin von Rot', 'Frau', 'Frau Gräfin von Rot'],
  ['Dr. Jan Ritter Rot', 'Herr', 'Herr Dr. Ritter Rot'],
  ['Prof. Dr. Freiherr zu Rot', 'Herr', 'Herr Prof. Freiherr zu Rot'],
  ['Jan Graf', 'Herr', 'Herr Graf'],
  ['Ms Jana Rot', undefined, 'Frau Rot'],
  ['Hr. Rot', undefined, 'Herr Rot'],
  ['Fr. DI Rot', undefined, 'Frau DI Rot'],
  ['DI Jana Rot', undefined, 'Jana Rot'],
  ['Rot Anna-Lisa', undefined, 'Anna-Lisa Rot'],
])('a German letter to %s as %s addresses %s', (name, addressAs, addressee) => {
  expect(addresseeInGerman(name, addressAs)).toBe(addressee);
});

it('reads a name of any length in no time', () => {
  const start = performance.now();
  addresseeInEnglish('a.'.repeat(50_000));
  addresseeInEnglish('('.repeat(100_000));
  expect(performance.now() - start).toBeLessThan(500);
});

it.each([
  ['jane t. roe', 'Jane T. Roe'],
  ['jane roe-doe', 'Jane Roe-Doe'],
  ["JANE O'ROE", "Jane O'Roe"],
  ['ROECOURT Jane', 'Jane Roecourt'],
  ['ROECOURT Anne-Marie', 'Anne-Marie Roecourt'],
  ['JANE ROE', 'Jane Roe'],
  ['DR. Jane Roe', 'Dr. Jane Roe'],
  ['Jane ROECOURT', 'Jane Roecourt'],
  ["Jane N'ROE", "Jane N'Roe"],
  ['LIC. Jane Roe', 'Lic. Jane Roe'],
  ['JANE POE DE ROE', 'Jane Poe de Roe'],
  ['Fr. DI Roe', 'Fr. DI Roe'],
  ['prof. Jane Roe', 'Prof. Jane Roe'],
  ['Bran ap Roe', 'Bran ap Roe'],
  ['Jana Poe i Roe', 'Jana Poe i Roe'],
  ['Juan de los Rotos Roe', 'Juan de los Rotos Roe'],
  ['Jane Roe DBE', 'Jane Roe DBE'],
  ['Jane roe', 'Jane Roe'],
])('the name "%s" is written "%s"', (given, written) => {
  expect(withCapitals(given)).toBe(written);
});

it.each([
  ['HR Rotwerk', true],
  ['Team Rotwerk', true],
  ['Hr. Rot', false],
])('whether %s is a team: %s', (name, team) => {
  expect(isTeam(name)).toBe(team);
});

it('addresses a chef by title and surname', () => {
  expect(addresseeInEnglish('Chef Jane Roe')).toBe('Chef Roe');
});

it.each([
  ['Ana Souza', 'Souza'],
  ['Itziar Goñi Larrea', 'Goñi Larrea'],
  ['Dra. Luz María Goñi Larrea', 'Goñi Larrea'],
  ['Ana María Souza', 'Souza'],
  ['Ana de la Souza', 'de la Souza'],
  ['Ana Goñi de Souza', 'Goñi de Souza'],
  ['Dra. Luz Marina Goñi', 'Goñi'],
  ['José Luis Goñi', 'Goñi'],
  ['Juan Carlos Goñi Larrea', 'Goñi Larrea'],
  ['Miguel Ángel de la Souza', 'de la Souza'],
  ['Rosa María Goñi de Souza', 'Goñi de Souza'],
  ['María del Carmen Goñi', 'Goñi'],
  ['María de los Ángeles Goñi Larrea', 'Goñi Larrea'],
  ['Ana Alonso Larrea', 'Alonso Larrea'],
])('the surnames of %s are %s', (name, surnames) => {
  expect(spanishSurnames(name)).toBe(surnames);
});

it.each([
  ['Ana Souza', 'Ana'],
  ['Luz Marina Goñi', 'Luz Marina'],
  ['Dra. María José Goñi Larrea', 'María José'],
  ['María del Mar Goñi', 'María del Mar'],
  ['José Luis', 'José Luis'],
  ['Itziar Goñi Larrea', 'Itziar'],
])('the given name of %s is %s', (name, first) => {
  expect(spanishFirst(name)).toBe(first);
});

it.each([
  ['Dra. Luz Marina Goñi', undefined, 'formal', 'Estimada Dra. Goñi:'],
  ['María José Goñi', 'Sra.', 'formal', 'Estimada Sra. Goñi:'],
  ['Dr. Luz Goñi', 'Sra.', 'formal', 'Estimada Dra. Goñi:'],
  ['Dr. Juan Goñi', 'Sr.', 'formal', 'Estimado Dr. Goñi:'],
  ['Nuria Poe i Roe', 'Sra.', 'formal', 'Estimada Sra. Poe:'],
  ['don José Luis Goñi', undefined, 'formal', 'Estimado don José Luis:'],
  ['Juan Carlos Goñi', undefined, 'informal', 'Hola, Juan Carlos:'],
] as const)(
  'a Spanish letter to %s (%s, %s) begins "%s"',
  (name, addressAs, formality, greeting) => {
    const person = { name, addressAs };
    expect(spanish(formality === 'informal').greeting(person)).toBe(greeting);
  },
);

it.each([
  ['Me Anne Roe', undefined, 'Maître,'],
  ['Maître Anne Roe', undefined, 'Maître,'],
  ['Anne Roe', 'Maître', 'Maître,'],
  ['Anne Roe', undefined, 'Bonjour Anne Roe,'],
])('a French letter to %s (%s) begins "%s"', (name, addressAs, greeting) => {
  expect(french(false).greeting({ name, addressAs })).toBe(greeting);
});
