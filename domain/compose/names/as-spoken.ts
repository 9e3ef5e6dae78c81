import { particles, suffixes } from './name-words.ts';

/** A name as it is written somewhere, without its decoration, and as one says it. */
export function asSpoken(name: string): string {
  return inSpeakingOrder(withoutDecoration(name));
}

/**
 * Directories and address books decorate names: "Doe, John:GROUP", "Ana Souza (she/her)", "Hang Tran/VNM",
 * "Ana Souza | Harbor", "john.doe". What is left of a name that is nothing else is the name itself.
 */
function withoutDecoration(name: string): string {
  const bare = name
    .slice(0, 300)
    .replace(/[([{"“”„«][^()[\]{}"“”„«»]{0,100}[)\]}"“”»]/gu, ' ')
    .replace(/(?:\s[|·•–—-]\s|\s?[|:;/@]).*$/u, '')
    .replace(/(\p{L}{2})[._](?=\p{L}{2})/gu, '$1 ')
    .replace(/[^\p{L}\p{M}\p{N}\s.,'’ʼ‘-]/gu, ' ')
    .replace(/\s{2,}/g, ' ')
    .replace(/\s,/g, ',')
    .replace(/[\s,-]+$/u, '')
    .trim();
  return bare === '' ? name : inNameCase(bare);
}

/** "ANA SOUZA" and "ana souza" are how forms write Ana Souza. */
function inNameCase(name: string): string {
  if (/\p{Ll}/u.test(name) === /\p{Lu}/u.test(name)) return name;
  return name.replace(/[\p{L}\p{M}'’]{3,}/gu, (word) =>
    particles.has(word.toLowerCase()) || suffixes.has(word.toLowerCase())
      ? word
      : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
  );
}

/** "Souza, Ana" is turned round; "Ana Souza, PhD" and "Ana Souza, FRCR" are not. */
function inSpeakingOrder(name: string): string {
  const [last = '', first = '', ...more] = name.split(',').map((part) => part.trim());
  // Letters after the name: capitals after names that are not in capitals.
  const letters =
    /^(?!Mc|Mac)(?=.{2,7}$)\p{L}*\p{Lu}\p{Ll}{0,2}\p{Lu}\p{L}*$/u.test(first) &&
    /\p{Lu}\p{Ll}+ .*\p{Lu}\p{Ll}/u.test(last);
  if (letters && more.length === 0) return last;
  const isSuffix = first.split(' ').every((word) => suffixes.has(word.toLowerCase()));
  if (first === '' || more.length > 0 || isSuffix)
    return givenFirst(name.replaceAll(',', ' ').replace(/ {2,}/g, ' ').trim());
  return `${first} ${last}`;
}

/** "Roecourt Jean-Marc": lists put the surname first, and two given names in one show it. */
function givenFirst(name: string): string {
  const [surname = '', given = '', ...more] = name.split(' ');
  const isTurned =
    more.length === 0 &&
    /^\p{Lu}\p{Ll}+$/u.test(surname) &&
    !commonGiven.test(surname) &&
    doubleGiven.test(given);
  return isTurned ? `${given} ${surname}` : name;
}

const doubleGiven =
  /^(?:Jean|Pierre|Marie|Anne?|Anna|Hans|Karl|Carl|Klaus|Eva|Paul|Ernst|Franz|Heinz|Horst|Kai|Sven|Lisa|Louis|Charles|Luc|Marc|Yves|Rose)-\p{Lu}\p{Ll}+$/u;

/** "Marie Jean-Baptiste" bears a surname that looks like two given names. */
const commonGiven =
  /^(?:Anna?|Anne|Marie|Maria|Sarah?|Laura|Julie|Julia|Sophie?|Sophia|Emma|Claire|Camille|Nadine|Nathalie|Sandra|Martine|Fabienne|Garcelle|Jane|Mary|Eva|Lena|Lisa|Rose|Jean|Pierre|Paul|Marc|Michel|David|Daniel|Thomas|Michael|Peter|Jan|John|James|Joseph|Jacques|Louis|Luc|Max|Nicolas|Patrick|Robert|Samuel|Simon|Stefan|Stephan|Victor|Yves|Charles|Claude|Henri|Hugo|Karl|Hans|Martin|Frank|Kevin)$/;
