/**
 * Nouns of which there can be two, and that English does not leave bare: "at conference" lacks its article. A closed
 * list: what it does not have may be a mass ("training", "advice"), and counts as complete.
 */
export function isSingle(word: string): boolean {
  return people.has(word) || things.has(word);
}

/** "talk", "book": verbs as well, and a noun for certain only behind a preposition. */
export function isSingleOrVerb(word: string): boolean {
  return verbsToo.has(word);
}

const people = new Set(
  (
    'accountant actor actuary administrator adviser advisor agent analyst apprentice architect archivist ' +
    'artist assistant attorney author baker banker barista barrister beginner biologist blogger boss ' +
    'bricklayer builder butcher buyer captain candidate carer carpenter caterer chef chemist child cleaner clerk ' +
    'client clinician cobbler colleague colonel columnist commissioner composer conductor conservator ' +
    'consultant contractor controller copywriter counsellor curator customer dancer dealer dentist designer ' +
    'developer dietitian diplomat director doctor economist editor educator electrician employee employer ' +
    'engineer entrepreneur examiner farmer filmmaker fisherman florist forester founder fundraiser freelancer ' +
    'gardener geologist goldsmith graduate grower hairdresser historian illustrator inspector instructor ' +
    'intern interpreter investor janitor joiner journalist judge landlord lawyer lecturer librarian linguist ' +
    'locksmith luthier manager marketer mechanic mediator mentor midwife miller miner minister musician ' +
    'neighbor neighbour newcomer novelist nurse officer operator optician organiser organizer painter ' +
    'paralegal paramedic parent partner pharmacist photographer physician physicist physio ' +
    'physiotherapist pianist pilot planner playwright plumber policeman politician potter priest ' +
    'producer professor programmer prosecutor psychologist publisher pupil radiographer ranger receptionist ' +
    'recruiter reporter researcher restorer retailer reviewer roofer sailor scholar scientist screenwriter ' +
    'sculptor secretary seller shepherd shopkeeper singer sociologist soldier solicitor specialist ' +
    'statistician stonemason student supervisor supplier surgeon surveyor tailor teacher technician tenant ' +
    'therapist trader trainee trainer translator treasurer tutor vet violinist visitor volunteer waiter ' +
    'weaver welder winemaker writer'
  ).split(' '),
);

const things = new Set(
  (
    'academy apprenticeship accident agency airline airport album allotment ambulance apartment app archive article ' +
    'association atelier audience audition award backlog bakehouse bakery balcony band bank barn bicycle bike ' +
    'boat bookshop boutique brewery briefing budget bus cabinet cafe café camera canteen car card cathedral ' +
    'ceremony certificate chapel chapter charity choir church cinema circus city classroom clinic club ' +
    'collection college committee community company competition concert conference congress consultancy ' +
    'contest contract convention convoy corridor council country courtroom curriculum dairy ' +
    'database deadline degree department deposit diary dictionary diploma dissertation documentary dossier ' +
    'drawer drone ecosystem embassy encyclopedia engine enterprise essay event exam exhibition factory ' +
    'faculty farm festival fleet forum foundation framework funeral galaxy gallery garage garden ' +
    'glossary greenhouse guesthouse guild hackathon harbor harbour herd hospice hotel household institute ' +
    'instrument interview invoice island job journal junction kiln kindergarten kitchen lab laboratory ' +
    'landscape laptop lathe laundry lecture library licence license lighthouse limit logbook loom machine magazine ' +
    'manuscript marathon market meeting meetup membership memoir menu microphone mill ministry monastery ' +
    'mosque museum neighborhood neighbourhood newsletter newspaper notebook nursery office opera ' +
    'orchard orchestra organisation organization oven paragraph pattern parish parliament placement podcast poem portfolio ' +
    'poster prison prototype pub qualification quarry quarter question railway recipe region rehearsal ' +
    'repository restaurant retreat robot room rota salon sanctuary satellite school script seminar session ' +
    'shelter shop sketchbook slaughterhouse slide smartphone spreadsheet stadium start-up startup station ' +
    'studio summit supermarket survey symposium team telescope template test textbook theatre thesis thread ' +
    'tournament town tractor traineeship tram tribunal truck tutorial union unit van video village vineyard ' +
    'visa vocation warehouse webinar website windfarm winery workbook workplace workshop yard zoo'
  ).split(' '),
);

const verbsToo = new Set(
  'blog book bridge course demo exhibit grant post project prize programme program report review scheme shift show ship speech study talk tour trial trip walk'.split(
    ' ',
  ),
);
