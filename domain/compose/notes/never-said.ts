/** What stands for a note that was never written: TODO, tbd, [company], "-". */
export function isGap(text: string): boolean {
  return (
    text === '' ||
    /^(?:todo\b.*|tbd|tba|tbc|n\/?a|none|null|undefined|unknown|x{2,10}|[-–—?.…_*]{1,10}|keine?|nichts|asdf|test|lorem ipsum.*|fill in.*|to do.*)$/i.test(
      text,
    ) ||
    /^[[<(].{0,80}[\]>)]$/.test(text) ||
    /\b(?:TODO|TBD|FIXME|XXX)\b|\[[^\]]{1,40}\]/.test(text)
  );
}

/** Asking for work, in the short forms of a note; matched against folded text. */
export function asksForWork(folded: string): boolean {
  return work.some((pattern) => pattern.test(folded));
}

const work = [
  /\b(?:hire|employ|recruit) (?:me|people like me|us)\b/,
  /\b(?:do|are|will|can) you (?:\w+ ){0,3}(?:hire|hiring|recruit|recruiting)\b/,
  /^(?:is|are) .{0,30}\bhiring\b|\bhiring (?:now|interns|graduates|juniors|at the moment)\b/,
  /\b(?:a|any|your|the) (?:open )?(?:job|jobs|position|positions|vacancy|vacancies|opening|openings|internship|internships|role|roles) (?:at|in|with) (?:your|the) (?:company|team|firm|lab|organi[sz]ation)\b/,
  /\bjob (?:openings?|offers?|opportunit(?:y|ies))\b|\b(?:internship|vacancy|vacancies|referral) (?:at|for|with)\b/,
  /\b(?:work|working) (?:for|with) you\b|\b(?:join|joining) your (?:team|company|lab)\b/,
  /\b(?:refer|recommend) me\b|\bget (?:a job|hired|an internship)\b|\b(?:my|send you my) (?:cv|resume|application)\b/,
  /\b(?:mich|uns) (?:\w+ ){0,2}(?:einstellen|anstellen)\b|\b(?:einstellen|anstellen) sie\b|\bstellen sie (?:\w+ ){0,3}ein\b/,
  /\b(?:stelle|job|praktikum|praktikumsplatz|volontariat|werkstudentenstelle)\b.{0,30}\b(?:bei ihnen|in ihrem|in ihrer|bei euch|bei dir|fur mich)\b/,
  /\b(?:offene|freie) stellen?\b|\bbewerbung bei (?:ihnen|euch)\b/,
  /\b(?:m'embaucher|me recruter|un (?:poste|stage|emploi) (?:chez|dans) (?:vous|votre))\b/,
  /\b(?:contratarme|un (?:puesto|trabajo|empleo) en su)\b|\b(?:vacantes?)\b/,
];

/** Pay, in the short forms of a topic; matched against folded text. */
export function asksForPay(folded: string): boolean {
  return /\b(?:salar(?:y|ies)|wages?|pay|earnings|(?:you|people) earn|compensation|bonus(?:es)?|how much (?:do|does|can) .{0,30}(?:make|earn)|gehalt|gehalter|verdienst|verdien\w{1,4}|salaires?|remuneration|sueldos?|salarios?)\b/.test(
    folded,
  );
}

/** Not a request, but near one. */
export function nearHiring(folded: string): boolean {
  return /\b(?:look for in (?:people|candidates|applicants|hires)|what you look for|hiring process|bewerbungen|bewerbern?|recruiting|recruitment|chances of (?:a career|getting))\b/.test(
    folded,
  );
}
