import { isSingle, isSingleOrVerb } from './single.ts';

/**
 * Whether an article is missing, as in notes to oneself: "talk at conference", "how you train new nurse". Only words
 * that cannot stand bare count, so a complete note is hardly ever taken for one.
 */
export function isShorthand(text: string): boolean {
  const words = text.slice(0, longest).match(/[\p{L}\p{N}'’-]+|[^\p{L}\p{N}\s]+/gu) ?? [];
  return words.some((word, at) => isBare(words, word, at)) || chained.test(text);
}

const longest = 500;
/** "money first year": a time that no preposition joins; "no diploma": what is missing is no topic. */
const chained =
  /^(?!how |what |why |your |the |my |our |that |a |an )\p{Ll}+(?: \p{Ll}+)? (?:first|last|next) (?:year|month|week|day|winter|summer)$|^no \p{L}+(?: \p{L}+)?$|^(?!how |what |why |where |when |which )(?:[\p{L}\d]+ ){1,5}(?:how long|how much|how many|how on earth|what happens|what next|what then|from where|how|where|when|why)$|^(?!(?:how|what|why|where|when|which|whether|if) )(?:\p{L}+ ){1,3}(?:needed|required|necessary|allowed)$/u;

function isBare(words: readonly string[], word: string, at: number): boolean {
  const certain = isSingle(word);
  if (!certain && !isSingleOrVerb(word)) return false;
  // In "library card" and "first-aid course" the last word decides, and that may be any.
  const next = words[at + 1] ?? '.';
  if (!ends.test(next)) return false;
  const before = words.slice(0, at).map((each) => each.toLowerCase());
  const opens = before.findLastIndex((each) => small.test(each) || !/\p{L}|\p{N}/u.test(each));
  const opener = before[opens] ?? '';
  const between = before.length - 1 - opens;
  // "how you mentor", "to interview": most nouns are verbs as well.
  if (
    between === 0 &&
    /^(?:i|you|he|she|we|they|to|who|that|can|could|will|would|should|may|might|must|not|never|always|also|still|do|does|did)$/.test(
      opener,
    )
  )
    return false;
  // Another noun's verb may stand before it: "the way your students found work as a teacher".
  if (determiner.test(opener) || between > 3) return false;
  if (before.slice(opens + 1).some((each) => owner.test(each) || /^\d/.test(each))) return false;
  if (!certain) return preposition.test(opener) && between < 2;
  return !stands(before, opener, word, next);
}

/** "from nurse to coder", "between ward and lab", "kind of company", "at school": complete without an article. */
function stands(before: readonly string[], opener: string, word: string, next: string): boolean {
  const last = before.at(-1) ?? '';
  if (/^(?:from|between|neither|both|turned|became|by|per|->|→|=>|>|[/–—-])$/.test(opener))
    return true;
  if (/^(?:->|→|=>|>|[/–—-]|to|by|and|or|turned)$/.test(next) && before.length < 3) return true;
  if (before.includes('from') && /^(?:to|into|via)$/.test(opener)) return true;
  if (before.includes('between') && opener === 'and') return true;
  if (last === 'of' && /^(?:kinds?|sorts?|types?|piece|bit)$/.test(before.at(-2) ?? ''))
    return true;
  if (opener === 'as' && /^(?:director|secretary|treasurer|principal|conductor)$/.test(word))
    return true;
  return (
    /^(?:at|in|to|from|of|for|after|before|into|since|during|through)$/.test(last) &&
    institution.test(word)
  );
}

const institution =
  /^(?:school|university|college|church|prison|court|town|parliament|office|hospice|kindergarten|nursery|market|field)$/;
const determiner =
  /^(?:an?|the|this|that|your|my|our|their|his|her|its|no|each|every|any|some|one|another|either|neither|what|which|whose|such|half|per|many)$/;
/** "Ann's", "the Guild's": an owner stands for the article. */
const owner = /['’]s$|s['’]$/;
const preposition =
  /^(?:at|in|on|about|after|before|for|from|of|with|without|during|since|into|through|via|under|over|by)$/;
/** Words that no noun phrase goes over: the search for its article ends there. */
const small =
  /^(?:an?|the|this|that|these|those|your|my|our|their|his|her|its|no|each|every|any|some|one|another|either|neither|both|what|which|whose|such|half|per|many|at|in|on|about|after|before|for|from|of|to|with|without|during|since|into|through|via|under|over|by|as|than|like|between|among|and|or|but|if|when|where|who|how|why|while|because|i|you|he|she|it|we|they|me|him|us|them|is|are|was|were|be|been|being|has|have|had|do|does|did|can|could|will|would|should|may|might|must|not|never|always|also|still|vs|versus|turned|became)$/;
/** What follows a noun that closes its phrase. */
const ends =
  /^(?:[.,;:!?)"”’'–—/>→-]+|->|=>|at|in|on|about|after|before|for|from|of|to|with|without|during|since|into|through|via|under|over|by|as|than|between|and|or|but|when|where|who|that|which|how|why|while|because|is|are|was|were|has|have|had|you|i|we|they|vs|versus)$/;
