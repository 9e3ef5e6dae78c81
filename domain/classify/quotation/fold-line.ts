/** A line as phrases are compared with it: NFC, lower-case, single spaces, plain apostrophes. */
export function folded(text: string): string {
  // Most lines are plain ASCII, and most of the time went into normalising them.
  if (/^[ -~]*$/.test(text)) return text.replaceAll(/ {2,}/g, ' ').trim().toLowerCase();
  return text
    .normalize('NFC')
    .replaceAll(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, '')
    .replaceAll(/[\u2018\u2019\u02bc]/g, "'")
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
