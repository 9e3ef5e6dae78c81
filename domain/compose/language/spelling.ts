/** A note spelt as a letter needs it, or what the user has to write; text as typed where nothing is wrong. */
export type Respelt = { readonly text: string } | { readonly ask: string };

/** Written in capitals from end to end; single short words are abbreviations. */
export function isLoud(text: string): boolean {
  const words = text.match(/\p{L}+/gu) ?? [];
  return (
    !/\p{Ll}/u.test(text) &&
    (words.some((word) => word.length > 5) || words.filter((word) => word.length > 3).length > 1)
  );
}

/** "HOW YOU SHARE PRICES" in small letters. Names lose their capitals with the rest. */
export function quiet(text: string): string {
  return text.toLocaleLowerCase();
}

/** "te vi en instagram": the names of sites as they write themselves. One alone is a way that has its own sentence. */
export function withSites(text: string): string {
  return text.trim().includes(' ') ? withWords(text, sites) : text;
}

const sites: Readonly<Record<string, string>> = {
  linkedin: 'LinkedIn',
  instagram: 'Instagram',
  facebook: 'Facebook',
  twitter: 'Twitter',
  youtube: 'YouTube',
  github: 'GitHub',
  tiktok: 'TikTok',
  xing: 'Xing',
  wikipedia: 'Wikipedia',
  reddit: 'Reddit',
  substack: 'Substack',
  slack: 'Slack',
  discord: 'Discord',
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  kaggle: 'Kaggle',
  spotify: 'Spotify',
};

/** Words replaced whole: `{ ur: 'your' }` changes "ur talk" and not "urban". Compares in small letters. */
export function withWords(text: string, words: Readonly<Record<string, string>>): string {
  return text.replace(/(?<![\p{L}\p{N}'/-])[\p{L}'/]+(?![\p{L}\p{N}'/-])/gu, (word) =>
    Object.hasOwn(words, word) ? (words[word] ?? word) : word,
  );
}
