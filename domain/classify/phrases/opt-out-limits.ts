import { phraseList } from './phrase-list.ts';

/**
 * After "don't write to me": a when, or a place that is not the mailbox, makes it something else than
 * never. To add a language, add its words to each list; accents and case do not matter.
 */
export const limitsBehind: readonly string[] = phraseList(`
  the cc | cc | bcc | the cc list | off list | offlist | until | till | before | after | as (a/an/the/) (assignee/reviewer/author/owner/admin/member/moderator/maintainer) | while | during | between | unless | except | yet
  bis | vor | nach | während | solange | jusqu'à | jusqu'au | jusqu'en | avant | après | pendant | tant que | hasta | antes de | antes del | después de | durante | mientras | fino a | fino al | prima di | prima del | dopo | finché | até | antes do | depois de | enquanto | voordat | tot | tijdens | zolang | dopóki | przed | podczas | tills | innan | före | medan | indtil | før | mens | ennen | kunnes | dokud | před | během | пока | до | после | во время | önce | kadar
`);

/** They limit the request wherever they stand in it. */
export const limitsAround: readonly string[] = phraseList(`
  (outside/outside of/out of/after/during) (office/business/working/work/normal/regular/my office/my working/my work/core/school) hours | (outside/outside of) (hours/my hours/term/term time) | after hours | out of hours
  (on/at/over) (the/) (weekend/weekends) | on (sunday/sundays/saturday/saturdays/friday/fridays/holidays/public holidays/the sabbath/shabbat/weekdays/my day off/my days off) | at night | late at night | in the (evening/evenings/morning/mornings/middle of the night/summer) | over (christmas/easter/the holidays/the summer/new year)
  (this/next) (week/month/quarter/semester/term/year/weekend) | (right now/for now/for the moment/at the moment/just now/just yet/today/tonight/tomorrow/at this time of year) | (so/too/quite so/that) (often/early/late/frequently) | (more than/more often than) (once/twice/every) | every (day/week/month) | twice a (day/week/month) | all at once
  for (a/the next/another/a few/two/three/one) (week/weeks/month/months/while/day/days/bit) | while (i/i'm/i am/we/they/she/he) | when i | in (january/february/march/april/may/june/july/august/september/october/november/december) | (without an/without a) (agenda/subject/cv/resume/question)
  außerhalb (der/meiner/von/unserer/) (arbeitszeit/arbeitszeiten/bürozeit/bürozeiten/dienstzeit/dienstzeiten/geschäftszeiten/öffnungszeiten/sprechzeiten) | (am/an) (wochenende/wochenenden/sonntag/sonntagen/feiertagen/abend) | nach feierabend | abends | nachts | im (urlaub/januar/februar/märz/april/mai/juni/juli/august/september/oktober/november/dezember/sommer) | (diese/nächste/kommende) woche | (momentan/derzeit/zurzeit/im moment/vorerst/fürs erste) | (so/zu) (oft/häufig/spät/früh) | über die feiertage
  en dehors (des/de) (heures/horaires/mes heures/mes horaires) | (le/ce) (week-end/weekend/soir/dimanche/samedi) | pendant (les vacances/mes vacances/mes congés/l'été) | (cette/la) semaine (prochaine/) | (pour l'instant/pour le moment/en ce moment) | (si/aussi/trop) (souvent/tard/tôt)
  fuera (del/de) (horario/mi horario/horas/las horas) | (los/en) (fines de semana/fin de semana/sábados/domingos/vacaciones) | (esta/la próxima) semana | (por ahora/por el momento/de momento) | (tan/demasiado) (a menudo/seguido/temprano/tarde)
  (fuori/al di fuori) (orario/dall'orario/dagli orari/dell'orario/degli orari) | (nel/durante il) (weekend/fine settimana) | (questa/la prossima) settimana | (per ora/per il momento/al momento) | (così/troppo) (spesso/tardi/presto) | la domenica | la sera
  fora (do/de) (horário/expediente/horas) | (aos/no/nos) (fins de semana/fim de semana/domingos/sábados/feriados) | (esta/nesta/na próxima) semana | (por enquanto/por agora/de momento) | com tanta (frequência/freqüência)
  buiten (kantooruren/werktijd/werktijden/kantoortijden/werkuren) | in het weekend | 's (avonds/nachts) | (deze/volgende) week | (op dit moment/voorlopig/voor nu) | zo (vaak/laat/vroeg)
  poza godzinami | w (weekend/weekendy/niedzielę/niedziele) | wieczorem | w (tym/przyszłym) tygodniu | na razie | tak (często/późno)
  utanför (kontorstid/arbetstid/arbetstiden) | på (helger/helgen/helgerna/kvällar/kvällen/kvällarna/semestern) | (den här/nästa) vecka(n/) | just nu | så (ofta/sent) | uden for (kontortid/arbejdstid/arbejdstiden) | (i/på) (weekenden/weekender/ferien) | om aftenen | (denne/næste) uge | lige nu | så ofte | utenfor (kontortid/arbeidstid/arbeidstiden) | i (helgen/helgene/ferien) | på kveldstid | (denne/neste) (uka/uken) | akkurat nå
  (työajan/virka-ajan/toimistoajan) ulkopuolella | (viikonloppuisin/viikonloppuna/iltaisin/öisin) | (tällä/ensi) viikolla | juuri nyt | näin usein | mimo (pracovní/úřední) (dobu/hodiny) | (o víkendu/o víkendech/večer) | (tento/příští) týden | prozatím | tak často
  вне (рабочего времени/рабочих часов) | в (нерабочее/выходные) (время/) | по (выходным/вечерам) | (вечером/ночью) | на (этой/следующей) неделе | (сейчас/пока что) | так часто | mesai (saatleri/saati) (dışında/) | hafta sonu | hafta sonları | akşamları | (bu/gelecek) hafta | (şimdilik/şu an/şu anda) | bu kadar sık
  業務時間外 | 営業時間外 | 勤務時間外 | 時間外 | 週末 | 夜間 | 今週 | 来週 | 休暇中 | 下班时间 | 下班後 | 下班后 | 非工作时间 | 非工作時間 | 工作时间之外 | 工作時間以外 | 周末 | 週末 | 晚上 | 本周 | 这周 | 這週 | 暂时 | 暫時 | 之前 | 以前 | (근무/업무) (시간/시간에는/시간외/시간 외/시간외에는) | (주말/주말에/주말에는/저녁에/저녁에는/밤에/밤에는/당분간/휴가중에는/업무시간외에는) | (이번/다음) (주/주에는/주는) | 까지
  خارج (أوقات/ساعات) (العمل/الدوام) | في (عطلة نهاية الأسبوع/المساء) | هذا الأسبوع | حاليا | מחוץ לשעות | בסוף השבוע | בסופי שבוע | השבוע
`);

