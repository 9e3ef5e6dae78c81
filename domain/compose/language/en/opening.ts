import { asSentence, lowerFirst, upperFirst } from '../../notes/normalise.ts';
import type { Note } from '../../note.ts';
import type { Place, Work, Wording } from '../language.ts';
import { determined, formOf, isPresent } from './forms.ts';
import { toYou } from './person.ts';
import { article, asRole, inside, isField, theCompany } from './words.ts';
import { fieldOf } from './work.ts';

export function referrer(given: string): readonly string[] {
  const name = apposed(given);
  if (/ (?:suggested|told|recommended|said|mentioned|thought|gave|introduced) /.test(name))
    return [asSentence(name)];
  // "Tom Adler, my tutor," takes its second comma before the verb.
  const who = `${upperFirst(name)}${name.includes(',') ? ',' : ''}`;
  // "Station Officer Pat Lowrie": a rank keeps its capital before a name.
  const them = /^(?!(?:My|Our|Your|The|An?) )\p{Lu}\p{L}+ \p{Lu}/u.test(name) ? name : inside(name);
  return [
    `${who} suggested that I write to you.`,
    `${who} thought that I should write to you.`,
    `I am writing to you at the suggestion of ${them}.`,
    `${who} encouraged me to get in touch with you.`,
    ...(name.includes(',') ? [] : [`It was ${them} who suggested that I contact you.`]),
  ];
}

/** "Jon Ashby (ex-colleague of hers)" is "Jon Ashby, an ex-colleague of yours"; another bracket is not said. */
function apposed(name: string): string {
  const [, who = '', what = ''] = /^([^()]{2,80}?),? \(([^()]{2,80})\)$/.exec(name) ?? [];
  if (who === '') return name;
  const known =
    /^(?:my|our|your|her|his|an?) |^(?:ex-|former )?(?:colleague|friend|classmate|student|boss|manager|tutor|supervisor|neighbour|neighbor|mentor|coach|teacher|professor) /i;
  if (!known.test(`${what} `)) return who;
  const kin = inside(
    what.replace(/^(?:her|his) /i, 'your ').replace(/\bof (?:hers|his)\b/i, 'of yours'),
  );
  if (/^(?:my|our|your|an?) /.test(kin)) return `${who}, ${kin}`;
  return / of /.test(kin) ? `${who}, ${article(kin)} ${kin}` : `${who}, my ${kin}`;
}

/** Something they wrote or made. */
export function wrote(note: Note, { first }: Place): Wording {
  const { text, form } = note;
  switch (form) {
    case 'bare_noun': {
      const work = workOf(yearFirst(text), form);
      // Whatever else it may be, nobody wrote it.
      return work.startsWith('your ') && !isPiece(work.replace(/^your /, ''))
        ? { ask: 'name the piece: "your article on …", "your talk at …"' }
        : because(work, first);
    }
    case 'noun_phrase':
    case 'title':
      return because(workOf(text, form), first);
    case 'preposition':
      return because(`what you wrote ${inside(text)}`, first);
    case 'clause':
      return because(`what you wrote about ${inside(text)}`, first);
    case 'gerund':
      return because(`what you wrote about ${inside(text)}`, first);
    case 'verb':
      return /\byour?\b/.test(text)
        ? whole(myDoing(text))
        : whole(`I am writing because you ${inside(text)}`);
    case 'second_person':
      return whole(`I am writing because ${inside(text)}`);
    case 'first_person':
    case 'sentence':
      return turned(note, (you) => whole(you));
    case 'third_person':
      return turned(note, (you) => whole(`I am writing because ${inside(you)}`));
    case 'question':
    case 'wish':
    case 'gap':
    case 'link':
    case 'marks':
    case 'vague':
      return { ask: 'name the piece: "your article on …", "your talk at …"' };
  }
}

/** Words that one detail may have; what is longer tells a life. */
const longestDetail = 40;
/** Words that a story of how one found somebody may have. */
const longestStory = 30;

