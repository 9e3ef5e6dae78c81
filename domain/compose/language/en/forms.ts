import type { NoteField, NoteForm } from '../../note.ts';

/** What kind of words an English note is: closed word lists and the order of words, no dictionary. */
export function formOf(text: string, field: NoteField): NoteForm {
  const said = text.toLowerCase();
  const words = said.split(' ').length;
  if (field === 'wrote' && isTitle(text)) return 'title';
  if (isQuestion(said, field)) return 'question';
  if (field !== 'topics' && (toldByOthers.test(said) || ofMine.test(said) || notOnce.test(said)))
    return 'sentence';
  if (wish.test(said)) return 'wish';
  if (
    field === 'topics' &&
    /^(?:send|give|show|help|introduce|recommend|connect|lend|share) (?:me|us)\b/.test(said)
  )
    return 'verb';
  if (clause.test(said)) return 'clause';
  if (first.test(said) && words > 2) return 'first_person';
  if (second.test(said) && words > 1) return 'second_person';
  if (/^(?:he|she|they)(?:'s|'ve|'d|'re)? /.test(said) && words > 1) return 'third_person';
  if (yourVerb.test(said)) return 'second_person';
  if (theirVerb.test(said)) return 'third_person';
  if (/^(?:my|our|a|an|the|some|one of) /.test(said) && tells(said)) return 'sentence';
  if (field !== 'topics' && (shortSubject.test(said) || theWay.test(said))) return 'sentence';
  if (named.test(text) && telling.test(said)) return 'sentence';
  if (
    /^(?:it|it's|this|there|there's) (?:is|was|made|makes|helped|gave|changed|felt)?\b/.test(
      said,
    ) &&
    words > 3
  )
    return 'sentence';
  if (verb.test(said) && !(field === 'path' && / (?:->|→) /.test(text))) return 'verb';
  if (field !== 'topics' && (felt.test(said) || regularPast.test(said) || present.test(said)))
    return 'verb';
  if (preposition.test(said)) return 'preposition';
  if (
    /^(?:(?:not|still|always|never|often|once) )?[a-z]{2,}ing /.test(said) &&
    !nouns.test(said) &&
    !describing.test(said)
  )
    return 'gerund';
  if (determined.test(said)) return hasVerb(said) ? 'bare_noun' : 'noun_phrase';
  return 'bare_noun';
}

/** A note that says nothing about this person. */
export function isVague(text: string, field: NoteField): boolean {
  const said = text.toLowerCase();
  if (field === 'topics') return vagueTopic.test(said);
  if (field === 'foundThrough')
    return /^(?:internet|online|google search|(?:just )?(?:searching|googling|browsing|surfing)(?: (?:around|online|the web|the internet))?|somewhere|random(?:ly)?)$/.test(
      said,
    );
  return vagueReason.test(said);
}

function isQuestion(said: string, field: NoteField): boolean {
  if (/\?\s*$/.test(said)) return true;
  if (inverted.test(said)) return true;
  return field === 'topics' && auxiliary.test(said) && said.split(' ').length > 2;
}

const wh = '(?:what|how|why|when|where|which|who)';
const inverted = new RegExp(
  `^(?:what's|how's|who's) |^(?:what|how) about |^(?:how|why|where|when) (?:is|are|was|were|do|does|did|can|could|should|would|will) |^(?:what|who) (?:do|does|did|can|could|should|would|will) (?!not\\b)[a-z]+ |^${wh}(?: [a-z-]+){0,2} (?:is|are|was|were|do|does|did|can|could|would|should|will|have|has) (?:i|you|we|he|she|they|it|one|there|the|a|an|your|her|his|this|that|people|someone)\\b`,
);
const auxiliary =
  /^(?:is|are|was|were|do|does|did|can|could|would|will|should|have|has|may|might|any)\b(?! (?:love|like)\b)/;
