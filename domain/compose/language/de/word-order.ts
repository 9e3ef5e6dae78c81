/**
 * Whether a question has its verb second, as one asks it ("wie lernt man das"), or last, as one tells of it ("wie man
 * das lernt"). Undefined for what opens with no question word, and where neither is certain.
 */
export function orderOf(text: string): 'direct' | 'indirect' | undefined {
  if (/^ob /i.test(text)) return 'indirect';
  const [opening = ''] = questionWord.exec(text) ?? [];
  if (opening === '') return undefined;
  const [clause = ''] = text.slice(opening.length).split(/[,?:]| – /u);
  const words = clause.trim().split(' ');
  const after = words.slice(phraseLength(words, opening));
  const [verb = '', subject = ''] = after;
  // "was zählt": the only word that follows is right in both.
  if (after.length < 2) return isVerb(verb) && words.length < 2 ? 'indirect' : undefined;
  if (pronoun.test(verb)) return /^\p{Ll}/u.test(after.at(-1) ?? '') ? 'indirect' : undefined;
  if (opens.test(verb) || /^\p{Lu}/u.test(verb))
    return after.slice(1).some((word) => isVerb(word)) ? 'indirect' : undefined;
  if (!isVerb(verb) && !(/^\p{Ll}+$/u.test(verb) && pronoun.test(subject))) return undefined;
  // "was guten Leim ausmacht": an adjective may look like a verb.
  const isDoubtful = verb.endsWith('en') && /^\p{Lu}/u.test(subject) && isVerb(after.at(-1) ?? '');
  return isDoubtful && !pronoun.test(subject) ? undefined : 'direct';
}

const questionWord =
  /^(?:(?:an|auf|aus|bei|durch|für|gegen|in|mit|nach|seit|um|von|vor|zu|ab|bis|über|unter) )?(?:wie|was|warum|wann|wo|wer|wem|wen|wessen|wieso|weshalb|wieviele?|welche[rsmn]?|wo(?:r?(?:an|auf|aus|in|über|um|unter)|bei|durch|für|gegen|her|hin|mit|nach|ran|rauf|von|vor|zu)) /iu;

/** How many words belong to the question word: "Normen" of "welche", "oft" of "wie", "viele Lehrlinge". */
function phraseLength(words: readonly string[], opening: string): number {
  const [first = '', second = ''] = words;
  const isMany = /^wie /i.test(opening) && /^viele?[rn]?$/.test(first);
  if (isMany || /(?:welche[rsmn]?|wieviele?|wessen) $/i.test(opening)) {
    const noun = words.findIndex((word) => /^\p{Lu}/u.test(word) && !pronoun.test(word));
    return noun >= 0 && noun < 3 ? noun + 1 : isMany ? 1 : 0;
  }
  if (/^was /i.test(opening) && first === 'für')
    return 1 + words.slice(1).findIndex((word) => /^\p{Lu}/u.test(word)) + 1;
  if (/^(?:wie|warum|wieso|weshalb|was|wer|wo|wann) /i.test(opening) && adverb.test(first))
    return adverb.test(second) ? 2 : 1;
  return 0;
}

const adverb =
  /^(?:oft|lange?|weit|gut|schlecht|viel|wenig|früh|spät|schnell|langsam|groß|klein|hoch|teuer|schwer|leicht|alt|neu|stark|genau|sehr|wichtig|häufig|sicher|eng|nah|offen|selten|hart|nicht|gerade|ausgerechnet|überhaupt|eigentlich|denn|noch|nur|alles|sonst|zuerst|zuletzt|jetzt|heute|trotzdem|realistisch|ehrlich|konkret)$/;
const pronoun = /^(?:ich|du|man|wir|ihr|er|sie|Sie|es)$/;
/** What a subject, or an object before the verb, begins with. */
const opens =
  /^(?:sich|der|die|das|den|dem|des|ein|eine[nmrs]?|kein|keine[nmrs]?|mein|meine[nmrs]?|unser|unsere[nmrs]?|dein|deine[nmrs]?|ihre[nmrs]?|diese[nmrs]?|jede[nmrs]?|jemand|alle|viele|andere|am|an|auf|aus|bei|beim|für|im|in|mit|nach|von|vom|vor|zu|zum|zur|über|unter|dort|da|hier|dabei|dazu|daran|davon|danach)$/;

/** By its ending, or one of the verbs that have none; closed lists keep out what only looks like one. */
function isVerb(word: string): boolean {
  return /^\p{Ll}/u.test(word) && (short.test(word) || (endings.test(word) && !noVerb.test(word)));
}

const endings = /(?:t|en|ern|eln|te)$/;
const short =
  /^(?:\p{Ll}{0,8}(?:kam|ging|gab|ließ|lief|nahm|fiel|fand|stand|begann|schrieb|sprach|traf|half|blieb|hielt|zog|wuchs|trug|sah|rief|lag|schien))$|^(?:sind|war|wird|kann|muss|soll|darf|will|mag|weiß|wurde|las|hieß|würde|hätte|wäre|bin|habe|tun|sein)$/u;
const noVerb =
  /^(?:mit|seit|damit|somit|oft|erst|zuerst|zuletzt|jetzt|fast|fest|selbst|meist|nicht|sonst|längst|einst|dort|sofort|vielleicht|leicht|schlecht|recht|echt|gut|alt|kalt|hart|bunt|laut|weit|breit|bereit|bekannt|gesamt|überhaupt|insgesamt|bitte|heute|den|einen|keinen|meinen|unseren|diesen|jeden|allen|vielen|beiden|welchen|gegen|neben|zwischen|wegen|oben|unten|eben|selten|offen|trocken|außen|innen|gestern|morgen|mitten|drinnen|draußen|zusammen|guten|neuen|alten|kleinen|großen|ersten|letzten|nächsten|meisten|eigenen|anderen|letzte|erste|nächste|beste|alte)$/;
