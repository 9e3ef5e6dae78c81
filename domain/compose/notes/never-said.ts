/** What stands for a note that was never written: TODO, tbd, [company], "-". */
export function isGap(text: string): boolean {
  return (
    text === '' ||
    /^(?:todo\b.*|tbd|tba|tbc|n\/?a|none|null|undefined|unknown|x{2,10}|[-–—?.…_*]{1,10}|keine?|nichts|asdf|test|lorem ipsum.*|fill in.*|to do.*)$/i.test(
      text,
    ) ||
    notYet.test(text) ||
    notToSay.test(text) ||
    /^[[<(].{0,80}[\]>)]$/.test(text) ||
    // In capitals, or with its colon; "[3]" is a footnote.
    /\b(?:TODO|TBD|FIXME|XXX|PENDIENTE|OFFEN)\b|\[(?!\d{1,3}\])[^\]]{1,40}\]/.test(text)
  );
}

/** "see later", "noch offen", "à compléter", "por completar": what people write in the field instead. */
const notYet =
  /^(?:(?:not sure|no idea|undecided)(?: yet)?[,;:(].*|(?:none|nothing|keine?|nichts|rien|ninguno|nada)(?: really| yet| so far| that I know|, (?:but|aber|mais|pero)).*|not really\b.*|(?:still )?(?:missing|open|pending|later|see later|add later|to be (?:added|filled in|checked|decided)|to (?:add|check|fill in|look up)|look up|check (?:this|later|again)|not sure(?: yet)?|no idea|(?:i )?don't (?:know|remember)|dunno|same(?: as above)?|see above)|(?:noch )?(?:offen|ausfüllen|eintragen|nachtragen|nachsehen|nachschauen|ergänzen|klären)|folgt(?: noch)?|kommt noch|später|weiß (?:ich )?(?:noch )?nicht|keine ahnung|siehe oben|s\. ?o\.|à (?:compléter|remplir|vérifier|préciser|voir|définir|ajouter)|je ne sais (?:pas|plus)|aucune idée|plus tard|néant|aucun|voir (?:plus haut|ci-dessus)|(?:por|para) (?:completar|rellenar|definir|confirmar|ver|añadir)|pendiente|no (?:lo )?sé|ni idea|más tarde|ninguno|ver arriba)$/i;

/** "don't ask about the lawsuit": what the letter is to keep quiet about. */
const notToSay =
  /^(?:(?:ojo|note|nb|achtung|attention):? )?(?:(?:don't|dont|do not|never|not to) (?:ask|mention|say|bring up)|nicht (?:(?:nach|über) .{2,60} )?(?:fragen|erwähnen|ansprechen)|ne pas (?:demander|parler|mentionner|évoquer)|no (?:preguntar|mencionar|hablar))(?!\p{L})/iu;

/** Asking for work, in the short forms of a note; matched against folded text. */
export function asksForWork(folded: string): boolean {
  return work.some((pattern) => pattern.test(folded));
}

const work = [
  /\b(?:hire|employ|recruit) (?:me|people like me|us)\b/,
  /\b(?:do|are|will|can) you (?:\w+ ){0,3}(?:hire|hiring|recruit|recruiting)\b/,
  /\b(?:they|they're|she|he|you|you're|your company|your team) (?:(?:are|is|seem to be|seems to be|might be|may be) )?hiring\b|^(?:is|are) .{0,30}\bhiring\b|\bhiring (?:now|interns|graduates|juniors|at the moment)\b/,
  /\b(?:a|any|your|the) (?:open )?(?:job|jobs|position|positions|vacancy|vacancies|opening|openings|internship|internships|role|roles) (?:at|in|with) (?:your|the) (?:company|team|firm|lab|organi[sz]ation)\b/,
  /\b(?:open|vacant) (?:positions?|roles?|jobs?)\b|\b(?:love|like|want|hope) to (?:join|work (?:there|here))\b/,
  /\bjob (?:openings?|offers?|opportunit(?:y|ies))\b|\b(?:internship|vacancy|vacancies|referral) (?:at|for|with)\b/,
  /\b(?:work|working) (?:for|with) you\b|\b(?:join|joining) your (?:team|company|lab)\b/,
  /\b(?:refer|recommend) me\b|\bget (?:a job|hired|an internship)\b|\b(?:my|send you my) (?:cv|resume|application)\b/,
  /\b(?:mich|uns) (?:\w+ ){0,2}(?:einstellen|anstellen)\b|\b(?:einstellen|anstellen) sie\b|\bstellen sie (?:\w+ ){0,3}ein\b/,
  /^(?:ob (?:sie|er|ihr|du)|(?:nehmen|suchen) sie|(?:nimmt|sucht) (?:sie|er)|(?:nimmst|suchst) du) (?:[a-z]{1,15} ){0,3}(?:praktikant|volontar|werkstudent|lehrling|azubi)\w{0,6}\b/,
  /\b(?:stelle|job|praktikum|praktikumsplatz|volontariat|werkstudentenstelle)\b.{0,30}\b(?:bei ihnen|in ihrem|in ihrer|bei euch|bei dir|fur mich)\b/,
  /^(?:an? |any |ein |eine |un |une |una )?(?:open |offene |freie )?(?:jobs?|internships?|vacanc(?:y|ies)|openings?|open positions?|placements?|praktikum|praktika|praktikumsplatz|stellen?|werkstudentenstelle|volontariat|emploi|postes?|alternance|embauche|practicas|empleo|vacantes?|puesto)(?: (?:possible|available|moglich|frei|posibles?|(?:at|with|in) your (?:company|team|lab|firm)|bei (?:ihnen|euch|dir)|chez (?:vous|toi)|en su empresa))? ?\?*$/,
  /^(?:any |open |available )?(?:phd|doctoral|postdoc|postdoctoral|graduate|trainee|entry-level|doktoranden|promotions)[ -]?(?:positions?|openings?|places?|spots?|vacanc(?:y|ies)|stellen?)(?: .{0,20})?$/,
  /^(?:le |un )?stages?(?: (?:possible|chez (?:vous|toi)|de fin d'etudes))? ?\?*$/,
  /\b(?:gibt es|gab es|habt ihr|haben sie|hast du) (?:[a-z]{1,15} ){0,4}(?:stellen?|jobs?|praktika|praktikum|praktikumsplatze?)\b/,
  /\b(?:y a-t-il|avez-vous|il y a) (?:[a-z]{1,15} ){0,4}(?:postes?|stages?|emplois?|places?)\b|\bun stage\b/,
  /\b(?:hay|tienen?|habra) (?:[a-z]{1,15} ){0,4}(?:puestos?|plazas?|practicas|vacantes?)\b/,
  /\b(?:could|can|may) i (?:\w+ ){0,2}(?:join|intern|work) (?:\w+ ){0,2}(?:you|your|team|there)\b/,
  /\b(?:offene|freie) stellen?\b|\bbewerbung bei (?:ihnen|euch)\b/,
  /\b(?:m'embaucher|me recruter|un (?:poste|stage|emploi) (?:chez|dans) (?:vous|votre))\b/,
  /\b(?:cog(?:en|eis|e)|aceptan|buscan) (?:a )?(?:gente|personas|becarios|alguien)\b|\bsi contratan\b/,
  /\bdo you (?:ever )?(?:take(?: on)?|need|employ|recruit|hire) (?:\w+ )?(?:people|beginners|graduates|interns|trainees|juniors|\w+(?:ists|eers|ians))\b/,
  /^¿?(?:contratan|contrata usted|estan contratando)\b/,
  /\best(?:a|as|an|ais|amos) contratando\b|\bbusco (?:algo|trabajo|empleo|curro|puesto)\b/,
  /\b(?:mando|mandar(?:les?|te)?|envio|enviar(?:les?|te)?|dejo|dejar(?:les?|te)?) (?:el|mi|un) (?:cv|curriculum)\b/,
  /\b(?:contratarme|un (?:puesto|trabajo|empleo) en su)\b|\b(?:vacantes?)\b/,
];

/** Pay, in the short forms of a topic; matched against folded text. */
export function asksForPay(folded: string): boolean {
  return /\b(?:salar(?:y|ies)|wages?|pay(?:s|ing)?(?! (?:attention|off|for|tribute))|(?:well|badly|better|get|gets|getting) paid|earn(?:s|ing|ings)?(?! (?:the |their |your |people's )?(?:trust|respect))|compensation|bonus(?:es)?|how much (?:money|(?:do|does|can|would) .{0,30}(?:make|get))|gehalt(?:er|s\w{0,20})?|einstiegsgehalt|jahresgehalt|lohn|verdienst|verdien\w{1,4}|bezahlt|bezahlung|salaires?|remuneration|paie|(?:bien|mal|mieux) payee?s?|combien .{0,30}(?:gagn|pay)\w{1,4}|gagner (?:sa|votre|ta) vie|sueldos?|tarifas|tarifs|honorare?|^geld$|^money$|^argent$|^dinero$|pay bands?|stundensatz\w{0,3}|wovon (?:lebst du|leben sie|lebt ihr)|day rates?|freelance rates?|rates? (?:for|as) (?:a )?freelancers?|salarios?|cuanto (?:\w+ ){0,2}(?:gana|paga|cobra|ganar|cobrar)n?|(?:se|bien|mal) paga(?:do|da)?)\b/.test(
    folded,
  );
}

/** Not a request, but near one. */
export function nearHiring(folded: string): boolean {
  return /\b(?:look for in (?:people|candidates|applicants|hires)|what you look for|hiring process|bewerbungen|bewerbern?|recruiting|recruitment|chances of (?:a career|getting))\b/.test(
    folded,
  );
}
