import { nameParts } from '../../names/name-parts.ts';
import { particles } from '../../names/name-words.ts';

/**
 * Both surnames of a Spanish name, of which the first is the one that is used: "Goñi Larrea" of "Itziar Goñi Larrea". A
 * second given name is none of them.
 */
export function spanishSurnames(name: string): string {
  const { plain, last } = nameParts(name);
  const words = plain.split(' ');
  // "José Ruiz-Mata y García de León": the first surname is the one that is used.
  const and = words.findIndex((word) => word === 'y' || word === 'i');
  if (and > 1) return words[and - 1] ?? last;
  const given = givenNames(words);
  const surnames = words.slice(given);
  if (given > 1 && surnames.length > 0)
    return surnames.length > 2 && !surnames.some((word) => particles.has(word.toLowerCase()))
      ? surnames.slice(-2).join(' ')
      : surnames.join(' ');
  // "Guadalupe Paz de León": the particle joins the second surname to the first.
  if (last.includes(' '))
    return particles.has(words[1]?.toLowerCase() ?? '') ? last : surnames.join(' ');
  return words.length < 3 ? last : words.slice(-2).join(' ');
}

/** "Dra." of a "Dr." who is addressed as Señora: whoever chose Sra. or Sr. did not mean to leave the degree out. */
export function spanishDegree(addressAs?: string, title = ''): string | undefined {
  const isWoman = /^(?:sra|señora)\.?$/i.test(addressAs ?? '');
  if (!isWoman && !/^(?:sr|señor)\.?$/i.test(addressAs ?? '')) return undefined;
  if (/^dra?\b/i.test(title)) return isWoman ? 'Dra.' : 'Dr.';
  if (/^(?:prof|catedr)/i.test(title)) return isWoman ? 'Profesora' : 'Profesor';
  return undefined;
}

/** "Luz Marina" of "Luz Marina Goñi": two given names that people carry as one. */
export function spanishFirst(name: string): string | undefined {
  const { plain, first } = nameParts(name);
  const words = plain.split(' ');
  const given = givenNames(words);
  return given > 1 ? words.slice(0, given).join(' ') : first;
}

/** How many words at the start are given names: 3 of "María del Carmen Goñi". */
function givenNames(words: readonly string[]): number {
  const [first = '', second = '', third = '', fourth = ''] = words;
  if (/^(?:María|Maria|Mª|Rosa|Ana|Luz|José|Jose)$/u.test(first)) {
    if (/^(?:de|del)$/iu.test(second) && devotion.test(third)) return 3;
    if (/^de$/iu.test(second) && /^l(?:a|os|as)$/iu.test(third) && devotion.test(fourth)) return 4;
  }
  if (!secondGiven.test(second)) return 1;
  // "Pedro Andrés" alone may be a name and a surname; "María José" is none.
  return words.length > 2 || firstOfTwo.test(first) ? 2 : 1;
}

const firstOfTwo = /^(?:María|Maria|Mª|José|Jose|Ana|Juan|Luis|Luz|Rosa|Miguel)$/u;

const devotion =
  /^(?:Carmen|Mar|Pilar|Rosario|Ángeles|Angeles|Dolores|Mercedes|Rocío|Rocio|Paz|Nieves|Remedios|Consuelo|Soledad|Camino|Valle|Sol|Luz|O|Cruz|Cielo|Amparo|Socorro|Jesús|Jesus|Gracia|Fe|Esperanza)$/u;

/** Given names that stand second; those that are common surnames, too ("Alonso", "Martín"), are none here. */
const secondGiven =
  /^(?:María|Maria|Mª|José|Jose|Luis|Carlos|Ángel|Angel|Ángeles|Angeles|Jesús|Jesus|Antonio|Manuel|Miguel|Javier|Ignacio|Pablo|Andrés|Alberto|Enrique|Isabel|Pilar|Carmen|Teresa|Luisa|Elena|Cristina|Belén|Dolores|Victoria|Adriana|Alejandra|Fernanda|Eugenia|Paula|Lucía|Beatriz|Marina|Rosa|Mercedes|Rocío|Amparo|Marta|Inés|Laura|Sofía|Daniela|Carolina|Gabriela|Patricia|Stella|Estela|Julia|Emilia|Camila|Valentina|Mariana|Cecilia|Eduardo|Fernando|Francisco|Felipe|Ramón|Rafael|Alejandro|Daniel|David|Mario|Pedro|Juan|Jorge|Sebastián|Gabriel|Guillermo|Emilio|Augusto|Arturo|Roberto|César|Iván|Rubén|Óscar|Hernán|Darío|Mauricio|Antonia|Josefa|Asunción|Concepción|Lourdes|Clara|Nieves|Irene|Ángela|Angélica|Mónica|Verónica|Silvia|Raquel|Esther|Margarita|Catalina|Dolors|Montserrat)$/u;