/** A channel, an address or somebody else's list: never, or only not this way; what stands beside it tells. */
export const channelLimits: readonly string[] = phraseList(`
  (at/on/to/via/through/from/under) (this/that) (email/e-mail/mail/address/email address/e-mail address/account/mailbox/inbox/number/phone) | (at/on/to/via/through/from/under) (this/that/my/the/an/our) (work/office/old/company/private/personal/business/university/school/student/shared/team/general/info/other/former/corporate/gmail) (email/e-mail/mail/address/email address/e-mail address/account/mailbox/inbox/number/phone) | (at/from) (work/home/the office) | here
  (via/through/by/over/on/using) (the front desk/front desk/reception/the reception/my assistant/my office/my secretary/my boss/my manager/hr/the company/our website/the website/the contact form/the form/phone/telephone/linkedin/facebook/whatsapp/instagram/xing/twitter/text/sms/email/e-mail/mail/teams/slack/chat/messenger/voicemail) | in (html/english/german/french/spanish/capitals/all caps) | with attachments | with (everyone/everybody/my boss/my team) in (cc/copy) | in (cc/copy/bcc)
  (the/that/this/your/) (attendee/attendees/guest/guests/participant/participants/participants'/invite/invitee/invitation/waiting/speaker/speakers/event/webinar/conference/seminar/alumni/volunteer/reading/panel/meeting/calendar/reviewer/committee/job/jobs/candidate/candidates/group/team/project) (list/lists/invite/invitation/thread/chat/group/agenda/roster/board) | (waitlist/whitelist/agenda/thread/group chat/chat/distribution for/invite/invitation/panel/program/programme/byline/credits)
  an (diese/dieser/die/meine) (adresse/e-mail-adresse/mailadresse/mail/firmenadresse/dienstadresse/dienstliche/private) | (unter/auf) (dieser/meiner/diesem/meinem) (adresse/mailadresse/e-mail-adresse/nummer/konto/account/dienstlichen/privaten) | (per/via/über) (mail/e-mail/email/telefon/linkedin/xing/whatsapp/sms/facebook/das sekretariat/meine assistentin/die zentrale/den empfang/das kontaktformular/meinen chef) | auf (linkedin/xing/whatsapp) | hierher | (der/von der) (teilnehmerliste/gästeliste/warteliste/einladungsliste/rednerliste)
  (à/sur/via) (cette/mon/ma/mes) (adresse/boîte/mail/compte/adresse professionnelle) | (par/via/sur) (mail/e-mail/email/téléphone/sms/linkedin/whatsapp/facebook/l'accueil/le standard/le formulaire) | au (bureau/travail) | ici | (la/de la) liste (des participants/des invités/d'attente/des intervenants)
  (a/en/por) (este/esta/mi/ese) (correo/dirección/cuenta/email/mail/correo de trabajo/correo electrónico/número/buzón) | (por/via/vía/a través de) (correo/email/mail/teléfono/whatsapp/linkedin/sms/recepción/la recepción/el formulario) | (al/en el) trabajo | aquí | (la/de la) lista de (asistentes/invitados/participantes/espera)
  (a/su/da) (questo/questa/mio/quest') (indirizzo/mail/email/casella/numero/account) | (via/per/tramite/su) (mail/e-mail/email/telefono/whatsapp/linkedin/sms/la reception/il centralino) | (in ufficio/al lavoro/qui) | (la/dalla) lista (dei partecipanti/degli invitati/d'attesa)
  (neste/para este/a este/nesta/para esta) (e-mail/email/endereço/conta/correio/número) | (por/via/através de/pelo) (e-mail/email/telefone/whatsapp/linkedin/sms/recepção) | (no trabalho/aqui) | lista de (participantes/convidados/espera)
  (op/naar/via) (dit/deze/mijn) (adres/e-mailadres/mailadres/werkadres/account/nummer) | (via/per/op) (mail/e-mail/telefoon/whatsapp/linkedin/sms/de receptie) | hier | op mijn werk | (gastenlijst/deelnemerslijst/wachtlijst)
  na (ten/tym/moj/mój) (adres/mail/e-mail/numer) | (mailem/telefonicznie/przez telefon/przez linkedin/na linkedin) | (tutaj/na służbowy) | (lista/listy) (uczestników/gości)
  (på/till) (den här/denna/min/denne/dette) (adressen/adress/mejlen/mailen/e-postadressen/adresse/mail/mailadresse) | (via/per/på) (mejl/mail/telefon/linkedin/whatsapp/sms/e-post/e-mail) | (här/hit/her) | (deltagarlistan/deltagerlisten/deltakerlisten/gästlistan/gæstelisten)
  (tähän/tämän) (osoitteeseen/sähköpostiin) | (sähköpostilla/puhelimella/linkedinissä) | na (tuto/tento/tuhle) (adresu/e-mail/mail) | (e-mailem/telefonem/přes linkedin) | на (этот/эту/рабочий/рабочую) (адрес/почту/ящик/email) | по (почте/телефону/этому адресу/этому номеру) | (в/через) (whatsapp/linkedin/ватсап/секретаря) | сюда | bu (adrese/adresten/e-postaya/maile/hesaba) | (e-posta ile/telefonla/linkedin'den/whatsapp'tan)
  このアドレス | こちらのアドレス | このメール | 電話では | 电话 | 電話 | 这个邮箱 | 這個郵箱 | 这个地址 | 這個地址 | 这个号码 | 工作邮箱 | 이 주소 | 이 메일 | 이 이메일 | 회사 메일 | 전화로 | على (هذا/هذه) (العنوان/البريد) | לכתובת הזאת | לכתובת הזו
`);

