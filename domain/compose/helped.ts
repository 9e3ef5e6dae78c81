/** What somebody did for the user, as far as Rapport knows. */
export type Help = {
  /** Names of the people they pointed to who became contacts. */
  readonly introduced: readonly string[];
  /** An advice of theirs that was taken, else one that was given. */
  readonly advice: string | undefined;
  readonly met: boolean;
};

/** One sentence that names the nearest thing they did; for a note to everybody who helped. */
export function helpedSentence(
  { introduced, advice, met }: Help,
  { language, informal }: { readonly language: string; readonly informal: boolean },
): string {
  const [name] = introduced;
  if (language.split('-')[0] === 'de') {
    if (name !== undefined)
      return informal
        ? `Du hast mich zu ${name} geschickt, und das hat viel geöffnet.`
        : `Sie haben mich zu ${name} geschickt, und das hat viel geöffnet.`;
    if (advice !== undefined)
      return informal
        ? `Dein Rat ist mir geblieben: „${advice}“.`
        : `Ihr Rat ist mir geblieben: „${advice}“.`;
    if (met)
      return informal
        ? 'Unser Gespräch hat mir sehr geholfen, mich zu entscheiden.'
        : 'Das Gespräch mit Ihnen hat mir sehr geholfen, mich zu entscheiden.';
    return informal
      ? 'Du hast mir geantwortet, als ich in dem Feld noch niemanden kannte.'
      : 'Sie haben mir geantwortet, als ich in dem Feld noch niemanden kannte.';
  }
  if (name !== undefined) return `You sent me to ${name}, and that opened a good deal.`;
  if (advice !== undefined) return `Your advice stayed with me: “${advice}”.`;
  if (met) return 'The talk with you helped me a great deal to decide.';
  return 'You answered me when I knew nobody in the field.';
}
