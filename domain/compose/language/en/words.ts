import { lowerFirst } from '../../notes/normalise.ts';

/** A note as it goes on inside a sentence: names and "I" keep their capitals. */
export function inside(text: string): string {
  const first = /^[\p{L}\p{N}'-]+/u.exec(text)?.[0] ?? '';
  if (first === '' || !/^\p{Lu}/u.test(first)) return text;
  if (
    /^I(?:'|$)|^(?:English|German|French|Spanish|Italian|Dutch|Danish|Swedish|Polish|Latin|American|British|European|Asian|African|Irish|Scottish|Chinese|Japanese)-/.test(
      first,
    ) ||
    /\p{Lu}/u.test(first.slice(1))
  )
    return text;
  const word = first.toLowerCase();
  // "You're": the word before the apostrophe decides.
  const plain = common.has(word.replace(/'.*$/, '')) || endings.test(word);
  // "Moving from Clinic to Startup": a first word among other capitals is a name or a title.
  return plain ? lowerFirst(text) : text;
}

const common = new Set(
  (
    'white your you the a an this that these those how what why when where which who whether if my our we at on in through via from by ' +
    'while during after before over since thanks because with under being having both same one two three four first last career work ' +
    'culture team teams data product design research advice tips skills tools ways early daily typical alarm energy grid health climate ' +
    'software hardware user remote part switch move life work-life day days job jobs salary pay path role roles people clients leadership ' +
    'getting hiring working finding leaving regulations regulation science open clear honest simple what something someone everything ' +
    'all some any every her his their saw met heard read wrote built led left took gave taught won went used was were is are ' +
    'still funny fair always never only even clear kind great calm patient real rare small long short ' +
    'do does did can could would should will have has may might step steps life entry level code coding tests testing field office'
  ).split(' '),
);
const endings =
  /(?:tion|tions|ment|ments|ing|ness|ity|ities|ance|ence|ship|ships|ism|ure|ures|ology|ability|ways|less|ful)$/;

/** "a data lead", "an engineer", "Head of Data", "VP Engineering". */
export function asRole(role: string): string {
  const plain = lessLoud(roleHead(role).replace(/^an? /i, '')).replace(
    /^sn?r\.? (?=\p{L})/iu,
    'senior ',
  );
  if (/^the /i.test(plain)) return lowerFirst(plain);
  if (unique.test(plain)) return plain;
  if (/^\p{Lu}\p{L}*(?:[ -]| of )\p{Lu}/u.test(plain))
    return / (?:of|for) /.test(plain) ? plain : `${article(plain)} ${plain}`;
  const said = /^\p{Lu}(?:\p{Lu}{1,3}\b|&)/u.test(plain) ? plain : lowerFirst(plain);
  return `${article(said)} ${said}`;
}

/** "pricing actuary, pet insurance", "analyst (claims)", "baker / teacher": as one says it. */
export function roleHead(role: string): string {
  const head = role
    .replace(/^\(?(?:they\/them|she\/her|he\/him)\)?(?: [-–—|]|,|:)? /i, '')
    .replace(/ \([^()]{0,80}\)/g, '')
    .replace(/(?:,| [-–—|]) .*$/u, '')
    .replace(/^.*(?:->|→|=>|⇒) ?(?:now )?/u, '')
    .replace(/(?: at [^,]{2,40})?\?{1,3}$/u, '')
    .replace(/ ?\/ ?(?:ex|former)\b.*$/i, '')
    .replace(/ \/ | \+ |(?<=\p{Ll}{3})\/(?=\p{Ll}{3})/gu, ' and ')
    .trim();
  return head === '' ? role : head;
}

/** A field of work in place of a role: "R&D", "Ops", "sustainability reporting". */
export function isField(role: string): boolean {
  const plain = roleHead(role);
  if (activity.test(plain) && !unique.test(plain) && !namesSomebody.test(plain)) return true;
  return /^(?:r ?& ?d|ops|operations|hr|sales|marketing|it|finance|legal|research|engineering|product|design|communications|comms|qa|pr|quality|logistics|procurement|accounting|software|data|policy|strategy|education|science|management|admin|production|development|research (?:and|&) development)$/i.test(
    role.trim(),
  );
}

/** Its last words say what is done, and not who does it. */
const activity =
  /(?:^|[ /])(?:\p{L}{3,}(?:ing|ment|tions?|nomics|istics)|care|finance|risk|law|safety|security|compliance|governance|maintenance|support|analytics|affairs|relations|procurement|policy|outreach|welfare|rescue)(?: and (?:ESG|CSR|\p{L}+(?:ing|ment|tions?)))?$/iu;

/** "lecturer in nursing", "nurse practitioner emergency care": a person, and what they do it in. */
const namesSomebody =
  /(?:er|or|ist|ian|ant|ent|nurse|lead|head|chief|chef|fellow|intern|apprentice|clerk|aide|vet|coach) | (?:of|for|in|at|to) /i;

/** "the University of Leeds", "the Office for Water"; a company's own name takes no article. */
export function theCompany(company: string): string {
  return institution.test(company) && !/^the /i.test(company) ? `the ${company}` : company;
}

const institution =
  /^(?:(?:\p{Lu}[\p{L}-]+ ){1,3}(?:Society|Association|Institute|Academy|Federation|Council|Museum|Centre|Center|School|Faculty|Bank|Guild|League|Chamber) (?:of|for) |(?!The |\p{L}+'s )(?:\p{Lu}[\p{L}-]+ ){1,4}(?:Fund|Foundation|Trust|Society|Association|Institute|Agency|Commission|Federation|Authority|Alliance|Committee|Bureau|Initiative|Co-op|Cooperative|Museum|Gallery|Observatory|Archives?)$|(?:University|City|Town|Ministry|Department|Office|Institute|Museum|School|College|Faculty|Centre|Center|Council|Academy|Society|Association|Federation|Port|Borough|County|Chamber|Board|Bureau|Executive|Service|Authority|Trust|Agency|Foundation|Library|Church|Guild|League|Commission|Union|Order|Institution|Conservatoire|Archive|Observatory) (?:of|for)|(?:Bank of England|Health Service Executive|Red Cross|United Nations|Open University|BBC|NHS|WHO|UN|OECD|CDC|FDA|EPA)$|(?:Royal|National|European|World|International|Federal|Free|Dutch|French|German|Swiss|American|\p{Lu}\p{Ll}+(?:ish|ian|ese)) (?:\p{L}+ ){0,3}(?:(?:College|School|Academy|Society|Institute) (?:of|for)|(?:Health Service|University|Institute|Bank|Museum|Agency|Council|Gallery|Library|Observatory|Society|Commission|Association|Archives?|Academy|Service|Office|Parliament|Trust|Hall|House|Opera|Ballet|Hospital|Organi[sz]ation|Park|Theatre|Centre|Center|Authority|Forum)$))\b/u;

/** Positions of which a company has one take no article: "as head of forecasting". */
const unique =
  /^(?:head|director|deputy|vice|chief|vp|svp|evp|ceo|cto|cfo|coo|cio|cpo|cmo|ciso|owner|co-?founder|founder|president|chair|chairman|chairwoman|managing|principal$|dean|provost|secretary general|editor-in-chief|general manager|general counsel|town clerk)\b/i;

/** By the sound that the word, or the letters of an abbreviation, begin with. */
export function article(word: string): 'a' | 'an' {
  if (/^(?:use|uni|eu|one|ux|ui)/i.test(word)) return 'a';
  if (/^(?:hour|honest|heir|hono)/i.test(word)) return 'an';
  if (/^(?:[AEFHILMNORSX](?:\p{Lu}|\b)|[aefhilmnorsx]\/)/u.test(word)) return 'an';
  return /^[aeiou]/i.test(word) ? 'an' : 'a';
}

/** "VP ENGINEERING" as "VP Engineering", "PULSEKEEP INC." as "Pulsekeep". Short words are abbreviations. */
export function lessLoud(text: string): string {
  if (!/\p{Lu}{5}/u.test(text) || /\p{Ll}{3}/u.test(text)) return text;
  return text
    .split(' ')
    .map((word) =>
      word.replace(/[^\p{L}]/gu, '').length > 3
        ? word.slice(0, 1) + word.slice(1).toLowerCase()
        : word,
    )
    .join(' ');
}
