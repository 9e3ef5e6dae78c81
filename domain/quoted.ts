/** What the person wrote: without quotes and signature; the full text when nothing else is left. */
export function visibleText(input: {
  readonly text: string;
  readonly html: string | undefined;
  readonly sentTexts: readonly string[];
}): string {
  const lines = input.text.split('\n');
  const cut = lines.findIndex((line) =>
    /^(On .{6,200} wrote:|-----Original Message-----)$/.test(line.trim()),
  );
  const kept = (cut < 0 ? lines : lines.slice(0, cut)).filter((line) => !line.startsWith('>'));
  const visible = kept.join('\n').trim();
  return visible === '' ? input.text.trim() : visible;
}