/** How one came across them; a talk or a text of theirs is a reason. */
export function found(note: Note, { first }: Place): Wording | undefined {
  const { text, form } = note;
  const way = knownWay(text);
  if (way !== undefined) return way === '' ? undefined : came(way);
  if (/^cold\b/i.test(text)) return undefined;
  const [, on] =
    /^(?:(?:her|his|your|the) )?name ((?:on|in|at|under|among|behind) .+)$/i.exec(text) ?? [];
  if (on !== undefined) return { isReason: false, variants: [`I came across your name ${on}.`] };
  const [, by] =
    /^(?:(?:you|she|he) (?:was|were) )?(?:recommended|suggested|referred)(?: to me)? by (.+)$/i.exec(
      text,
    ) ?? [];
  if (by !== undefined && !/\b(?:she|he|her|his|him)\b/i.test(by))
    return whole(`You were recommended to me by ${inside(by)}`);
  switch (form) {
    case 'noun_phrase':
    case 'title':
      return isTheirs(text) && (first || /^your\b/i.test(text))
        ? because(made(text, 'her|his|their'), first)
        : through(text.replace(/^(?:her|his|their) /i, 'your '));
    case 'bare_noun':
      return bareWay(text, first);
    case 'gerund':
      return came(`while ${inside(text)}`);
    case 'preposition':
    case 'clause':
      if (form === 'clause' && !/^when\b/i.test(text)) return ask('at the …, through … or your …');
      return came(inside(text));
    case 'verb':
      return turned(note, (you) =>
        /^(?:met|were|studied|worked) (?!you\b)/i.test(you)
          ? whole(`We ${lowerFirst(you)}`)
          : whole(myDoing(you)),
      );
    case 'first_person':
    case 'sentence':
      return text.split(' ').length > longestStory
        ? { ask: 'write where it was, in a line' }
        : turned(note, (you) => whole(you));
    case 'second_person':
      return whole(`I am writing because ${inside(text)}`);
    case 'third_person':
      return turned(note, (you) => whole(`I am writing because ${inside(you)}`));
    case 'question':
    case 'wish':
    case 'gap':
    case 'link':
    case 'marks':
    case 'vague':
      return ask('at the …, through … or your …');
  }
}

/** The detail that only this person has. */
export function admire(note: Note, { first }: Place): Wording {
  const { text, form } = note;
  if (
    text.split(' ').length > longestDetail ||
    /, (?:ask (?:her|him|them)|also \p{Lu})/u.test(text)
  )
    return { ask: 'say one thing that stayed with you, and put the rest where it belongs' };
  switch (form) {
    case 'clause':
      return /^(?:how|that|why|what)\b/i.test(text)
        ? turned(note, (you) => stayed(inside(you), first))
        : /^(?:where|when)\b/i.test(text)
          ? turned(note, (you) => thing(`the moment ${inside(you)}`, first))
          : { ask: 'begin with "how you …" or "that you …"' };
    case 'second_person':
      return stayed(`that ${inside(text).replace(/^you're\b/, 'you are')}`, first);
    case 'third_person':
      return turned(note, (you) =>
        stayed(`that ${inside(you).replace(/^you're\b/, 'you are')}`, first),
      );
    case 'verb':
      // "tells you when the bread is bad": they do it, and "you" is anybody.
      if (isPresent(text) && /\byou\b/.test(text)) return { ask: 'begin with "that you …"' };
      if (/\byour?\b/.test(text) || mine.test(text)) return whole(myDoing(text));
      return turned({ ...note, text: `she ${lowerFirst(text)}` }, (you) =>
        stayed(`that ${you}`, first),
      );
    case 'noun_phrase':
    case 'title':
      return turned(note, (you) => thing(determinedByYou(you), first));
    case 'gerund':
      return turned(note, (you) => one(inside(you), first));
    case 'bare_noun':
    case 'preposition':
      // "patience with newbies" is theirs.
      if (/^(?:chapter|episode|part|page|slide|act|verse) \d{1,3}$/i.test(text))
        return thing(lowerFirst(text), first);
      return turned(note, (you) =>
        form === 'bare_noun' && (isQuality(you) || isPlural(you))
          ? thing(`your ${inside(you)}`, first)
          : { ask: 'begin with "how you …", "that you …" or "your …"' },
      );
    case 'first_person':
    case 'sentence':
      return turned(note, (you) => whole(you));
    case 'question':
    case 'wish':
    case 'gap':
    case 'link':
    case 'marks':
    case 'vague':
      return { ask: 'begin with "how you …", "that you …" or "your …"' };
  }
}

