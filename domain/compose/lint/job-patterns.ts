/** A way to ask for work, matched against one folded sentence. Every repetition is bounded: linear time. */
export type JobPattern = {
  readonly pattern: RegExp;
  /** Only what the writer says of themselves counts: "how did you go about looking for a job" asks for a story. */
  readonly ofMyself: boolean;
};

const job =
  '(?:jobs?|positions?|roles?|internships?|placements?|apprenticeships?|vacanc(?:y|ies)|openings?|employment)';
const between =
  "(?:(?!(?:of|on|about|into|with|in|your|advice|insights?|information|guidance|tips|help|people|someone|ways)\\b)[a-z'-]{1,20} ){0,4}";
const some =
  '(?:(?:a|an|any|some|possible|potential|available|open|current|new|paid|full-time|part-time|junior|entry-level|summer|suitable) ){1,3}';
const you =
  '(?:you|your (?:[a-z-]{1,20} )?(?:company|team|firm|organi[sz]ation|lab|group|department|startup))';

const stelle =
  '(?:jobs?|stellen?|arbeitsstelle|anstellung|festanstellung|arbeitsplatz|praktikum|praktikumsplatz|praktikumsstelle|ausbildungsplatz|werkstudentenstelle|traineestelle)';
const eine = '(?:eine?[nrms]?|offenen?|freien?|neuen?|passenden?|spannenden?)';

export const jobPatterns: readonly JobPattern[] = [
  // English
  me(`\\b(?:looking|searching|hunting|hoping|aiming) for ${between}${job}\\b`),
  me(`\\b(?:seeking|want|need) ${some}${job}\\b`),
  me(`\\bappl(?:y|ying|ied) (?:for|to) ${between}(?:${job}|company|firm|team)\\b`),
  me(
    `\\b(?:love|like|want|wish|hope|hoping|keen|eager) to (?:work (?:for|at|with)|join) ${you}\\b`,
  ),
  me(
    `\\b(?:ask|asking|inquire|inquiring|enquire|writing|write) (?:you )?(?:for|about) ${some}${job}\\b`,
  ),
  any(`\\b(?:hire|employ|recruit) me\\b`),
  any(`\\bconsider me for\\b|\\bconsider my application\\b`),
  any(`\\bare you (?:currently |still |also )?hiring\\b`),
  any(`\\bis ${you} (?:currently |still )?(?:hiring|recruiting)\\b(?! for)`),
  any(`\\bdo you (?:currently |happen to )?(?:have|know of|know about) ${some}${job}\\b`),
  any(`\\b(?:are|is) there ${some}${job}\\b`),
  any(
    `\\b(?:any|for) (?:job|employment|internship|work) (?:openings?|opportunit(?:y|ies)|offers?)\\b`,
  ),
  any(`\\b(?:get|find|give|offer|secure|land) me ${some}${job}\\b`),
  any(
    `\\bhelp me (?:to )?(?:get|find|land|secure) ${some}${job}\\b|\\bhelp me (?:to )?get hired\\b`,
  ),
  any(
    `\\b(?:refer|recommend) me for\\b|\\brefer me to (?:hr|your hr|a recruiter|the hiring|your hiring)\\b`,
  ),
  any(`\\bput in a (?:good )?word\\b`),
  any(
    `\\b(?:pass|passing|forward|forwarding|hand|submit) (?:on |along )?my (?:cv|resume|application)\\b`,
  ),
  // German
  me(
    `\\b(?:suche|suchen) (?:ich )?(?:[a-z]{1,15} ){0,3}?(?:nach )?${eine} (?:[a-z-]{1,25} )?${stelle}\\b`,
  ),
  me(
    `\\bauf der suche nach (?:${eine} ){0,2}(?:[a-z-]{1,25} )?${stelle}\\b|\\bauf (?:job|stellen)suche\\b`,
  ),
  me(`\\bmich (?:[a-z]{1,20} ){0,6}bewerben\\b|\\bmeine bewerbung\\b`),
  me(
    `\\b(?:wurde|mochte|will) (?:[a-z]{1,12} ){0,4}(?:bei|fur) (?:ihnen|sie|euch|ihrem unternehmen|ihr unternehmen|ihrer firma|ihre firma) arbeiten\\b`,
  ),
  any(
    `\\b(?:haben sie|habt ihr|hatten sie|gibt es|gabe es) (?:[a-z]{1,15} ){0,6}?${eine} (?:${stelle}|vakanz(?:en)?)\\b`,
  ),
  any(`\\bmir (?:vielleicht |eventuell |dabei )?${eine} (?:[a-z-]{1,25} )?${stelle}\\b`),
  any(`\\bmich (?:[a-z]{1,15} ){0,3}einstellen\\b|\\bstellen sie mich ein\\b`),
  any(`\\bmeinen lebenslauf (?:[a-z]{1,15} ){0,4}weiter(?:zu)?(?:leiten|geben|reichen)\\b`),
  // French
  any(
    `\\bje (?:re)?cherche (?:actuellement )?(?:un|une|du|mon) (?:[a-z]{1,15} )?(?:emploi|poste|stage|travail|job|alternance)\\b`,
  ),
  any(`\\ba la recherche d'une? (?:[a-z]{1,15} )?(?:emploi|poste|stage|travail|job|alternance)\\b`),
  any(
    `\\b(?:avez-vous|auriez-vous|y a-t-il) (?:un|une|des) (?:offres?|postes?|stages?|emplois?)\\b`,
  ),
  any(
    `\\b(?:m'embaucher|me recruter|ma candidature)\\b|\\bje (?:souhaite|voudrais|veux) postuler\\b`,
  ),
  // Spanish
  any(
    `\\b(?:busco|estoy buscando) (?:un |una )?(?:[a-z]{1,15} )?(?:trabajo|empleo|puesto|practicas)\\b`,
  ),
  any(
    `\\b(?:tiene|tienen|hay) (?:alguna?|una?) (?:vacante|puesto)\\b|\\b(?:contratarme|me contrate|mi candidatura|postularme)\\b`,
  ),
  // Portuguese
  any(
    `\\b(?:procuro|busco|estou procurando|estou a procura de|estou em busca de) (?:um |uma )?(?:[a-z]{1,15} )?(?:emprego|trabalho|vaga|estagio)\\b`,
  ),
  any(
    `\\b(?:tem|ha) (?:alguma|uma) vaga\\b|\\b(?:me contratar|contratar-me|me candidatar|candidatar-me|minha candidatura)\\b`,
  ),
  // Italian
  any(
    `\\b(?:cerco|sto cercando|alla ricerca di) (?:un |uno )?(?:[a-z]{1,15} )?(?:lavoro|impiego|posto|stage|tirocinio)\\b`,
  ),
  any(
    `\\bavete (?:un posto|posti|posizioni aperte)\\b|\\b(?:assumermi|candidarmi|mia candidatura)\\b`,
  ),
  // Dutch
  any(`\\b(?:ik zoek|op zoek naar) (?:een |naar een )?(?:[a-z]{1,15} )?(?:baan|stage|functie)\\b`),
  any(`\\b(?:heeft u|hebt u|is er) (?:een )?vacature\\b|\\bmijn sollicitatie\\b`),
];

function me(source: string): JobPattern {
  return { pattern: new RegExp(source), ofMyself: true };
}

function any(source: string): JobPattern {
  return { pattern: new RegExp(source), ofMyself: false };
}
