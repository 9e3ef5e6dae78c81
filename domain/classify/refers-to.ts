import { phraseFinder, phraseWords } from './phrases/phrase-finder.ts';
import { referralPhrases } from './phrases/intents.ts';
import { sentencesOf } from './sentences.ts';
import { withoutEnd } from '../text/without-end.ts';

export type Referral = { readonly name: string | undefined; readonly email: string };

const findReferral = phraseFinder(referralPhrases);
const address = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/gu;
const nameWord = String.raw`\p{Lu}[\p{L}'’.-]{0,30}`;
const nameParts = new RegExp(
  String.raw`${nameWord}(?:\s(?:de|da|di|del|della|dos|du|van|von|der|den|la|le|el|bin|al|ter|${nameWord})){0,4}`,
  'gu',
);
/** A name on a line below "please write to" may be this many lines away from its address. */
const reach = 4;

/**
 * Somebody else the sender names to write to, with the address given for them; lower-case addresses.
 * @param options `own`: another address of the sender's counts as well.
 */
export function refersTo(
  visible: string,
  { own }: { readonly own: boolean } = { own: false },
): readonly Referral[] {
  const found = new Map<string, Referral>();
  const sentences = sentencesOf(visible);
  let open = 0;
  sentences.forEach((sentence, index) => {
    const refers = findReferral(phraseWords(sentence)) !== undefined;
    if (refers) open = reach;
    else if (open > 0) open = isClosing(sentence) ? 0 : open - 1;
    const self = isAboutSelf(sentence);
    if (self && own) open = reach;
    if (open === 0 || (self && !own)) return;
    for (const hit of sentence.matchAll(address)) {
      const email = withoutEnd(hit[0].replace(/^[.'-]+/, ''), /[.'-]/).toLowerCase();
      if (found.has(email)) continue;
      const name =
        nameBefore(sentence.slice(0, hit.index)) ??
        nameAfter(sentence.slice(hit.index + hit[0].length)) ??
        nameLine(sentences[index - 1]);
      found.set(email, { name, email });
    }
  });
  return [...found.values()];
}

/** "You can reach me at …" names the sender's own address. */
function isAboutSelf(sentence: string): boolean {
  return /\b(?:reach|contact|email|e-mail|mail|write|call|ping|text|get|drop) (?:to )?(?:me|us|back to me)\b|\bmy (?:personal |private |work |other |new |own )?(?:e-?mail|address|gmail)\b|\bmeine (?:private )?(?:e-?mail|adresse)|\bmon (?:adresse|mail)|\bmi (?:correo|dirección)/iu.test(
    sentence,
  );
}

function isClosing(sentence: string): boolean {
  return /^(?:best|kind|warm|many|regards|thanks|thank you|cheers|sincerely|all the best|viele|beste|mit |liebe|cordialement|bien à|saludos|un saludo|cordiali|atenciosamente|groet|met vriend|pozdraw|hälsning|hilsen|с уважением)/iu.test(
    sentence,
  );
}

function nameBefore(text: string): string | undefined {
  const near = withoutEnd(text.slice(-120), /[\s<([:,;"“'–—-]/);
  const bare = near.replace(
    /\s(?:at|via|on|under|unter|à|en|bij|przez|på|by|through|whose (?:e-?mail|address) is|(?:her|his|their) (?:e-?mail|address)(?: address)? is)$/iu,
    '',
  );
  const names = [...bare.matchAll(nameParts)];
  const last = names.at(-1);
  if (last === undefined) return undefined;
  // Right before the address it is the name; further away it must be a full name.
  const distance = bare.length - (last.index + last[0].length);
  return distance <= 2 || last[0].includes(' ') ? trimmedName(last[0]) : undefined;
}

function nameAfter(text: string): string | undefined {
  const inBrackets = /^[>\s]{0,2}\(([^()]{2,60})\)/u.exec(text)?.[1];
  if (inBrackets === undefined) return undefined;
  const hit = [...inBrackets.matchAll(nameParts)][0];
  return hit === undefined ? undefined : trimmedName(hit[0]);
}

function nameLine(line: string | undefined): string | undefined {
  if (line === undefined || line.length > 60) return undefined;
  const hit = [...line.replace(/[,:]$/, '').matchAll(nameParts)][0];
  return hit !== undefined && hit[0].includes(' ') && hit[0].length >= line.length - 12
    ? trimmedName(hit[0])
    : undefined;
}

/** Without a verb or greeting that only begins the sentence with a capital. */
function trimmedName(name: string): string | undefined {
  const words = withoutEnd(name, /[.'’-]/).split(/\s/);
  while (words.length > 0 && notNames.has(words[0]!.toLowerCase())) words.shift();
  return words.length === 0 ? undefined : words.join(' ');
}

const notNames = new Set(
  'please contact email e-mail try ask write talk reach meet the my her his their our you i hi hello dear sorry or and but instead maybe perhaps cc copying mail bitte schreiben wenden kontaktieren fragen meine mein contactez écrivez ma mon por contacta escribe scrivi contatti neem proszę kontakta kontakt thanks address email: colleague'.split(
    ' ',
  ),
);
