const timeLimit = 10_000;

/**
 * One POST to the address that the user gave: plain text with the subject as `Title`, as ntfy shows
 * it; JSON with `text` and `content` where a chat's incoming webhook wants that. False when it did
 * not arrive. Redirects are not followed.
 */
export async function postAlert(
  url: string,
  { subject, text }: { readonly subject: string; readonly text: string },
): Promise<boolean> {
  const line = `${subject}\n\n${text}`;
  const chat = /^https:\/\/(?:hooks\.slack\.com|(?:[\w-]+\.)?discord(?:app)?\.com)\//.test(url);
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(timeLimit),
      headers: chat
        ? { 'content-type': 'application/json' }
        : { 'content-type': 'text/plain; charset=utf-8', title: printable(subject) },
      body: chat ? JSON.stringify({ text: line, content: line }) : text,
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/** A header holds ASCII only (RFC 9110 section 5.5). */
function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?');
}
