/** "by referral", "durch eine Empfehlung": the referrer's name says it. */
export function isReferral(text: string): boolean {
  return referral.test(text);
}

/** "recommended by Jon Ashby" where Jon Ashby is the referrer: said already. */
export function names(way: string, referrer: string): boolean {
  const known = (referrerName(referrer) ?? '').match(/\p{Lu}[\p{L}'-]+/gu) ?? [];
  const people = known.filter((word) => !/^(?:Dr|Prof|Mrs?|Ms|Frau|Herrn?|Mme|Sra?)$/.test(word));
  const said = way.split(/[^\p{L}'-]+/u);
  return people.some((word) => said.includes(word)) && passedOn.test(way);
}

const passedOn =
  /^(?:recommend|referred|suggest|introduc|mention|by |through |via |from |durch |über |von |auf |par |por |de |gracias|grâce|recommandé|recomendad)|\b(?:told|mentioned|recommended|suggested|empfohlen|Empfehlung|Tipp)\b/i;

const referral =
  /^(?:(?:by|through|via|durch|über|par|por) )?(?:(?:an?|eine|une|una) )?(?:personal |persönliche )?(?:referral|referred|mutual|introduction|recommendation|empfehlung|kontakt|recommandation|recomendación)(?!\p{L})/iu;

/** A sentence about somebody, and no name. */
const saysMore =
  / (?:kennt|kenne|sagt|sagte|meint|hat|ist|war|knows|says|said|is|was|has|had|connaît|dit|est|conoce|dice|es) /u;
const titled =
  /(?:^|, |\p{Ll} )(?:Mr|Mrs|Ms|Mx|Dr|Prof|Fr|Rev|Sr|Sra|Frau|Herrn?|Hr|Mme|[Cc]oach|[Pp]astor|[Cc]aptain|[Pp]rofessor|[Tt]rainer|[Pp]farrer|[Oo]nkel|[Tt]ante|[Uu]ncle|[Aa]unt|M)\.? \p{Lu}\p{L}+/u;

/** A name, or "my former professor Tom Adler"; undefined for "my mum" and "a friend". */
export function referrerName(text: string): string | undefined {
  const plain = text.replace(
    /^(?:by|von|de|par|por) (?=\p{Lu}|(?:my|our|mein|unser|mon|ma|notre|mi|nuestr)\p{L}* )/u,
    '',
  );
  // "Papa kennt ihn vom Verein"
  if (saysMore.test(text)) return undefined;
  // "my mentor teacher, Ms. Duong", "coach Ferraro"
  if (titled.test(plain)) return plain;
  if (/\p{Lu}\p{L}+ (?:\p{Ll}{1,4} ){0,2}\p{Lu}/u.test(plain)) return plain;
  const title = /^(?:(?:dr|prof|mr|mrs|ms|mx|dra|sr|sra|frau|herrn?|mme|m)\.? )+\p{L}/iu.test(
    plain,
  );
  const one =
    /^\p{Lu}[\p{L}'-]+(?: .+)?$/u.test(plain) &&
    !/^(?:My|A|The|Our|Your|Some|One|Mein|Meine|Eine?|Die|Der|Mon|Ma|Un|Une|Mi)\b/.test(plain);
  if (title || one) return plain;
  // "tom adler": a name in small letters.
  return /^\p{Ll}[\p{L}'-]+ \p{Ll}[\p{L}'-]+$/u.test(plain) &&
    !/^(?:my|a|an|the|our|your|some|one|mein|meine|eine?|die|der|mon|ma|une?|mi|friend|someone|somebody|colleague)\b/.test(
      plain,
    )
    ? plain.replace(/(^| )\p{Ll}/gu, (start) => start.toUpperCase())
    : undefined;
}