const wish =
  /^(?:ask (?:(?:her|him|them) )?(?:about|how|what|why|when|where|which|whether|if)|(?:walk|talk|take|run) me through|i(?:'d| would| want|'m| am)? (?:want|like|love|wonder|need|hope|curious|interested|keen|wish)|(?:would|'d) (?:love|like) to|tell me|explain|describe|(?:to )?(?:know|hear|learn|understand|find out|discuss|talk|ask)(?: more)? (?:about|how|what|why|when|where|which|whether|your)|to (?:understand|hear|learn|know)|(?:very |really )?(?:interested|curious) (?:in|about|how|what)|wondering|wonder|your (?:view|views|thoughts|opinion|take|advice|perspective) (?:on|about)|(?:any )?(?:advice|tips|thoughts) (?:on|about|for))(?![a-z])/;
const clause =
  /^(?:what|how|why|when|where|which|who|whether|if)(?:'s)? |^that(?:'s)? (?!(?:[a-z-]+ ){0,2}[a-z-]+ (?:about|on|from|of|where|when|which|you|with the|in your|at the)\b)(?!(?:talk|article|post|paper|book|podcast|interview|lecture|piece|blog)\b)|^that (?:you|your|he|she|they|the|it|we|nobody|everybody|every|all|even)(?:'s|'re|'ve|'d)? /;
const first = /^(?:i|i'm|i've|i'd|we|we're|we've|we'd)\b/;
const second = /^(?:you|you're|you've|you'd|you'll)\b/;
const acts =
  "(?:(?!(?:on|about|at|in|for|with|of|from|and|to|by|that|which|who|how|where|when|why|what)\\b)[\\p{L}'-]+ ){1,3}(?:is|are|was|were|makes?|made|helped|helps|has|have|had|shows?|showed|taught|changed|explains?|explained|got|gets|gave|opened|does|did|goes|went|says|said|tells|told|keeps|kept|gives|takes|took|lets|sounds|looks|feels|knows|brings|brought|speaks|sings|holds|saved|carries|comes|stands|reads like) ";
const yourVerb = new RegExp(`^your ${acts}`, 'u');
const theirVerb = new RegExp(`^(?:her|his|their) ${acts}`, 'u');
const telling =
  / (?:mentioned|told|said|says|knows?|recommended|recommends|suggested|suggests|gave|showed|forwarded|sent|introduced|pointed|works?|worked|studied|speaks?|spoke|talks|talked about|praised|shared|has|is|was|attended|runs|ran|teaches|taught|follows?|reads?) (?:me|us|you|your|her|his|at|with|about|to|in|on|that|from|under|for|a|the)\b/;
/** Its first verb is no part of a clause that says which: "the way you describe what somebody has to keep". */
function tells(said: string): boolean {
  const { index } = telling.exec(said) ?? { index: -1 };
  return (
    index > 0 &&
    !/ (?:you|that|which|who|whose|where|how|what|somebody|someone|nobody|people|they|we|i)(?: |$)/.test(
      said.slice(0, index),
    )
  );
}
const named =
  /^(?!(?:Your?|The|This|That|These|My|Our|An?|Her|His|Their|How|What|Why|When|If|It)\b)\p{Lu}\p{L}+ (?:\p{Lu}\p{L}+ )?\p{Ll}/u;
const verb =
  /^(?:(?:just |once |also |recently )?(?:saw|met|heard|read|listened|watched|attended|found|discovered|followed|follow|visited|came across|stumbled|googled|searched|built|wrote|led|left|took|gave|taught|won|grew|made|ran|runs|started|founded|brought|let|told|said|admitted|called|asked|carried|cooked|cycled|drew|drove|fixed|invited|proved|rewrote|saved|sold|sent|showed|stood|swapped|threw|walked|moved|switched|became|trained|retrained|worked|works|used to|was|were|studied|published|writes|explains|shows|turned|kept|keeps|spent|went|designed|launched|created|rebuilt|changed|refused|learned|learnt|began|does|has|makes|talks|speaks|answers|asks|quit|dropped|joined|helped|helps|teaches|cut|put|set up|stayed|spoke|talked|bought|stopped|broke|got|explained|answered|shared|offered|admitted|introduced|replied|listened|noticed|remembered|mended|repaired|managed|carried|opened|closed|fixed|painted|measured|waited|played|planted|translated|trained|raised|collected|organi[sz]ed)) (?!time\b|life\b|balance\b|model\b|of\b)/;
/** What the writer did or felt: "loved your talk", "been following your blog". */
const felt =
  /^(?:(?:really |always )?(?:love|loved|like|liked|enjoy|enjoyed|admire|admired|appreciate|appreciated|remember|adore|adored|respect|value|use|know) (?:how|that|what|your?|the|every|all)\b|been \w+ing\b|have (?:read|seen|heard|watched|followed|been|used|known)\b|am \w+|(?:inspired|impressed|moved|touched|fascinated|amazed|struck|surprised|intrigued|delighted|blown away) by\b)/;
const regularPast =
  /^(?!(?:based|inspired|impressed|moved|touched|involved|located|educated|interested|motivated|fascinated|amazed|surprised|intrigued|delighted|need|feed|speed|seed)\b)[a-z]{2,}ed (?:your?|the|an?|his|her|their|our|to|at|from|with|in|on|for|how|that|all|every|two|three|\d)(?![a-z])/;
/** "The way you explained it was a relief": a verb whose subject is the phrase, and not "you". */
function hasVerb(whole: string): boolean {
  // "your commentary on who pays when a farm is switched off"
  const asked = whole.replace(
    / (?:on|about|of|over|into) (?:who|what|how|why|when|where|whether|which) .*$|, (?:who|where|which|when) .*$/,
    '',
  );
  // "the way you describe a forecast as a promise somebody has to keep": the rest says which way.
  const said = asked.replace(
    /^(the (?:[a-z-]+ )?(?:way|moment|day|part|bit|scene|line|page|chapter|passage|photo|picture|story|slide|anecdote|example|sentence|minute|hour|evening|entry)) (?:(?:where|when|in which|how|that) )?you .*$/,
    '$1',
  );
  if (/^["“'‘]/.test(said)) return false;
  // "your point that a glossary is a contract", "a model that is made of cork"
  if (
    /^\S+ (?:[a-z-]+ )?(?:point|idea|argument|claim|advice|view|remark|observation|belief|line|joke|quote|warning|conviction|insistence|rule|reminder) that /.test(
      said,
    )
  )
    return false;
  return /(?<! (?:you|that|which|who|she|he|they|it|we|i|there|how|what|where|when|nobody|everybody|somebody|everyone|someone|people|others)) (?:is|was|are|were|has|made(?! (?:of|in|by|from|with|for))|makes|sings|knows|says|tells|told|said|teaches|keeps|kept|brings|brought|takes|took|gives|explains|refuses|writes|wrote|grows|grew|buys|bought|sells|sold|loves|swears|raves|speaks|spoke|thinks|understands|knew|gave|helped|helps|changed|taught|showed|reminded|inspired|convinced) /.test(
    said,
  );
}
const preposition =
  /^(?:at|on|in|about|through|via|from|by|while|during|when|after|before|over|since|thanks to|because of|with|under|near|between)(?= |$)/;
/** "everybody says she has the best ear": what others told. */
const toldByOthers =
  /^(?!(?:you|she|he|they|i|we) )(?:(?:every|some)(?:body|one)(?: (?:in|at|from|here) (?:[a-z]+ ){0,3}[a-z]+)?|people|colleagues|friends|[a-z]+) (?:says?|said|tells?|told me|swears?|thinks?|reckons?|believes|claims|insists) (?:that )?(?:you|she|he|they)(?:'re|'s|'ve)? /;
/** "my grandfather bought trees from you": somebody of mine, and a verb. */
const ofMine =
  /^(?:my|our) (?:[a-z'-]+ ){1,4}(?:sings|raves|swears|speaks|talks|knows|loves|owns|plays|uses|reads|keeps|lives|works|buys|sells|grows|bought|sold|knew|kept|drove|grew|ran|met|wrote|made|used to|[a-z]{3,}ed) (?:[a-z]+ )?[a-z]/;
const notOnce =
  /^(?:not once|never once|never|rarely|at no point|not for a moment) (?:did|do|have|were|are) you /;
/** "The claims page is the first that I understood": a verb soon after a short subject. */
const shortSubject =
  /^(?:the|a|an|my|(?:last|this|yesterday)(?: [a-z]+)?'s) (?:(?!that|which|who|where|when|how|why|what|you|with|of|for|to|on|in|at|and)[a-z'-]+ ){1,3}(?:is|was|are|were|has|had|made|makes|gave|gives|helped|helps|changed|taught|showed|shows|reminded|convinced|stayed|sounds|sounded) [a-z]+ /;
/** "the way you explained it was a relief" */
const theWay =
  /^the (?:way|fact that) (?:you|she|he|they) [^,]{3,60} (?:is|was) (?:a|an|the|so|very|really|pure|new|rare|great|good|fun|funny|hilarious|brilliant|impressive|inspiring|refreshing|moving|wonderful|lovely|clever|beautiful|amazing)(?: |$)/;
/** "never uses a pie chart", "calls inflation a moral question": what they do, without "she". */
const present =
  /^(?:(?:never|always|still|also|often|only|even|really) (?!a |the |an )[a-z]{2,}s |(?:admits|allows|approaches|argues|asks|avoids|begins|believes|breaks|brings|buys|calls|carries|chooses|closes|collects|comes|cooks|creates|cuts|defends|delivers|describes|draws|drives|earns|encourages|ends|explains|fights|finds|fixes|follows|gets|gives|goes|grows|has|hears|helps|hires|holds|insists|invites|is|keeps|knows|leads|learns|leaves|lets|listens|lives|looks|loves|makes|measures|mends|opens|pays|paints|plays|prints|proves|publishes|puts|quotes|reads|refuses|remembers|repairs|replies|responds|runs|says|sees|sells|sends|shares|shows|signs|sings|spends|stands|starts|stays|stops|takes|talks|teaches|tells|thinks|throws|trains|treats|trusts|tries|turns|understands|uses|visits|wants|wears|works|writes) (?!of\b|for\b|in\b|on\b|with\b|at\b|and\b|between\b|under\b)[a-z"'\d]+)/;
/** "tells you the truth", "never uses a chart": a verb of theirs in the present tense. */
export function isPresent(text: string): boolean {
  return present.test(text.toLowerCase());
}

const nouns =
  /^(?:waiting|reading|parking|planning|meeting|writing|working|training|building|engineering|marketing|funding|housing|banking|nursing|teaching) (?:[a-z]+)$/;
/** Adjectives that only look like a verb: "boring stuff". */
const describing =
  /^(?:(?:not|still|always|never|often) )?(?:boring|interesting|amazing|inspiring|outstanding|refreshing|exciting|surprising|charming|fascinating|stunning|caring|daring|entertaining|touching) /;
export const determined =
  /^(?:your|the|this|that|these|those|our|my|a|an|his|her|their|its|all|every|both|one|two|three|some|any)\b|^["“'‘]/;
const vagueReason =
  /^(?:some|any|a certain) (?:[a-z-]+ ){0,2}(?:book|article|post|talk|video|podcast|blog|paper|thing|interview|report|story)\b|^(?:the|that) (?:thing|stuff|bit|part|one) (?:about|with|on|from) (?:[a-z]+ ?){1,3}$|^(?:i (?:really )?(?:like|love|admire) )?(?:the|your|their) (?:company(?:'s)?|firm(?:'s)?|corporate) (?:philosophy|culture|values|mission|products?)$|^(?:seems|looks|sounds|is|was) (?:so |really |very )?(?:nice|cool|great|lovely|kind|friendly|interesting|smart|good|fun)$|^(?:your|the|her|his|their)?(?: (?:great|amazing|impressive|inspiring|interesting|awesome|cool|whole|professional))*\s*(?:work|career|job|path|company|profile|experience|background|success|achievements?|story|journey|posts?|personality|expertise|knowledge|everything|stuff|skills?|linkedin)$|^(?:your )?(?:funny|great|nice|good|cool|interesting|amazing|awesome|inspiring) (?:posts?|content|page|profile|website|tweets?|updates?)$|^(?:you are|you're|your|so|very|really|is|super|she is|he is|she's|he's) (?:so |very |really )?(?:\w+)$|^(?:everything|anything|stuff|nothing|something|many things|a lot|inspiring|great|amazing|cool|nice|interesting|impressive|smart|awesome)\b.{0,20}$/;
const vagueTopic =
  /^(?:(?:everything|anything|all|more) (?:there is )?(?:about|on|to do with) (?:the|your) (?:job|work|field|industry|role|company)|everything|anything|stuff|things|life|whatever|general|misc|various|advice|tips|(?:any )?(?:advice|tips)|anything(?: really)?|everything (?:really|else)|.{0,25}\bstuff|.{0,25}\bthings|etc)$/;

function isTitle(text: string): boolean {
  const words = text.split(' ').filter((word) => word.length > 3);
  return words.length >= 2 && words.every((word) => /^[\p{Lu}\p{N}"“(]/u.test(word));
}
