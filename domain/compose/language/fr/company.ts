/** "chez", or "à l'", "au" and "aux" where the name says what the place is. */
export function atCompany(company: string): string {
  if (/^(?:France|Radio|Arte|RFI|RTL|Europe 1)(?!\p{L})/u.test(company)) return `à ${company}`;
  const named = withArticle(company);
  if (named.startsWith("l'")) return `à ${named}`;
  if (/^(?:la|le|les) /.test(named))
    return `à ${named}`.replace(/^à les? /u, (found) => (found === 'à le ' ? 'au ' : 'aux '));
  // "à Brest Métropole": one works with people, and at an institution.
  return institution.test(named) ? `à ${named}` : `chez ${named}`;
}

/** "le cabinet Roe", "les Trois Moulins"; a name of people, or one that says nothing of a place, stays as it is. */
export function withArticle(typed: string): string {
  const company = inFull(typed);
  const [, article = '', rest = ''] =
    /^(le |la |les |l')(?!(?:Gall|Goff|Roux|Corre|Guen|Bihan|Floch|Bris|Meur|Roy|Page|Blanc|Pen|Moigne|Dantec|Berre|Duc|Breton|Guillou|Redoute|Roche)(?!\p{L}))(\S.*)$/iu.exec(
      company,
    ) ?? [];
  if (rest !== '') return `${article.toLowerCase()}${rest}`;
  if (elided.test(company)) return `l'${company}`;
  if (feminine.test(company) || feminineLetters.test(company)) return `la ${company}`;
  if (masculine.test(company)) return `le ${company}`;
  return plural.test(company) ? `les ${company}` : company;
}

/** "CC du pays de Retz" is "Communauté de communes du pays de Retz": what is cut short is said in full. */
function inFull(company: string): string {
  return company
    .replace(/^(?:CC|Com[ -]?com) (?=du |de |des |d')/iu, 'Communauté de communes ')
    .replace(/^(?:CA|Agglo) (?=du |de |des |d')/u, "Communauté d'agglomération ")
    .replace(/^(?:Fac|Asso|Labo|Uni|Biblio) (?=\p{L})/iu, (cut) => full(cut.trim(), cut))
    .replace(/(?<!\p{L})(\p{L}{2,7})\.(?= )/gu, (whole, cut: string) => full(cut, whole).trim());
}

function full(cut: string, otherwise: string): string {
  const key = cut.toLowerCase();
  return Object.hasOwn(cuts, key) ? `${cuts[key]} ` : otherwise;
}

const cuts: Readonly<Record<string, string>> = {
  univ: 'Université',
  uni: 'Université',
  fac: 'Faculté',
  asso: 'Association',
  assoc: 'Association',
  ass: 'Association',
  lab: 'Laboratoire',
  labo: 'Laboratoire',
  dépt: 'Département',
  dept: 'Département',
  dpt: 'Département',
  dép: 'Département',
  hôp: 'Hôpital',
  hop: 'Hôpital',
  inst: 'Institut',
  éc: 'École',
  ec: 'École',
  min: 'Ministère',
  biblio: 'Bibliothèque',
  bibl: 'Bibliothèque',
  féd: 'Fédération',
  fed: 'Fédération',
  synd: 'Syndicat',
  préf: 'Préfecture',
  coll: 'Collège',
  cons: 'Conseil',
  ets: 'Établissements',
  éts: 'Établissements',
};

/** Names in which the kind of institution stands behind, and that take no article. */
const institution =
  /(?<!\p{L})(?:université|universités|métropole|agglomération|agglo|école|habitat|mairie|lycée|collège|laboratoire|sciences po|pôle emploi|polytechnique|centrale|communauté|tourisme)(?!\p{L})|^(?:Centrale|IMT|Inalco|Télécom)/iu;

const elided =
  /^(?:atelier|entreprise|usine|orchestre|auberge|imprimerie|établissement|agence|université|école|ecole|institut|office|hôpital|hopital|académie|association|observatoire|assemblée|inspection|opéra|union|hôtel|hotel|hospice|espace|évêché|ambassade|armée|étude|ehpad|écomusée|équipe|église|épicerie|exploitation|institution|internat|ensemble|harmonie|herboristerie|abbaye|aéroport|orphelinat|oratoire|observatoire|[aeiouéè]\p{L}{2,}erie)(?!\p{L})|^(?:AP-HP|AP-HM|AFP|Ademe|Ehess|ENS|IGN|INA|INP|Inrae|Inrap|Insee|Inserm|ONF|ADIL|ARS|EPCI|ESAT|EPHE|INPI|OFB|OPH)(?!\p{L})/iu;
const feminine =
  /^(?:philharmonie|comédie|cité|bourse|maison|galerie|compagnie|coopérative|ferme|manufacture|fabrique|scène|société|caisse|cour|mutuelle|revue|mairie|ville|bibliothèque|fondation|région|chambre|banque|faculté|direction|métropole|fédération|clinique|préfecture|médiathèque|prison|paroisse|crèche|pharmacie|boutique|cave|régie|station|communauté|commune|maternité|résidence|police|ligue|fanfare|chorale|troupe|mission|protection|cinémathèque|maîtrise|halle|recyclerie|cathédrale|sous-préfecture|confédération|bergerie|(?![aeiouéèh])\p{L}{3,}erie)(?!\p{L})/iu;
const feminineLetters =
  /^(?:BnF|BNF|BPI|CAF|CPAM|DRAC|RATP|RTBF|Sacem|SNCF(?! \p{Lu})|Croix-Rouge|DDT|DDTM|DREAL|DRAAF|LPO|MJC|SPA|PMI|MDPH)(?!\p{L})/u;
const masculine =
  /^(?:cabinet|groupe|bureau|studio|château|domaine|festival|journal|tribunal|jardin|conservatoire|ministère|musée|centre|conseil|département|laboratoire|lycée|collège|syndicat|parc|théâtre|rectorat|restaurant|café|moulin|garage|chantier|port|zoo|refuge|foyer|service|cirque|ballet|chœur|palais|mémorial|planétarium|potager|verger|vignoble|rucher|comité|collectif|club|réseau|barreau|parquet|haras|monastère|couvent|prieuré|greffe|sénat|consulat|muséum|fonds|fournil|comptoir|chai|magasin|marché|grand théâtre|petit théâtre|BRGM|CEA|CHRU|CHU|CNC|CNES|CNRS|Crous|MNHN|CAUE|CCAS|CPIE|GAEC|PETR|PNR|SDIS|SIVOM|SIVU|Pays|Grand (?:Lyon|Paris|Reims|Poitiers|Besançon))(?!\p{L})/iu;
const plural =
  /^(?:archives|éditions|ateliers|pépinières|halles|jardins|hospices|laboratoires|chantiers|serres|vergers|caves|thermes|galeries|services|affaires|compagnons|presses|établissements)(?!\p{L})/iu;
