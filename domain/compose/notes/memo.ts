/**
 * The words that show a Spanish or French note to be a memo to oneself, "ojo: es otra persona", "vérifier la date", or
 * that its writer was not sure, "su charla de Lugo, creo"; undefined for a note that may be said to somebody.
 */
export function memo(note: string): string | undefined {
  for (const sign of [reminder, toDo, hedge]) {
    const [found] = sign.exec(note) ?? [];
    if (found !== undefined) return found.replace(/^[\s,(]+|[\s:,)]+$/gu, '');
  }
  return undefined;
}

/** "ojo: …", "attention, …": words that call one's own attention to what follows. */
const reminder =
  /^(?:ojo|nota|recordatorio|pendiente|aviso|attention|note|rappel|pense-bête|à noter|nb|n\.b\.) ?(?:[:,;]|[-–—] )|^ojo (?:con|que|a) |^pendiente(?: de)? \p{L}+[aei]r(?!\p{L})|^attention (?:à ne |c'est |il y a |homonyme)/iu;

/** "mirar si …", "no confundir con …": what is still to be done, where somebody's habit would have another object. */
const toDo =
  /(?:^|[,;:(] ?)(?:no (?:confundir|olvidar|olvidarse|mezclar|mencionar)|(?:mirar|comprobar|revisar|confirmar|verificar|averiguar|preguntar|buscar) (?:si|quién|cuándo|dónde|cuál|qué|en qué|el (?:año|nombre|título|enlace)|la fecha|antes|otra vez|de nuevo)|recordar (?:que|preguntar|mirar|buscar|pedir)|acordar(?:me|se) de|ne pas (?:confondre|oublier|mélanger|mentionner)|penser à (?:\p{L}+er|lui|relire|dire)|à (?:vérifier|revoir|relire|confirmer|retrouver|recontacter|creuser)|(?:vérifier|confirmer|retrouver|regarder|chercher|demander) (?:si|quand|où|qui|quel(?:le)?s?|l'année|l'orthographe|le (?:nom|titre|lien)|la date|avant)|se renseigner)(?!\p{L})/iu;

/** "je crois", "creo que en Lugo": how sure one is, which says to the reader that one is not. */
const hedge =
  /(?:^|[ ,(])(?:(?:je crois|je pense|il me semble|si je me souviens bien|sauf erreur|à ce qu'il paraît|creo|creo recordar|me parece|me suena|si no me equivoco|si mal no recuerdo|o algo así|ou quelque chose comme ça)\)?$)|^(?:je crois|il me semble|creo|me parece|me suena) qu[e'’]|[,(] ?(?:je crois|il me semble|creo|me parece)(?: qu[e'’])?(?!\p{L})/iu;
