/** Names of zones and places that are alike in all languages read here, folded. */
export const zoneWords: readonly (readonly [zone: string, phrases: string])[] = [
  [
    'America/New_York',
    `et|est|edt|eastern|eastern time|eastern standard|eastern daylight|us eastern|east coast|new york|nyc|ny
     boston|washington|dc|philadelphia|miami|atlanta|pittsburgh|baltimore|charlotte|orlando`,
  ],
  ['America/Toronto', 'toronto|montreal|ottawa'],
  ['America/Detroit', 'detroit'],
  [
    'America/Chicago',
    `ct|cdt|central|us central|central standard|central daylight|chicago|houston|dallas|austin|texas|san antonio
     minneapolis|nashville|new orleans|milwaukee|st louis|kansas city`,
  ],
  ['America/Denver', 'mt|mst|mdt|mountain|denver|salt lake city|boulder|colorado'],
  ['America/Phoenix', 'phoenix|arizona'],
  [
    'America/Los_Angeles',
    `pt|pst|pdt|pacific|pacific standard|pacific daylight|us pacific|west coast|california|los angeles|la
     san francisco|sf|bay area|seattle|portland|san diego|palo alto|silicon valley|las vegas`,
  ],
  ['America/Vancouver', 'vancouver'],
  ['America/Sao_Paulo', 'sao paulo|brasilia|brazil|brt|rio|rio de janeiro'],
  ['America/Mexico_City', 'mexico city|mexico|cdmx'],
  ['America/Argentina/Buenos_Aires', 'buenos aires|argentina'],
  ['America/Santiago', 'santiago|chile'],
  ['America/Bogota', 'bogota|colombia'],
  ['America/Lima', 'lima|peru'],
  ['Europe/London', 'uk|british|london|england|edinburgh|manchester|scotland'],
  ['Europe/Dublin', 'dublin|ireland'],
  ['Europe/Lisbon', 'lisbon|lisboa|portugal|wet|west'],
  [
    'Europe/Berlin',
    'cet|cest|mez|mesz|central european|berlin|germany|munich|munchen|hamburg|frankfurt|cologne|koln|stuttgart|deutsche|deutscher',
  ],
  ['Europe/Paris', 'paris|france|lyon|francaise'],
  ['Europe/Madrid', 'madrid|spain|barcelona|espanola|peninsular'],
  ['Europe/Rome', 'rome|roma|italy|milan|milano|italiana'],
  ['Europe/Amsterdam', 'amsterdam|netherlands|dutch'],
  ['Europe/Brussels', 'brussels|bruxelles|belgium'],
  ['Europe/Zurich', 'zurich|switzerland|geneva|geneve|swiss'],
  ['Europe/Vienna', 'vienna|wien|austria'],
  ['Europe/Stockholm', 'stockholm|sweden'],
  ['Europe/Oslo', 'oslo|norway'],
  ['Europe/Copenhagen', 'copenhagen|denmark'],
  ['Europe/Helsinki', 'helsinki|finland'],
  ['Europe/Warsaw', 'warsaw|poland'],
  ['Europe/Prague', 'prague'],
  ['Europe/Athens', 'athens|greece|eet|eest'],
  ['Europe/Istanbul', 'istanbul|turkey'],
  ['Europe/Moscow', 'moscow|msk'],
  ['Europe/Kyiv', 'kyiv|kiev'],
  ['Africa/Johannesburg', 'johannesburg|cape town|south africa|sast'],
  ['Africa/Lagos', 'lagos|nigeria'],
  ['Africa/Nairobi', 'nairobi|kenya'],
  ['Africa/Cairo', 'cairo|egypt'],
  ['Asia/Jerusalem', 'tel aviv|israel|jerusalem|idt'],
  ['Asia/Dubai', 'dubai|uae|abu dhabi'],
  [
    'Asia/Kolkata',
    'india|indian|mumbai|delhi|new delhi|bangalore|bengaluru|chennai|hyderabad|pune|kolkata',
  ],
  ['Asia/Singapore', 'singapore|sgt'],
  ['Asia/Hong_Kong', 'hong kong|hkt'],
  ['Asia/Shanghai', 'beijing|shanghai|china|shenzhen'],
  ['Asia/Taipei', 'taipei|taiwan'],
  ['Asia/Tokyo', 'tokyo|japan|jst|osaka'],
  ['Asia/Seoul', 'seoul|korea|kst'],
  ['Asia/Bangkok', 'bangkok|thailand'],
  ['Asia/Jakarta', 'jakarta'],
  ['Asia/Manila', 'manila|philippines'],
  ['Australia/Sydney', 'sydney|melbourne|aest|aedt|aet|canberra'],
  ['Australia/Brisbane', 'brisbane'],
  ['Australia/Perth', 'perth|awst'],
  ['Pacific/Auckland', 'auckland|new zealand|nzt|nzst|nzdt'],
  ['Pacific/Honolulu', 'hawaii|honolulu'],
  ['UTC', 'utc|zulu'],
  ['shared:gmt', 'gmt'],
  ['shared:bst', 'bst'],
  ['shared:cst', 'cst'],
  ['shared:ist', 'ist'],
];

/**
 * Abbreviations of several zones. The first is meant when nothing speaks against it; without one,
 * only the zone of one of the two people settles it.
 */
export const sharedZones: Readonly<
  Record<string, { readonly usual: string | undefined; readonly zones: readonly string[] }>
> = {
  'shared:gmt': { usual: 'UTC', zones: ['UTC'] },
  'shared:bst': { usual: 'Europe/London', zones: ['Europe/London', 'Asia/Dhaka'] },
  'shared:cst': {
    usual: 'America/Chicago',
    zones: ['America/Chicago', 'Asia/Shanghai', 'Asia/Taipei'],
  },
  'shared:ist': { usual: undefined, zones: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'] },
};
