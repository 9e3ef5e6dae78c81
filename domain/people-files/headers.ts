import type { ResearchField } from './person.ts';

/** What a column of a table is about. */
export type Field =
  | ResearchField
  | 'topics'
  | 'own'
  | 'name'
  | 'given'
  | 'middle'
  | 'family'
  | 'display'
  | 'title'
  | 'email'
  | 'emailLabel'
  | 'emailDisplay'
  | 'phone'
  | 'company'
  | 'role'
  | 'notes'
  | 'labels'
  | 'profile'
  | 'foundThrough'
  | 'language'
  | 'timeZone'
  | 'status'
  | 'kind';

/** The names that programs and people give to columns, by language where they differ, in the form of `plain`. */
const words: Readonly<Record<Exclude<Field, 'emailLabel' | 'kind'>, string>> = {
  name: 'name|full name|fullname|contact name|contact|person|who|wer|ansprechpartner|ansprechpartnerin|kontakt|vollstandiger name|nom complet|nom et prenom|nombre completo|nombre y apellidos|nome completo|nome e cognome|volledige naam|naam|namn|navn|nimi|imie i nazwisko|jmeno a prijmeni|имя|фио|имя и фамилия|контакт|氏名|名前|お名前|姓名|名字|联系人|聯絡人|이름|성명|ad soyad',
  given:
    'first name|firstname|given name|forename|fname|vorname|rufname|prenom|nombre|nome|voornaam|fornamn|fornavn|etunimi|imie|jmeno|krestni jmeno|meno|keresztnev|prenume|ime|ad|имя собственное|名|ファーストネーム',
  middle:
    'middle name|additional name|weitere vornamen|zweiter vorname|deuxieme prenom|segundo nombre|secondo nome|tussenvoegsel|mellannamn|mellomnavn|отчество|ミドルネーム',
  family:
    'last name|lastname|family name|surname|lname|nachname|familienname|zuname|nom|nom de famille|apellido|apellidos|cognome|sobrenome|apelido|achternaam|efternamn|efternavn|etternavn|sukunimi|nazwisko|prijmeni|priezvisko|vezeteknev|nume|prezime|soyad|фамилия|姓|苗字|성',
  display:
    'display name|anzeigename|angezeigter name|file as|nickname|spitzname|nom a afficher|nom affiche|nombre para mostrar|nome visualizzato|nome de exibicao|weergavenaam|visningsnamn|表示名|显示名称',
  title:
    'title|anrede|titre|civilite|titulo|titolo|trattamento|tratamento|salutation|name prefix|aanhef|tilltal',
  email:
    'email|e mail|mail|mails|emails|other emails|other email|e mails|email address|e mail address|email addresses|mail address|e mail adresse|email adresse|mailadresse|emailadresse|primary email|secondary email|work email|personal email|additional email|business email|private email|contact email|primare e mail adresse|sekundare e mail adresse|weitere e mail adresse|e mail 1|adresse e mail|adresse email|adresse mail|adresse de messagerie|courriel|correo|correo electronico|direccion de correo|direccion de correo electronico|email principal|indirizzo email|indirizzo e mail|indirizzo di posta elettronica|posta elettronica|endereco de email|endereco de e mail|e mailadres|emailadres|epost|e post|e postadress|e postadresse|epostadress|sahkoposti|sahkopostiosoite|adres e mail|adres email|e mailova adresa|eposta|e posta|почта|эл почта|электронная почта|адрес электронной почты|имейл|メール|メールアドレス|eメール|电子邮件|邮箱|电邮|電子郵件|电子邮件地址|이메일|메일',
  emailDisplay:
    'e mail display name|email display name|e mail angezeigter name|nom complet de l adresse de messagerie|nombre para mostrar de correo electronico',
  phone:
    'phone|phone number|telephone|tel|mobile|mobile phone|cell|cell phone|business phone|home phone|work phone|primary phone|telefon|telefonnummer|handy|mobiltelefon|mobil|telefon geschaftlich|telefon privat|telefon dienstlich|tel dienstlich|tel privat|telephone bureau|tel mobile|telephone professionnel|telephone mobile|telefono|telefono movil|movil|telefone|cellulare|celular|telefoon|mobiel|puhelin|mobilni|телефон|電話|電話番号|手机|电话|전화',
  company:
    'company|company name|organization|organisation|organization name|organisation name|employer|current company|associated company|primary associated company|firm|firma|unternehmen|arbeitgeber|wo|where|betrieb|firmenname|societe|entreprise|employeur|empresa|compania|organizacion|organizacao|azienda|societa|bedrijf|werkgever|organisatie|foretag|arbetsgivare|virksomhed|bedrift|yritys|spolecnost|ceg|sirket|компания|организация|фирма|会社|会社名|勤務先|公司|单位|公司名称|회사|회사명',
  role: 'role|job title|jobtitle|position|job|current position|current title|title at company|occupation|job role|headline|rolle|beruf|funktion|stelle|berufsbezeichnung|stellenbezeichnung|tatigkeit|poste|fonction|profession|puesto|cargo|ocupacion|qualifica|posizione|ruolo|professione|functie|rol|baan|befattning|yrke|stilling|tehtava|stanowisko|pozice|funkce|beosztas|unvan|должность|役職|職種|肩書|职位|职务|职称|직책|직위',
  notes:
    'notes|note|comments|comment|remarks|notizen|notiz|bemerkung|bemerkungen|kommentar|anmerkungen|commentaires|remarques|notas|comentarios|observaciones|appunti|observacoes|opmerkingen|notities|anteckningar|notater|muistiinpanot|notatki|uwagi|poznamka|poznamky|megjegyzes|заметки|примечание|примечания|комментарий|備考|メモ|备注|備註|메모|비고',
  labels:
    'labels|label|tags|tag|categories|category|group membership|groups|kategorien|kategorie|schlagworter|gruppe|gruppen|etiquettes|categorias|etiquetas|categorie|categorieen|kategorier|etykiety|метки|теги|分類|タグ|标签',
  profile:
    'linkedin|linkedin url|linkedin profile|linkedin profil|linkedin profile url|profile|profile url|profil|url|website|web page|webpage|webseite|internetseite|homepage|site web|sitio web|pagina web|sito web|website 1 value|public profile url|person linkedin url',
  foundThrough:
    'found through|found via|source|how found|how i found them|how we met|met through|via|connection|wie gefunden|gefunden uber|quelle|woher|kennengelernt|comment trouve|trouve par|fuente|origen|como encontrado|fonte|bron|kalla|zrodlo|zdroj|источник',
  language:
    'language|preferred language|sprache|langue|idioma|lingua|taal|sprak|sprog|jezyk|jazyk|язык|言語|语言|언어',
  timeZone:
    'time zone|timezone|zeitzone|fuseau horaire|zona horaria|fuso orario|fuso horario|tijdzone',
  path: 'path',
  sharedAffiliation: 'shared affiliation',
  referredBy: 'referred by',
  admire: 'admire',
  wrote: 'wrote',
  country: 'country code',
  addressAs: 'address as',
  formality: 'formality',
  topics: 'topics',
  own: 'rapport id',
  status:
    'status|stage|state|progress|statut|estado|stato|stand|outreach status|lead status|статус|ステータス|状态|상태',
};

