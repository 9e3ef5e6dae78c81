import { describe, expect, test } from 'vitest';
import { aDraft, aReply, openPages, signedIn } from './pages.ts';

const attack = `<img src=x onerror=alert(1)>"'><script>alert(2)</script>&lt;b&gt;</textarea>`;

describe('text from outside', () => {
  test('is shown as text in names, subjects and mails, on every page', async () => {
    const pages = await openPages();
    const { contactId } = await aDraft(pages.db, { name: attack, subject: attack, text: attack });
    await aReply(pages.db, contactId, { subject: attack, text: attack });
    await pages.db.timelineEvent.create({ data: { contactId, text: attack } });
    await pages.db.contact.update({
      where: { id: contactId },
      data: { notes: attack, topics: [attack], company: attack },
    });
    const browser = await signedIn(pages);
    for (const path of ['/', `/contacts/${contactId}`, `/contacts/${contactId}/edit`, '/board']) {
      const page = await browser.text(path);
      expect(page, path).not.toMatch(/<img|<script>|<\/textarea>&/);
      expect(page, path).toContain('&lt;img src=x onerror=alert(1)&gt;');
      expect(page, path).toContain('&amp;lt;b&amp;gt;');
    }
  });

  test('is kept letter by letter in the field where a draft is edited', async () => {
    const pages = await openPages();
    await aDraft(pages.db, { text: '\nDear Ana,\n  two spaces & an <angle>' });
    const browser = await signedIn(pages);
    const page = await browser.text('/');
    // HTML drops the first line break inside of a textarea.
    expect(page).toMatch(/<textarea[^>]*>\n\nDear Ana,\n {2}two spaces &amp; an &lt;angle&gt;</);
  });
});
