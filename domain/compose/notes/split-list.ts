/** "nurse - coder": two short steps. */
const dashed = /^[\p{L}'-]+(?: [\p{L}'-]+){0,3} [-–—] [\p{L}'-]+(?: [\p{L}'-]+){0,3}$/u;

/** A career as a list, with its years: "2019- Product; 2014-2019 Catering" is "Catering -> Product". */
export function asSteps(raw: string): string {
  const parts = raw
    .split(/\n|;/)
    .map((part) =>
      /^\s*(?:[-•*] )?(?:(?:since |seit |depuis |desde )?((?:19|20)\d\d)(?: ?[-–] ?(?:(?:19|20)?\d\d|now|today|heute)?)?:? )?(.+)$/iu.exec(
        part,
      ),
    )
    .flatMap((found) => (found === null ? [] : [{ year: found[1], step: found[2] ?? '' }]));
  if (parts.length < 2) return dashed.test(raw.trim()) ? raw.replace(/ [-–—] /u, ' -> ') : raw;
  const [first, last] = [parts[0]?.year, parts.at(-1)?.year];
  const newestFirst = first !== undefined && last !== undefined && first > last;
  return (newestFirst ? parts.toReversed() : parts)
    .map(({ step }) => step.trim().replace(later, ''))
    .join(' -> ');
}

/** "a; b; c" and short lists with commas are several topics. */
export function splitTopics(raw: string): readonly string[] {
  const sides = raw.split(' / ');
  if (sides.length > 1 && sides.every((side) => side.trim().length > 2))
    return sides.flatMap((side) => splitTopics(side));
  const parts = raw.split(/;|\n|(?<=\p{L})\s+(?=\d[.)]\s)/u).flatMap((part) => {
    const items = part.split(',').map((item) => item.trim());
    const short =
      items.length > 2 &&
      items.every((item) => item !== '' && item.split(' ').length <= (items.length > 3 ? 5 : 3));
    const asked = items.length > 2 && items.filter((item) => asks.test(item)).length > 1;
    return short || asked ? items.map((item) => item.replace(/^(?:and|und|et|y) /i, '')) : [part];
  });
  return parts.map((part) => part.replace(/^\s*(?:\d{1,2}[.)]|[-•*])\s+/, ''));
}

/** "how did you pay for it, did you keep your job, worst mistakes" */
const asks =
  /^(?:(?:how|what|why|when|where|which) (?:do|did|does|is|are|was|were|can|could|would|will)|(?:do|did|does|is|are|was|were|can|could|would|have|has)) \p{L}+ \p{L}/iu;

/** "danach acht Jahre Brücken": the arrow says that. */
const later =
  /^(?:danach|dann|später|anschließend|schließlich|then|afterwards|later|finally|ensuite|puis|enfin|luego|después|finalmente),? (?=\S)/iu;
