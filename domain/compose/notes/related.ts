/** Whether a text names a role already, as "conceptrice" does for "conceptrice pédagogique": by the beginning of one of its words. */
export function related(text: string, role: string): boolean {
  return shareSaid(text, role) > 0;
}

/** Whether a text says more than half of the words of a role or of a company's name. */
export function mostlyRelated(text: string, name: string): boolean {
  return shareSaid(text, name) > 0.5;
}

/** Of the words that are longer than three letters. */
function shareSaid(text: string, role: string): number {
  const stems = role
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 3)
    .map((word) => word.slice(0, stemLength(word.length)));
  const said = text.toLowerCase();
  return stems.filter((stem) => said.includes(stem)).length / Math.max(1, stems.length);
}

/** Letters that are left when an ending goes: a long word is a compound, of which the beginning says little. */
function stemLength(letters: number): number {
  if (letters > 10) return Math.ceil(letters * 0.6);
  return letters > 6 ? 5 : 4;
}
