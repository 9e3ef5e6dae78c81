const LONGEST_TEXT = 2 * 1024 * 1024;
/** A mail that came back is looked into for its header and its first words. */
const LONGEST_RETURNED = 128 * 1024;

/** Whether the rules look into parts of this media type: texts, reports, returned mails, calendars. */
export function isReadable(type: string): boolean {
  return type.startsWith('text/') || type.startsWith('message/') || type === 'application/ics';
}

/** How many bytes of such a part are read. */
export function longestText(type: string): number {
  return type === 'message/rfc822' ? LONGEST_RETURNED : LONGEST_TEXT;
}