/** Another way to the same person, offered beside the request. */
export const otherWays: readonly string[] = phraseList(`
  (call/ring/phone/text/whatsapp/ping/telephone/dial/facetime) (me/my/us) | give me a (call/ring/buzz/shout) | (pick up/by/use) the phone | (call/ring/phone) (is/works/would be) (better/best/fine/easier) | (reach/find/catch) me (at/on/by/via/under/through/there) | (write/send/mail/email/message) (to/it to/them to/it/) me (directly/at/on/under/via/there/instead) | (use/try/prefer) (my/this/the) (other/new/private/personal/home/work/gmail/mobile/cell) | (new/private/personal/home) (address/email) is | (come by/drop by/stop by/swing by/visit me) | (go through/contact/ask/write to/talk to/email) my (assistant/secretary/agent/office) | (better/easier/rather) (by/over/on) (phone/the phone/telephone/linkedin/whatsapp/signal) | on (signal/whatsapp/linkedin/my mobile) instead
  (ruf/rufen/rufe/rufst) (sie/) (mich/) (lieber/bitte/gern/gerne/einfach/doch/) (an/mich/durch) | (telefonisch/per telefon/am telefon/ans telefon) | (schreiben/schreib/schicken/nutzen/nimm/nehmen/verwenden) (sie/) (mir/) (lieber/bitte/stattdessen/besser/) (an/unter/die/meine/auf) | (erreichen/erreichst/erreichbar) (sie/du/) (mich/bin ich/) (unter/über/am) | komm(en/) (sie/) (einfach/) vorbei
  (appelez/appelle/téléphonez/rappelez) (moi/plutôt/) | par téléphone | (écrivez/écris) moi (à/sur/directement/plutôt) | (utilisez/utilise/préférez) (plutôt/mon/l'adresse/cette) | joignable (au/à)
  (llámeme/llámame/llame/telefonéeme/márqueme/mejor por teléfono/por teléfono) | (escríbame/escríbeme/escriba) (a/al/mejor/directamente) | (use/usa/utilice/utiliza) (mi/el/la/este/esta/mejor/el correo) | mejor (llame/llámeme/escriba)
  (chiamami/mi chiami/telefonami/mi telefoni/per telefono/al telefono) | (scrivimi/mi scriva) (a/su/direttamente/piuttosto) | (usi/usa/utilizzi) (il mio/la mia/questo/l'indirizzo)
  (me ligue/ligue me/ligue para/me liga/telefone me/por telefone) | (escreva me/me escreva/escreva) (para/diretamente/antes) | (use/utilize/usa) (o meu/meu/o/este)
  (bel/belt) (me/mij) | (telefonisch/per telefoon) | (schrijf/mail) (me/mij/) (liever/naar/op/direct) | gebruik (liever/mijn/het)
  (proszę zadzwonić/zadzwoń/proszę dzwonić/telefonicznie) | (proszę pisać/pisz/napisz) na | (ring/ringa) (mig/istället/gärna/hellere/til mig/meg/heller/på) | (skriv/mejla) (till/til) (min/mig/meg) | (soita/soittakaa) | (kirjoita/kirjoittakaa) (minulle/mieluummin) | (zavolejte/zavolej/volejte) | (pište/piš) (na/raději) | (позвоните/звоните/позвони/лучше по телефону) | (пишите/напишите/лучше) на | (arayın/arayabilirsiniz/telefonla/telefon edin) | şu adrese
  お電話 | 電話を | 電話で | 電話ください | の方に | の方へ | 打电话 | 打電話 | 给我打 | 改用 | 请用 | 請用 | 전화 (주세요/주십시오/부탁/해) | اتصل بي | على الهاتف | תתקשר | התקשרו | תתקשרו
`);

