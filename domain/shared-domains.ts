/** Domains at which strangers have their mailboxes side by side: having one in common says nothing. */
const names = new Set(
  (
    'gmail outlook hotmail live msn yahoo ymail rocketmail aol icloud me mac gmx web t-online freenet ' +
    'proton protonmail pm tutanota tuta fastmail hey mail email zoho yandex ya mail inbox bk list rambler ' +
    'qq 163 126 sina foxmail naver daum hanmail nate orange wanadoo free sfr laposte libero virgilio tiscali ' +
    'alice wp o2 onet interia seznam centrum btinternet sky virginmedia talktalk comcast verizon att ' +
    'sbcglobal cox charter bellsouth rogers shaw bigpond optusnet uol bol terra rediffmail bluewin hispeed ' +
    'telenet skynet ziggo kpnmail home planet telia'
  ).split(' '),
);
const secondLevel = new Set(['co', 'com', 'net', 'org', 'ac', 'ne', 'or']);

/** Whether anybody can have a mailbox at this domain, in any country of its provider ("yahoo.co.uk"). */
export function isSharedDomain(domain: string): boolean {
  const labels = domain.toLowerCase().split('.');
  const [first = '', second = ''] = labels;
  if (!names.has(first)) return false;
  return labels.length === 2 || (labels.length === 3 && secondLevel.has(second));
}
