/**
 * ISO weekdays (1 is Monday) on which offices of a country rest, where these are not Saturday and Sunday.
 * The United Arab Emirates moved to Saturday and Sunday in 2022.
 */
const weekends: Readonly<Record<string, readonly number[]>> = {
  AF: [4, 5],
  BD: [5, 6],
  BH: [5, 6],
  BN: [5, 7],
  DJ: [5],
  DZ: [5, 6],
  EG: [5, 6],
  IL: [5, 6],
  IQ: [5, 6],
  IR: [4, 5],
  JO: [5, 6],
  KW: [5, 6],
  LY: [5, 6],
  MV: [5, 6],
  NP: [6],
  OM: [5, 6],
  PS: [5, 6],
  QA: [5, 6],
  SA: [5, 6],
  SD: [5, 6],
  SO: [4, 5],
  SY: [5, 6],
  YE: [5, 6],
};

/** Zones of the countries above, some of which no table of holidays knows. */
const zones: Readonly<Record<string, string>> = {
  'Africa/Algiers': 'DZ',
  'Africa/Cairo': 'EG',
  'Africa/Djibouti': 'DJ',
  'Africa/Khartoum': 'SD',
  'Africa/Mogadishu': 'SO',
  'Africa/Tripoli': 'LY',
  'Asia/Aden': 'YE',
  'Asia/Amman': 'JO',
  'Asia/Baghdad': 'IQ',
  'Asia/Bahrain': 'BH',
  'Asia/Brunei': 'BN',
  'Asia/Damascus': 'SY',
  'Asia/Dhaka': 'BD',
  'Asia/Gaza': 'PS',
  'Asia/Hebron': 'PS',
  'Asia/Jerusalem': 'IL',
  'Asia/Kabul': 'AF',
  'Asia/Kathmandu': 'NP',
  'Asia/Kuwait': 'KW',
  'Asia/Muscat': 'OM',
  'Asia/Qatar': 'QA',
  'Asia/Riyadh': 'SA',
  'Asia/Tehran': 'IR',
  'Asia/Tel_Aviv': 'IL',
  'Indian/Maldives': 'MV',
};

/** ISO weekdays without work where the clocks show an IANA time zone. */
export function weekendIn(zone: string): readonly number[] {
  return weekendOf(zones[zone]);
}

/** ISO weekdays without work in a country (ISO 3166 code, any case). */
export function weekendOf(country: string | undefined): readonly number[] {
  return weekends[country?.toUpperCase() ?? ''] ?? [6, 7];
}
