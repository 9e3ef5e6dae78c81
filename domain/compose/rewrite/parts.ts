/** A letter without what no rewriting may touch: the greeting before, close and signature after. */
export type LetterParts = {
  readonly greeting: string;
  readonly body: string;
  readonly signOff: string;
};

/** The first paragraph greets and the last one signs, in every template of ours; undefined for a text of another shape. */
export function partsOf(text: string): LetterParts | undefined {
  const paragraphs = text.trim().split(/\n{2,}/);
  const greeting = paragraphs[0] ?? '';
  const signOff = paragraphs.at(-1) ?? '';
  if (paragraphs.length < 3 || !/[,:!]$/.test(greeting) || greeting.includes('\n'))
    return undefined;
  return { greeting, body: paragraphs.slice(1, -1).join('\n\n'), signOff };
}

/** The rewritten body between the greeting and the sign-off that the draft had. */
export function withBody({ greeting, signOff }: LetterParts, body: string): string {
  return `${greeting}\n\n${body.trim()}\n\n${signOff}`;
}
