import { lowerFirst } from '../../notes/normalise.ts';

/**
 * "Klangholz auswählen" as "wie man Klangholz auswählt": in a subordinate clause a separable verb stays whole.
 * Undefined where the last word is not certain to be an infinitive.
 */
export function howOne(text: string): string | undefined {
  const words = text.split(' ');
  const verb = words.at(-1) ?? '';
  const rest = words.slice(0, -1).join(' ');
  if (rest === '' || !/^\p{Ll}{4,}$/u.test(verb) || !/(?:en|ern|eln)$/.test(verb)) return undefined;
  if (/(?:^| )(?:zu|um|ohne|statt)(?: |$)/.test(rest)) return undefined;
  if (/^(?:gewinnen|gestalten|genießen|gehören|gewöhnen|gebären)$/.test(verb))
    return `wie man ${rest} ${thirdPerson(verb)}`;
  if (noVerb.test(verb) || /^\p{L}{0,5}ge\p{L}{2,}en$/u.test(verb)) return undefined;
  if (/(?:^| )(?:und|oder|Sie|du|man|ich|wir)(?: |$)/.test(rest)) return undefined;
  const start =
    /^(?:Mit|Bei|Von|Vom|Zum|Zur|Über|Auf|In|Im|An|Am|Ohne|Für|Gegen|Nach|Aus|Durch|Sich|Die|Den|Das|Der|Ein|Eine|Einen)\b/.test(
      rest,
    )
      ? lowerFirst(rest)
      : rest;
  return `wie man ${start} ${thirdPerson(verb)}`;
}

const noVerb =
  /^(?:draußen|drinnen|außen|innen|oben|unten|hinten|gestern|morgen|zwischen|neben|wegen|gegen|selten|eben|daneben|offen|trocken|zusammen|verschieden|zufrieden|bescheiden|willkommen|eigen|golden|hölzern|modern|extern|intern|geworden|verboten|erhalten|verloren|vergangen)$/;

/** Strong verbs change their vowel; matched at the end, so that "vorlesen" is found under "lesen". */
const strong: Readonly<Record<string, string>> = {
  lesen: 'liest',
  sprechen: 'spricht',
  geben: 'gibt',
  nehmen: 'nimmt',
  sehen: 'sieht',
  fahren: 'fährt',
  halten: 'hält',
  lassen: 'lässt',
  tragen: 'trägt',
  werben: 'wirbt',
  helfen: 'hilft',
  treffen: 'trifft',
  werden: 'wird',
  essen: 'isst',
  fressen: 'frisst',
  vergessen: 'vergisst',
  graben: 'gräbt',
  messen: 'misst',
  brechen: 'bricht',
  werfen: 'wirft',
  fangen: 'fängt',
  schlafen: 'schläft',
  laufen: 'läuft',
  wachsen: 'wächst',
  raten: 'rät',
  laden: 'lädt',
  empfehlen: 'empfiehlt',
  treten: 'tritt',
  wissen: 'weiß',
  haben: 'hat',
  waschen: 'wäscht',
  schlagen: 'schlägt',
  fallen: 'fällt',
  braten: 'brät',
  stehlen: 'stiehlt',
  sterben: 'stirbt',
  gelten: 'gilt',
  können: 'kann',
  müssen: 'muss',
  dürfen: 'darf',
};
/** "einladen", "vorbereiten": what a verb may begin with. "abschalten" is "ab" and "schalten", not "halten". */
const prefixed =
  /^(?:ab|an|auf|aus|be|bei|durch|ein|ent|er|fest|fort|frei|ge|heraus|herein|her|hinein|hinaus|hin|hinter|los|mit|nach|statt|teil|über|um|unter|ver|vorbei|vor|weg|weiter|wider|wieder|zer|zurück|zusammen|zu)?$/;

function thirdPerson(infinitive: string): string {
  for (const [verb, form] of Object.entries(strong)) {
    const before = infinitive.slice(0, -verb.length);
    if (infinitive.endsWith(verb) && prefixed.test(before)) return `${before}${form}`;
  }
  if (/(?:eln|ern)$/.test(infinitive)) return `${infinitive.slice(0, -1)}t`;
  const stem = infinitive.slice(0, -2);
  return /(?:[dt]|[^aeiouäöülrhmn][mn])$/.test(stem) ? `${stem}et` : `${stem}t`;
}

/**
 * The form that "Sie" takes, of one that "er" takes: "nimmt" is "nehmen", "schrieb" "schrieben". Undefined for what
 * is not certain to be one.
 */
export function withSie(verb: string): string | undefined {
  if (!/^\p{Ll}{3,}$/u.test(verb) || noThirdPerson.test(verb)) return undefined;
  for (const [plural, form] of [...Object.entries(irregular), ...Object.entries(strong)]) {
    const before = verb.slice(0, -form.length);
    if (verb.endsWith(form) && prefixed.test(before)) return `${before}${plural}`;
  }
  if (past.test(verb)) return `${verb}en`;
  if (verb.endsWith('te')) return `${verb}n`;
  if (!verb.endsWith('t')) return undefined;
  // "studiert" and "spielt" are no verbs in -ern and -eln.
  return /(?:et|(?<!i)e[lr]t)$/.test(verb)
    ? verb
        .replace(/et$/, 'ent')
        .replace(/t$/, '')
        .replace(/(?<=e[lr])$/, 'n')
    : `${verb.slice(0, -1)}en`;
}

const irregular: Readonly<Record<string, string>> = {
  haben: 'hat',
  sind: 'ist',
  waren: 'war',
  wurden: 'wurde',
  würden: 'würde',
  sollen: 'soll',
  wollen: 'will',
  mögen: 'mag',
  vermissen: 'vermisst',
  tun: 'tut',
};
const past =
  /(?:kam|ging|gab|ließ|lief|nahm|fiel|fand|stand|begann|schrieb|sprach|traf|half|blieb|hielt|zog|wuchs|trug|sah|las|rief|lud|fuhr|warf|verließ|gewann|schuf)$/;
const noThirdPerson =
  /^(?:mit|seit|damit|somit|oft|erst|zuerst|zuletzt|jetzt|fast|fest|selbst|meist|nicht|sonst|längst|einst|dort|sofort|vielleicht|leicht|schlecht|recht|echt|gut|alt|kalt|hart|bunt|laut|weit|breit|bereit|bekannt|gesamt|überhaupt|insgesamt|bitte|heute|letzte|erste|nächste|beste|alte)$/;
