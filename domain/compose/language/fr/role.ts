import type { Person } from '../language.ts';
import { roleIn, type RoleWords, type SaidRole } from '../role.ts';

/** A role as a French letter says it. */
export function frenchRole(role: string, person: Person): SaidRole {
  return roleIn(role, person, words);
}

const words: RoleWords = {
  field:
    /^(?:marketing|service|équipe|unité|pôle|secteur|maire|produit|produits|qualité|données|achats|ventes|culture|tourisme|terrain|mission|projet|projets|recherche|ressources|humaines|études|conférences|formation|systèmes|finances|chantier|salle|cuisine|musées|archives|\p{L}+(?:tion|tions|sion|ité|logie|erie|isme|ence|ances|ment|age|ure|ique))[,;]?$/iu,
  masculine:
    /^(?!(?:auteur|docteur|facteur)(?!\p{L}))(?:\p{L}+(?:teur|tier|lier|nier|gnier|icier|anger|ien|eron)|chargé|délégué|député|adjoint|président|gérant|assistant|consultant|avocat|artisan|paysan|vendeur|chercheur|formateur|menuisier|charpentier|boulanger|berger|conseiller|cuisinier)(?![\p{L}·(.])/iu,
  woman:
    /^(?:(?:mme|madame|mlle|dre|docteure|frau|mrs|ms)\.?(?: |$)|(?!(?:antoine|élie|elie)(?!\p{L}))(?:\p{L}+(?:ine|elle|ette|lie|phie|die|rie|nie|thie)|anne|claire|agnès|odile|aude|solène|hélène|irène|alice|camélia|léa|emma|clara|sarah|inès|chloé|zoé|mathilde|clotilde|édith|judith|élisabeth|élise|louise|denise|françoise|florence|laurence|clémence|constance|brigitte|charlotte|véronique|monique|angélique|muriel|rachel|maud|jeanne|suzanne|marianne|fabienne|lucienne|adrienne|sylviane|éliane|diane|ariane|béatrice|patricia|nadia|fatima|amina|sonia|laura|eva|sandra|barbara)(?:$|[ -]))/iu,
};
