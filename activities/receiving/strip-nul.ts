/**
 * The same value without NUL in any of its texts: PostgreSQL's text has none, and a mail that holds one, from
 * whomever it comes, must not stop the reading of the mailbox.
 */
export function stripNul<T>(value: T): T {
  return without(value) as T;
}

function without(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '') : value;
  if (Array.isArray(value)) return value.map(without);
  if (value instanceof Map)
    return new Map([...value].map(([key, inner]) => [without(key), without(inner)]));
  if (typeof value === 'object' && value !== null && isPlain(value))
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, without(inner)]));
  return value;
}

/** Dates and buffers are left as they are. */
const isPlain = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype;
