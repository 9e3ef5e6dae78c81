/** "de" before a noun or a clause: "du fournil", "des cartes", "de l'eau", "d'urbanisme", "de seigle". */
export function withDe(text: string): string {
  if (text.startsWith('le ')) return `du ${text.slice(3)}`;
  if (text.startsWith('les ')) return `des ${text.slice(4)}`;
  // "de des plans" is no French: what is meant is plans.
  if (text.startsWith('des ')) return withDe(text.slice(4));
  return elides(text) ? `d'${text}` : `de ${text}`;
}

/** "au fournil", "aux cartes", "à l'eau". */
export function withA(np: string): string {
  if (np.startsWith('le ')) return `au ${np.slice(3)}`;
  return np.startsWith('les ') ? `aux ${np.slice(4)}` : `à ${np}`;
}

/** Whether "de" loses its vowel: before a vowel and a silent h; "de Yann", "d'Yves". */
export function elides(text: string): boolean {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '');
  return /^(?:[aeiouœæ]|h|y(?![aeiou]))/iu.test(plain) && !aspirated.test(plain);
}

/** Words in whose h nothing is silent; "onze" counts as if it had one. */
const aspirated =
  /^(?:h(?:aine|aie|all|alle|alles|alte|amac|ameau|andball|andicap|angar|ardware|aras|arcelement|aricots?|arpe|asard|auban|ausse|aut|aute|auteurs?|autbois|avre|erisson|ernie|eros|etre|ibou|ierarchie|ip-hop|ockey|ollande|omard|ongrie|onte|ors|oublon|ouille|uit|utte|obby|ub|rh?)(?!\p{L})|onze|oui|HLM)/iu;
