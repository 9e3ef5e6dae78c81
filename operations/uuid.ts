/** PostgreSQL refuses to compare an id with anything else, so what is typed in is looked at first. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