const dictionary = new Map<string, Field>(
  Object.entries(words).flatMap(([field, names]) =>
    names.split('|').map((name) => [plain(name), field as Field] as const),
  ),
);

/** The field of a column by its name; undefined for a column that is left out. */
export function fieldOf(header: string): Field | undefined {
  const name = plain(header);
  const known = dictionary.get(name);
  if (known !== undefined) return known;
  const bare = name.replace(/ \d{1,2}$/, '');
  if (bare !== name && dictionary.get(bare) !== undefined) return dictionary.get(bare);
  // Google: "E-mail 1 - Value"; Outlook: "E-mail 2 Address", "E-Mail 2: Angezeigter Name".
  if (/^e ?mail \d{1,2} value$/.test(name)) return 'email';
  if (/^e ?mail \d{1,2} (?:label|type)$/.test(name)) return 'emailLabel';
  if (/^(?:phone|telefon) \d{1,2} value$/.test(name)) return 'phone';
  if (/^website \d{1,2} value$/.test(name)) return 'profile';
  if (/^organi[sz]ation \d{1,2} name$/.test(name)) return 'company';
  if (/^organi[sz]ation (?:\d{1,2} )?title$/.test(name)) return 'role';
  const unnumbered = name.replace(/ \d{1,2}(?= )/, '').replace(/(?<=[a-z])\d{1,2}(?= |$)/, '');
  if (/^e ?mail (?:display name|angezeigter name)$/.test(unnumbered)) return 'emailDisplay';
  return unnumbered === name ? undefined : dictionary.get(unnumbered);
}

/** Lower case, without accents, brackets and punctuation: `E-Mail:` and `e mail` are one. */
function plain(header: string): string {
  return header
    .slice(0, 100)
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('ß', 'ss')
    .normalize('NFKC')
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
