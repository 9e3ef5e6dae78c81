/** True for an IANA time zone name that this system knows ("Europe/Berlin", "UTC"), in any case of letters. */
export function isTimeZone(name: string): boolean {
  // Offsets such as "+02:00" are accepted by some engines only, and know no daylight saving time.
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]{1,63}$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The name as IANA spells it, where it is a main name; otherwise (an alias) as given. */
export function spelled(name: string): string {
  const lower = name.toLowerCase();
  return Intl.supportedValuesOf('timeZone').find((zone) => zone.toLowerCase() === lower) ?? name;
}

/** Up to three known names near a mistyped one, a city alone included; nearest first. */
export function similarTimeZones(name: string): readonly string[] {
  const wanted = letters(name).slice(0, 64);
  if (wanted === '') return [];
  return Intl.supportedValuesOf('timeZone')
    .map((zone) => ({ zone, distance: nearness(wanted, zone) }))
    .filter(({ distance }) => distance <= Math.max(1, Math.floor(wanted.length / 4)))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ zone }) => zone);
}

/** The place in a zone's name: "America/Sao_Paulo" gives "Sao Paulo". */
export function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

function nearness(wanted: string, zone: string): number {
  const city = zone.split('/').at(-1) ?? zone;
  return Math.min(editDistance(wanted, letters(zone)), editDistance(wanted, letters(city)));
}

function letters(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** Levenshtein distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
