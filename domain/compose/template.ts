import type { Purpose } from '../purpose.ts';

/** Plain text with `{{placeholder}}`, `{{#section}}…{{/section}}` and, for what is absent, `{{^section}}…{{/section}}`. */
export type Template = {
  readonly id: string;
  readonly version: number;
  readonly purpose: Purpose;
  /** BCP 47 language, without a region. */
  readonly language: string;
  readonly subject: string;
  /** Paragraphs without wrapping, separated by an empty line. */
  readonly text: string;
};

/**
 * What placeholders stand for; a list becomes one line each. An absent or blank value hides its section and leaves its
 * placeholder.
 */
export type Values = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Fills a template in one pass: values are never read as template, and their line breaks become spaces. Paragraphs and
 * lines left empty vanish. An unknown placeholder stays, for the linter to find.
 */
export function render(template: string, values: Values): string {
  const open: { readonly name: string; readonly shown: boolean }[] = [];
  let out = '';
  let from = 0;
  for (const tag of template.matchAll(tagPattern)) {
    const [whole, kind = '', name = ''] = tag;
    if (visible(open)) out += template.slice(from, tag.index);
    from = tag.index + whole.length;
    if (kind === '#') open.push({ name, shown: filled(values, name) !== undefined });
    else if (kind === '^') open.push({ name, shown: filled(values, name) === undefined });
    else if (kind === '/' && open.at(-1)?.name === name) open.pop();
    else if (visible(open)) out += kind === '' ? (filled(values, name) ?? whole) : whole;
  }
  if (visible(open)) out += template.slice(from);
  return tidy(out);
}

/** `{{name}}`, `{{#name}}`, `{{^name}}` and `{{/name}}`: kind, then name. */
export const tagPattern = /\{\{([#^/]?)([a-z][a-z0-9_]{0,40})\}\}/g;

function visible(open: readonly { readonly shown: boolean }[]): boolean {
  return open.every(({ shown }) => shown);
}

/** Undefined when there is nothing to show. */
function filled(values: Values, name: string): string | undefined {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  const lines = (typeof value === 'string' ? [value] : (value ?? [])).map(oneLine);
  return lines.some((line) => line !== '')
    ? lines.filter((line) => line !== '').join('\n')
    : undefined;
}

/** Text whose line breaks and control characters have become spaces, trimmed. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
