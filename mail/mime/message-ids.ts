const longestHeader = 64 * 1024;
const mostIds = 200;

/**
 * The Message-IDs in a header value, with angle brackets; blanks that a fold left inside (Outlook) are removed and
 * bare ids are accepted. What could not be written into a header again (RFC 5322 section 3.6.4) is no id.
 */
export function readMessageIds(value: string | undefined): string[] {
  if (value === undefined) return [];
  const source = value.slice(0, longestHeader);
  const bracketed = source.match(/<[^<>]{1,1000}>/g);
  const ids =
    bracketed === null
      ? source
          .split(/\s+/, mostIds)
          .filter((word) => word.includes('@') && word.length < 1000)
          .map((word) => `<${word}>`)
      : bracketed.slice(0, mostIds).map((id) => id.replace(/\s+/g, ''));
  return ids.filter(isMessageId);
}

/** Whether an id can stand in a header of ours: printable ASCII in angle brackets, short enough for a line. */
export function isMessageId(id: string): boolean {
  return id.length <= 990 && /^<[!-;=?-~]+>$/.test(id);
}