/** Who passes on what was said to others: "I tell them: stop emailing me". */
export const reportingWords: readonly string[] = phraseList(`
  tell | told | telling | tells | say | said | says | saying | answer | answered | reply | replied | write | wrote | ask | asked | shout | shouted | thought | think | reads | sage | sagte | sagen | antworte | antwortete | schreibe | schrieb | dis | dit | disais | réponds | écris | digo | dije | decía | respondo | dico | dicevo | rispondo | disse | respondi | zeg | zei | schreef | mówię | powiedziałem | powiedziałam | piszę | säger | sa | sade | siger | sagde | sier | sanon | sanoin | říkám | řekl | řekla | говорю | сказал | сказала | отвечаю | пишу | diyorum | dedim | derim
`);

/** To whom a request is said that is meant for the reader. */
export const addressedWords: readonly string[] = phraseList(`
  you | ihnen | dir | euch | vous | te | toi | usted | ti | le | lei | você | vocês | u | je | jou | panu | pani | dig | er | deg | dere | teille | sinulle | vám | ti | вам | тебе | size | sana | again | now
`);

/** With one of these at its head, a clause says what somebody may wish, not that somebody does. */
export const conditionWords: readonly string[] = phraseList(`
  if | should you | in case | unless you | whenever | wenn | falls | sollten sie | solltest du | sollte ich | sofern | si vous | si tu | si l'on | si usted | si no | si desea | si prefiere | se non | se desidera | se preferisce | se não | se preferir | caso não | als u | als je | indien | mocht u | wanneer | jeśli | jeżeli | gdyby | om du | om ni | hvis | dersom | jos | mikäli | pokud | jestli | если | eğer | もし | 如果 | 若您 | 만약
`);
