/** Phrases of a template text, separated by bars or line ends; lower-case as written, without repeats. */
export function phraseList(text: string): readonly string[] {
  const phrases = text.split(/[|\n]/).map((each) => each.trim());
  return [...new Set(phrases.filter((each) => each !== ''))];
}
