/**
 * The name of somebody's work out of what is noted about it: "ex miner, now guide + does tours" is "guide", "cook |
 * speaker | dad" is "cook". Undefined where the note tells what they do, or in which team, and names no role.
 */
export function roleOf(noted: string): string | undefined {
  const now =
    /(?:^|[,;(]|->|→|[-–—]) ?(?:and |und |et |y )?(?:now|jetzt|heute|maintenant|ahora|hoy) (.{3,80})$/iu;
  const [, today] = now.exec(noted) ?? [];
  const role = (today ?? noted)
    .replace(/ ?[|•·] ?.*$/u, '')
    // Where they work has a field of its own.
    .replace(/ @ ?.*$/u, '')
    .replace(
      / (?:[+&/]|and|und|et|y|who) (?:also )?(?:does|runs|makes|teaches|writes|helps|works|macht|leitet|fait|hace)(?!\p{L}).*$/iu,
      '',
    )
    .replace(/^works? (?:mostly )?as (?:an? |the )?/iu, '')
    .replace(/^(?:arbeitet|travaille|trabaja) (?:als|comme|como|de) /iu, '')
    .trim();
  return [told, team, cut, elsewhere, unsure].some((pattern) => pattern.test(role)) || role === ''
    ? undefined
    : role;
}

/** "works on batteries", "leitet das Labor": a sentence without its subject. */
const told =
  /^(?:works?(?! (?:manager|director|engineer|foreman|council|coordinator))|does|runs|teaches|leads|manages|builds|makes|writes|sells|helps|is|was|used to|ex|former(?:ly)?|arbeitet|macht|leitet|baut|ist|war|früher|ehemals|travaille|fait|dirige|était|trabaja|hace|lleva|dirige|era) /iu;
/** "mgr.", "Resp. Calidad": words cut short, and what is no name for what somebody does. */
const cut =
  /(?<!\p{L})(?!(?:Dr|Prof|Dipl|Ing|Sr|Jr|Snr|St|Wiss|Stv|Stellv|Akad|Assoc|Asst|Adj|Hon|Exec|Priv|Doz)\.)\p{L}{3,6}\.(?=$|[ ,])|\p{L}{3,}\.\p{Ll}{2,}|^(?:freelance|self-employed|freiberuflich|selbst(?:st)?ändig|selbstst\.?|indépendante?|autónom[oa])$/iu;
/** "Recruiting/HR & Datenteam": where, and not what. */
const team =
  /^(?!.*(?:leit|head|chef|lead|mitarbeit|mitglied|sprech|koordinat)).*(?:\p{L}team|\p{L}abteilung)$|^HR\b.{2,}$/iu;
/** "über Insta gefunden": how one found them, typed into the wrong field. */
const elsewhere =
  /^(?:über|via|auf|bei|im|beim|at|on|through|from|found|met (?:at|in|on|her|him|them|through|via)|sur|chez|trouvée?|encontrad[oa]|conocid[oa]) /iu;
/** "rope access / dunno" */
const unsure =
  /(?<!\p{L})(?:dunno|idk|not sure|no idea|something|whatever|gefunden|keine ahnung|irgendwas|weiß nicht|je crois|aucune idée|creo|ni idea)(?!\p{L})/iu;
