const CLOSING =
  /^(?:best|kind|warm|regards|thanks|thank you|cheers|sincerely|yours|viele|beste|mit |liebe|freundliche|danke|cordialement|merci|saludos|un saludo|gracias|cordiali|grazie|atenciosamente|obrigad|groet|met vriend|pozdraw|dziękuję|hälsning|vänlig|hilsen|venlig|vennlig|terveisin|s pozdravem|с уважением|спасибо|saygılar)/iu;

/** Whether the lines are only a closing, a name and what firms put below names. */
export function looksLikeSignature(lines: readonly string[]): boolean {
  const signed = lines.map((line) => line.trim()).filter((line) => line !== '');
  const name = signed.findIndex((line) => !CLOSING.test(line));
  if (name < 0) return true;
  if (signed.length > 9 || !isName(signed[name] ?? '')) return false;
  return signed.slice(name + 1).every((line) => line.length <= 80 && !/[.?!:]$/.test(line));
}

/** One to four words that begin with a capital, or are written in a script that has none. */
function isName(line: string): boolean {
  const words = line.split(/\s+/);
  return (
    line.length <= 50 &&
    words.length <= 4 &&
    words.every((word) => /^[\p{Lu}\p{Lo}][\p{L}\p{M}'’.,-]*$/u.test(word))
  );
}
