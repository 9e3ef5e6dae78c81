import type { NoteField, NoteForm } from '../../note.ts';

/** What kind of words a French note is: closed word lists and the order of words. */
export function formOf(text: string, field: NoteField): NoteForm {
  const said = text.toLowerCase();
  const words = said.split(' ').length;
  if (/\?\s*$/.test(said) || /^(?:est-ce que|qu'est-ce)|-(?:vous|tu|on|il|elle)\b/.test(said))
    return 'question';
  if (
    /^(?:j'aimerais|je voudrais|(?:parle|explique|raconte|décri|dite|di|présente|montre)[zs]?-moi|savoir|en savoir plus|votre avis|ton avis)(?![\p{L}-])/u.test(
      said,
    )
  )
    return 'wish';
  if (
    /^(?:comment|pourquoi|ce que|ce qui|quand|où|si|quel|quelle|quels|quelles|que|combien)(?!\p{L})|^(?:ce )?qu'/u.test(
      said,
    )
  )
    return 'clause';
  if (/^(?:je|nous|on)\b|^j'/.test(said) && words > 2) return 'first_person';
  if (/^(?:vous|tu)\b/.test(said) && words > 1) return 'second_person';
  if (/^(?:il|elle|ils|elles)\b/.test(said) && words > 1) return 'third_person';
  if (
    /^(?:mon|ma|mes|notre|un|une) .+ (?:m'a|nous a|a parlé|vous connaît|te connaît|m'ont)\b/.test(
      said,
    )
  )
    return 'sentence';
  // "votre podcast m'accompagne la nuit"
  if (
    field !== 'topics' &&
    /^(?:votre|vos|ton|ta|tes|le|la|les) [\p{L}-]+ (?:(?!que |qui |où |dont )[\p{L}-]+ )?(?:m'|me |nous )\p{L}{3,}/u.test(
      said,
    )
  )
    return 'sentence';
  // "mon grand-père vous achetait des roses"
  if (
    field !== 'topics' &&
    /^(?:mon|ma|mes|notre|nos) [\p{L}-]+ (?:\p{L}+ )?(?:vous |te |t'|me |m'|nous |a |avait |est |était )/u.test(
      said,
    )
  )
    return 'sentence';
  if (/^(?:ce|cela|ça|c'est|c'était|il y a|il m'a|elle m'a)(?!\p{L})/u.test(said) && words > 3)
    return 'sentence';
  if (
    /^(?:ai |été |suis )?(?:vu|lu|entendu|apprécié|aimé|adoré|admiré|assisté|trouvé|rencontré|découvert|écouté|croisé|suivi|regardé)(?:e|s|es)?(?!\p{L})/u.test(
      said,
    )
  )
    return 'verb';
  if (
    /^(?:aime|adore|admire|apprécie|suis|connais|utilise|lis|écoute)(?!\p{L})/u.test(said) &&
    words > 1
  )
    return 'verb';
  if (
    /^(?:sur|par|via|à|au|aux|dans|lors|grâce|en|chez|pendant|après|depuis|avec)(?!\p{L})/u.test(
      said,
    )
  )
    return 'preposition';
  if (
    /^(?:votre|vos|le|la|les|un|une|des|ce|cette|ces|mon|ma|mes|notre|nos|ton|ta|tes|son|sa|ses|leur|leurs|deux|trois)\b|^l'/.test(
      said,
    )
  )
    return 'noun_phrase';
  if (field === 'wrote' && /^["«“]/.test(text)) return 'title';
  return 'bare_noun';
}

export function isVague(text: string, field: NoteField): boolean {
  const said = text.toLowerCase();
  if (field === 'topics')
    return /^(?:tout|divers|général|conseils?|n'importe quoi|plein de choses|etc)$/.test(said);
  if (field === 'foundThrough') return /^(?:internet|en ligne|google|par hasard)$/.test(said);
  return /^(?:(?:votre|ton|le|la) )?(?:beau |grand |super |incroyable )?(?:travail|parcours|carrière|expérience|profil|entreprise|réussite|métier)(?: (?:impressionnant|inspirant|remarquable|intéressant)e?)?$|^(?:tout|impressionnant|inspirant|génial|super)\b.{0,20}$/.test(
    said,
  );
}

export function isPlural(text: string): boolean {
  return (
    /^(?:vos|les|des|ces|mes|tes|ses|nos|leurs|deux|trois)\b/i.test(text) ||
    / et (?:votre|vos|le|la|les|un|une|ton|ta) /i.test(text)
  );
}

/** "intervention" is feminine; undefined for what is no single work. */
export function workGender(text: string): 'm' | 'f' | undefined {
  const [head = ''] = text.toLowerCase().split(' ');
  if (!isWork(head) || head.endsWith('s')) return undefined;
  return /^(?:tribune|étude|conférence|interview|intervention|présentation|vidéo|chronique|émission|exposition|thèse|newsletter|série|table|visite|visite-concert|formation)$/.test(
    head,
  )
    ? 'f'
    : 'm';
}

export function isWork(text: string): boolean {
  return /(?<!\p{L})(?:tribune|article|livre|billet|blog|chapitre|texte|post|étude|conférence|interview|exposé|intervention|podcast|présentation|vidéo|cours|ouvrage|entretien|chronique|émission|exposition|mémoire|thèse|projet|webinaire|atelier|film|reportage|documentaire|édito|éditorial|discours|newsletter|essai|rapport|série|table ronde|webinaire|webinar|colloque|visite|visite-concert|concert|spectacle|formation)s?(?!\p{L})/iu.test(
    text,
  );
}