const mine =
  /^(?:been|am|have|(?:really |always )?(?:love|like|enjoy|admire|appreciate|remember|adore|respect|value|use|know)d?)\b|^(?:inspired|impressed|moved|touched|fascinated|amazed|struck|surprised|intrigued|delighted|blown away) by\b/i;

/** "been following your blog", "inspired by your talk", "loved your talk": of the person who writes. */
function myDoing(text: string): string {
  const said = lowerFirst(text);
  if (/^been\b/i.test(said)) return `I have ${said}`;
  return /^(?:inspired|impressed|moved|touched|fascinated|amazed|struck|surprised|intrigued|delighted|blown away) by\b/i.test(
    said,
  )
    ? `I was ${said}`
    : `I ${said}`;
}

/** A noun that names how somebody is or works, which takes "your": "zero-waste attitude", "2nd place at …". */
function isQuality(text: string): boolean {
  const head =
    text.split(/ (?:about|on|for|of|at|in|from|by|with|to|towards|under|when|even)\b|[,(:]/)[0] ??
    '';
  return (
    /(?:^|[ -])(?:patience|honesty|openness|humou?r|clarity|curiosity|courage|kindness|calm|generosity|enthusiasm|energy|dedication|commitment|passion|persistence|perseverance|willingness|ability|talent|eye|sense|approach|attitude|stance|take|focus|love|respect|care|attention|knowledge|wit|transparency|frankness|candou?r|determination|optimism|modesty|humility|tenacity|creativity|handwriting|writing|teaching|storytelling|voice|style|tone|drawings|photos|diagrams|refusal|insistence|fight|campaign|place|prize|award)$/i.test(
      head,
    ) &&
    !/^(?:no|zero|little|lack|less|more|not|without|such|so|very|really|good|great)\b/i.test(head)
  );
}

/** "elegant crusts", "hand-drawn maps of the coast": several things of theirs. */
function isPlural(text: string): boolean {
  return (
    /^(?!(?:no|so|such|many|few|lots|loads|plenty|most|all|some|any|more|less|other|both|always|never) )(?:[a-z][a-z-]+ ){1,2}[a-z]{3,}[^su\W]s(?: (?:of|about|on|for|in) [^,;:]{3,60})?$/.test(
      text,
    ) && !/ (?:is|are|was|were|has|have|does|makes|gets) /.test(text)
  );
}

/** What both have in common. */
export function shared(note: Note, place: Place): Wording {
  const { first } = place;
  const { text, form } = note;
  const both =
    /^(?:we )?both (.+)$/i.exec(text)?.[1] ?? /^([\p{L} '-]{3,40}), both of us$/iu.exec(text)?.[1];
  const ending = /^([\p{L}\d '-]{3,60}),? both$/iu.exec(text)?.[1];
  if (ending !== undefined)
    return shared({ ...note, text: ending, form: formOf(ending, 'sharedAffiliation') }, place);
  if (both !== undefined)
    return oddWord.test(both)
      ? { ask: 'write it as "we both …", or name it' }
      : whole(weBoth(both));
  // "did the same PGCE as me"
  if (
    /^(?:did|took|had|got|ran|grew|went|came|sat|rowed|played|sang|lived|taught|attended|served) /i.test(
      text,
    )
  )
    return whole(weBoth(lowerFirst(text).replace(/ (?:as|like) (?:me|I did|mine)(?= |$)/i, '')));
  switch (form) {
    case 'first_person':
      return whole(text);
    case 'second_person':
    case 'sentence':
    case 'third_person':
      return turned(note, (you) => whole(you));
    case 'verb':
      return whole(`We both ${inside(text)}`);
    case 'noun_phrase':
    case 'bare_noun':
    case 'gerund':
    case 'title': {
      // "Porto (class of 1998)": the bracket follows what both have.
      const [, plain = '', bracket = ''] = /^([^()]{2,60}) (\([^()]{2,60}\))$/.exec(text) ?? [];
      if (plain !== '')
        return {
          isReason: true,
          variants: first
            ? [`We have ${inside(plain)} in common ${bracket}, and that made me write to you.`]
            : [`We also have ${inside(plain)} in common ${bracket}.`],
        };
      const name =
        /^(?:university|institute|faculty|school|college|department|association|society|technical university) of\b/i.test(
          text,
        )
          ? `the ${text}`
          : inside(text).replace(/^same\b/, 'the same');
      // "ICU background" has no article, and only a colon takes it.
      const short =
        text.split(' ').length <= 6 &&
        !/[,:;()]| [-–—] /.test(text) &&
        (form === 'noun_phrase' || name !== text || /^\p{Lu}\p{Ll}/u.test(text));
      if (first)
        return {
          isReason: true,
          variants: short
            ? [
                `We have ${name} in common, and that made me write to you.`,
                `A link between us made me write to you: ${name}.`,
              ]
            : [`A link between us made me write to you: ${name}.`],
        };
      return {
        isReason: true,
        variants: short
          ? [
              `We also have ${name} in common.`,
              `One thing we share is ${name}.`,
              `Something we share is ${name}.`,
            ]
          : [`One thing we share is ${name}.`, `Something we share is ${name}.`],
      };
    }
    case 'preposition':
    case 'clause':
    case 'question':
    case 'wish':
    case 'gap':
    case 'link':
    case 'marks':
    case 'vague':
      return { ask: 'name what you share: "the University of …", or "we both …"' };
  }
}

/** Where no note gives a reason, their work is the nearest to one. */
export function weakReason({ role, company }: Work): readonly string[] | undefined {
  if (role !== undefined)
    return [
      `I am writing to you because you work ${isField(role) ? `in ${fieldOf(role)}` : `as ${asRole(role)}`}${company === undefined ? '' : ` at ${theCompany(company)}`}.`,
    ];
  return company === undefined
    ? undefined
    : [`I am writing to you because you work at ${theCompany(company)}.`];
}

function because(given: string, first: boolean): Wording {
  // "the letter to the FT, 14 March" and "your op-ed: 'Less Money'" without the mark that breaks the sentence.
  const np = given.replace(/, (?=\d{1,2} \p{Lu}\p{Ll}+)/u, ' of ').replace(/: (?=["“‘'])/u, ' ');
  const said = inside(np);
  const short = np.split(' ').length < 13 && !/[,:;.]\s/.test(np);
  return {
    isReason: true,
    variants: first
      ? [
          `I am writing because of ${said}.`,
          `What brings me to you is ${said}.`,
          // The verb must not come after a long phrase.
          ...(short
            ? [
                `${upperFirst(np)} made me want to write to you.`,
                `It was ${said} that made me write to you.`,
                `${upperFirst(np)} led me to write to you.`,
                `After ${said} I wanted to write to you.`,
              ]
            : []),
        ]
      : readable.test(np) && !heard.test(np)
        ? [
            `I have also read ${said}.`,
            ...(np.split(' ').length > 8 ? [] : [`I know ${said} as well.`]),
          ]
        : [`I also know ${said}.`, `And then there is ${said}.`],
  };
}

function stayed(clause: string, first: boolean): Wording {
  return {
    isReason: true,
    variants: first
      ? [`What made me write to you is ${clause}.`, `The reason I am writing is ${clause}.`]
      : [
          `What stayed with me is ${clause}.`,
          `What struck me most is ${clause}.`,
          `One thing I remember is ${clause}.`,
          ...(/^how\b/.test(clause)
            ? [`I keep thinking about ${clause}.`, `I have not forgotten ${clause}.`]
            : []),
        ],
  };
}

function thing(np: string, first: boolean): Wording {
  // "“Rye” was printed by hand": a title, and what became of it.
  if (titled.test(np)) return stayed(`that ${np}`, first);
  const said = inside(np);
  return {
    isReason: true,
    variants: first
      ? [
          // The verb must not come after a clause.
          ...(/ (?:that|who|which|where|when|how) |[,;:(]/.test(np)
            ? []
            : [`${upperFirst(np)} made me want to write to you.`]),
          `I am writing because of ${said}.`,
        ]
      : [
          `I keep coming back to ${said}.`,
          `I still think about ${said}.`,
          // The verb must not come after a long phrase.
          ...(np.split(' ').length > 9 || /[,:;(]/.test(np)
            ? []
            : [`${upperFirst(np)} impressed me.`]),
        ],
  };
}

/** A title in quotation marks and a verb behind it. */
const titled =
  /^["“'‘«][^"”»]{2,80}["”'’»] (?:got|was|were|is|has|had|made|came|won|went|found|took|began|grew|ran|sold|\p{Ll}{2,}ed) /u;

/** "still running the lathe yourself" stands well behind a colon. */
function one(text: string, first: boolean): Wording {
  return {
    isReason: true,
    variants: first
      ? [`I am writing to you for one reason: ${text}.`, `One thing made me write to you: ${text}.`]
      : [`I keep thinking about one thing: ${text}.`, `What I noticed most: ${text}.`],
  };
}

/** A way without an article: what it is decides whether it takes one, and whose it may be. */
function bareWay(text: string, first: boolean): Wording {
  const how = ask('at the …, through … or your …');
  if (determined.test(text.toLowerCase())) return how;
  // "Chelsea Flower Show 2024"
  if (
    named.test(text) &&
    / (?:Show|Festival|Fair|Conference|Congress|Summit|Symposium|Forum|Expo|Open Day|Weekend)(?: \d{4})?$/.test(
      text,
    )
  )
    return came(`at the ${text}`);
  const head =
    text.split(/ (?:about|on|for|of|at|in|from|by|with|to|where|who|that)\b|[,(:"“]/)[0]?.trim() ??
    text;
  if (text === head && !head.includes(' ') && isMade(head)) return how;
  // Whose talk it was is not said.
  // In "podcast guest" it is the guest.
  const piece = new RegExp(`\\b${madeThing}$`, 'i').test(head);
  if (isMade(head) && !piece) return how;
  if (isMade(head) && /^\p{Ll}/u.test(text))
    return first ? because(`the ${text}`, first) : through(`the ${text}`);
  if (isMade(head) && !/'s /.test(text)) return through(`${article(text)} ${text}`);
  if (place.test(text) && text.includes(' ') && !/[,;:]/.test(text))
    return through(`${countable.test(text) ? article(text) : 'the'} ${text}`);
  if (place.test(head))
    return head.includes(' ') || head !== text
      ? through(`${countable.test(head) ? article(text) : 'the'} ${text}`)
      : how;
  // A name has its capitals to its end: "Stack Overflow", "Google Scholar".
  return named.test(text) ? through(text) : how;
}

const named =
  /^(?:\p{Lu}[\p{L}\p{N}'&.-]*|\d{4})(?: (?:\p{Lu}[\p{L}\p{N}'&.-]*|\d{4}|of|the|and|for|in|de|at))*$/u;
const countable = /(?:group|community|channel|server|meetup|list|thread|ama)$/i;
const place =
  /(?:portal|directory|forum|thread|group|community|channel|website|site|page|list|fair|meetup|conference|network|server|magazine|event|festival|summit|congress|symposium|scheme|programme|program|archive|database|journal|ama)$/i;

const gathering =
  / (?:evening|(?:open|career|careers|study|industry|family) days?|fair|festival|conference|summit|meetup|forum|night|expo|congress|workshop|symposium|party|breakfast|reception|hackathon|reunion)$/i;

function through(text: string): Wording {
  const said = inside(text);
  // One is at an evening, and hears of somebody through a list.
  if (
    gathering.test(said.replace(/ (?:of|at|in|on|about|for) .*$/, '')) &&
    !said.startsWith('your ')
  )
    return came(`at ${said}`);
  return {
    isReason: false,
    variants: [
      ...(/[,:;.]\s/.test(said) ? [] : [`It was ${said} that led me to you.`]),
      `I came across your name through ${said}.`,
      `I found you through ${said}.`,
    ],
  };
}

function came(way: string): Wording {
  return {
    isReason: false,
    variants: [`I came across your name ${way}.`, `I first came across you ${way}.`].slice(
      0,
      /^(?:while|when|after)\b/.test(way) ? 1 : 2,
    ),
  };
}

function whole(text: string): Wording {
  return { isReason: true, variants: [asSentence(text)] };
}

function ask(how: string): Wording {
  return { ask: `write it as ${how}` };
}

function turned(note: Note, make: (you: string) => Wording): Wording {
  const you = toYou(note.text);
  return you === undefined ? { ask: 'write it to the person: "you …", "your …"' } : make(you);
}

const madeThing =
  '(?:talk|keynote|article|post|posts|articles|talks|podcast|paper|papers|book|books|blog|column|lecture|lectures|interview|essay|essays|thread|threads|newsletter|video|videos|webinar|panel|workshop|chapter|report|series|story|piece|pieces|course|tutorial|exhibition|film|documentary|repo|repository|library|project|study|thesis|presentation|guest lecture|session|episode|review|guide|speech|poster|reel|reels|sketchbook|map|maps|recipe|recipes|photo essay|channel|demo|letter|op-ed|write-up|case study|contribution)';
const made1 = new RegExp(`\\b${madeThing}\\b`, 'i');
const heard =
  /^\S+ (?:\S+ ){0,2}(?:talks?|keynote|lectures?|podcast|video|videos|webinar|panel|workshop|exhibition|film|session|speech|presentation|demo|episode)\b/i;
const readable =
  /\b(?:article|articles|post|posts|paper|papers|book|books|blog|column|interview|essay|essays|thread|threads|newsletter|chapter|report|story|piece|pieces|study|thesis|review|guide|op-ed|write-up|what you wrote)\b/i;

function isMade(text: string): boolean {
  return made1.test(text);
}

/** A way that says whose it is, or which one: "a podcast" may be anybody's. */
function isTheirs(text: string): boolean {
  return isMade(text) && (!/^an? /i.test(text) || text.split(' ').length > 4);
}

/** "her talk" is theirs; where the note says what they made, "an article on …" too. */
function made(given: string, owners = 'an?|her|his|their'): string {
  const text = owners.includes('her') ? given.replace(/^(?:her|his|their) /i, 'your ') : given;
  return text.replace(
    new RegExp(`^(?:${owners}) (?=(?:[a-z-]+ ){0,3}${madeThing}\\b)`, 'i'),
    'your ',
  );
}

function determinedByYou(text: string): string {
  // "'no one reads' slide" names a thing of theirs by its title.
  if (/^(?:"[^"]{2,80}"|'[^']{2,80}'|“[^”]{2,80}”) \p{Ll}+$/u.test(text)) return `your ${text}`;
  return text.replace(/^(?:her|his|their) /i, 'your ');
}

function workOf(text: string, form: Note['form']): string {
  // "the book I carry around: Rye and Salt"
  const [, which, its] =
    new RegExp(`^the (${madeThing} [^:]{3,40}): (?!["“'‘])(.{3,80})$`, 'i').exec(text) ?? [];
  if (which !== undefined && its !== undefined) return `"${its}", the ${which}`;
  const [, piece] = /^(?:co-?)?(?:author|editor|writer) of (.+)$/i.exec(text) ?? [];
  if (piece !== undefined)
    return /^(?:the|a|an|your) |^["“]/i.test(piece) ? piece : `your ${piece}`;
  if (form === 'noun_phrase')
    return made(text.replace(/^(?:(?:the|an?) (?=\S)|(?:The|An?) (?=\p{Ll}))/u, 'your '));
  // "blog post: Why I Bake"
  const [, sort, called] =
    new RegExp(
      `^(?:the |your |her |his |an? )?((?:[a-z-]+ )?${madeThing}): (?!["“'‘])(.{3,80})$`,
      'i',
    ).exec(text) ?? [];
  if (sort !== undefined && called !== undefined) return `your ${lowerFirst(sort)} "${called}"`;
  // "Green Roofs (book)"
  const [, title, kind] =
    /^(.{3,60}) \((book|article|paper|talk|blog|podcast|essay|thesis|film|report)\)$/i.exec(text) ??
    [];
  if (title !== undefined && kind !== undefined)
    return `your ${kind.toLowerCase()} ${/^["“]/.test(title) ? title : `"${title}"`}`;
  if (/^your /i.test(text)) return text;
  if (form === 'title' && /["“”„«]/.test(text)) return text;
  if (form === 'title' && !isMade(text)) return `"${text}"`;
  return `your ${new RegExp(`^${madeThing}(?!\\w)`, 'i').test(text) ? lowerFirst(text) : inside(text)}`;
}

/** "cholera paper 2021 with Bello" with the year where English has it. */
function yearFirst(text: string): string {
  return text.replace(
    new RegExp(`^((?:[\\p{L}'-]+ ){0,4}${madeThing}),? \\(?((?:19|20)\\d\\d)\\)?(?= |$)`, 'iu'),
    '$2 $1',
  );
}

/** A piece by its head: "guest on a podcast" and "library opening hours" are none. */
function isPiece(text: string): boolean {
  const [head = ''] = text.split(
    / (?:about|on|for|of|at|in|from|by|with|to|where|who|that|why|how|as)\b|[,(:"“]/,
  );
  return new RegExp(
    `(?:^|[ -])${madeThing}(?: (?:\\d{1,4}|(?:part|no\\.|vol\\.|episode) \\d{1,3}))?$`,
    'i',
  ).test(head.trim());
}

/** "both navy": one word of which nobody can say what it is. */
const oddWord = /^(?!\p{Ll}+(?:s|ed|ing|an|ese|ish|ic|al|ful|less)$)\p{Ll}+$/u;

function weBoth(words: string): string {
  const rest = words.replace(/^of us /i, '');
  if (/^(?:from|at|in|on|with)\b/i.test(rest)) return `We are both ${rest}`;
  if (
    /^(?:\w+ed|went|did|were|are|have|had|left|came|grew|taught|sat|write|work|live|like|love|started|began|know|wrote|play|sing|ran|run|restore|build|ride|teach|train|study|speak|research|volunteer|swim|climb|row|cook|bake|paint|collect|follow|read|use|come|hail|moved|make|mend|repair|farm|dance|hike|cycle)\b/i.test(
      rest,
    )
  )
    return `We both ${rest}`;
  return `We are both ${rest}`;
}

/** Ways that a form or an import offers; the empty one is not worth a sentence. */
function knownWay(text: string): string | undefined {
  const key = text
    .toLowerCase()
    .replace(/^(?:on|via|through|from|by|the) /, '')
    .replace(/ (?:search|network)$/, '');
  const ways: Readonly<Record<string, string>> = {
    linkedin: 'on LinkedIn',
    xing: 'on Xing',
    twitter: 'on Twitter',
    x: 'on X',
    mastodon: 'on Mastodon',
    bluesky: 'on Bluesky',
    github: 'on GitHub',
    youtube: 'on YouTube',
    instagram: 'on Instagram',
    insta: 'on Instagram',
    slack: 'on Slack',
    discord: 'on Discord',
    tiktok: 'on TikTok',
    facebook: 'on Facebook',
    kaggle: 'on Kaggle',
    quora: 'on Quora',
    reddit: 'on Reddit',
    medium: 'on Medium',
    substack: 'on Substack',
    'stack overflow': 'on Stack Overflow',
    alumni: 'through the alumni network',
    'alumni directory': 'in the alumni directory',
    association: 'through a professional association',
    event: 'at an event',
    conference: 'at a conference',
    friend: 'through a friend',
    'a friend': 'through a friend',
    google: '',
    web: '',
    internet: '',
    mutual: '',
    referral: '',
  };
  return Object.hasOwn(ways, key) ? ways[key] : undefined;
}
