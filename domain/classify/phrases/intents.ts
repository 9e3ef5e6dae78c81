import { phraseList } from './phrase-list.ts';

/**
 * What people answer to a request for a talk, by language. `(a/b/)` stands for either or none;
 * accents, case and punctuation do not matter. To add a language, add its line to each record.
 */
export const interestPhrases: Readonly<Record<string, readonly string[]>> = {
  en: phraseList(`
  (happy/glad/delighted/pleased/honored/honoured/thrilled/excited/willing) to (chat/talk/speak/meet/help/connect/share/discuss/jump/hop/do/have/make/answer/give/set/schedule/find/arrange/assist/catch/grab/be of help/tell/offer/sit/oblige/get on/get together)
  (more than/very/really/so/quite) (happy/glad) to | (happy/glad) to be of | i'd be (happy/glad/delighted/honored/honoured/pleased/up for/open to/game/interested)
  i would be (happy/glad/delighted/honored/honoured/pleased/open to/interested) | (i'd/i would) (love/like) to (chat/talk/speak/meet/help/connect/share/hear/catch/discuss)
  (be/it's/it would be/would be/that would be/it'd be) (my/a) pleasure | be (great/good/nice/lovely/fun/fine) to (chat/talk/speak/meet/connect/catch)
  (sounds/sound/that sounds/this sounds) (good/great/fun/perfect/wonderful/lovely/interesting/like a plan/fine) | let's (do/chat/talk/meet/set/schedule/find/connect/speak/make it/arrange/plan/catch/grab/have/get)
  (count me in/i'm in/i'm game/i'm up for/i am up for/works for me/that works/fine by me/fine with me/sure thing/of course/absolutely/gladly/with pleasure/why not/no problem/by all means/yes please)
  (give me a call/give me a ring/call me/ring me/feel free to call/my number is/my cell is/my mobile is/you can reach me/reach me at/here is my calendar/here's my calendar/book a time/book a slot/grab a time/grab a slot/pick a time/pick a slot/calendly)
  (when/what time/what times/which day/what day/what days/which days) (are/would/works/work/suits/suit/were/is/do) (you/best/good/for/convenient)
  (send/shoot/propose/suggest) (me/over) (a few/some/a calendar/times/slots/dates/possible) | (your/my) (availability/availabilities) | what does your (calendar/schedule/week) look like | (set up/schedule/arrange/find) a (call/time/meeting/chat/slot/time to)
  looking forward to (our/meeting/speaking/talking/the call/the chat/chatting/our chat/our call) | (happy/glad) you reached out | i (can/could) (do/make/spare/offer) | i have (time/some time/availability/openings/a slot) | i'm (free/available/open/around) | i am (free/available/open)
  love to (chat/talk/help/meet/connect/speak)
`),
  de: phraseList(`
  (sehr/) (gern/gerne) | (freue/würde mich freuen/freut) (mich/) (auf/sehr/über/darauf/ihnen/dir) | (klar/natürlich/selbstverständlich/jederzeit/einverstanden) | (passt/klingt/hört sich) (gut/mir/bei mir/super/prima/interessant/spannend) | (melden/ruf/rufen/rufe) (sie/) (mich/mir/sich gern/sich gerne) (an/gern/gerne) | (wann/welcher tag/welche zeit) (passt/würde/hätten/haben/hast/wäre/können/kannst) | (ihnen/dir) (gern/gerne) (helfen/weiterhelfen/auskunft/zur verfügung) | stehe (ihnen/dir/) (gern/gerne) | (machen/vereinbaren/finden) wir
`),
  fr: phraseList(`
  (avec/ce serait avec/ce sera avec) (plaisir/grand plaisir/joie) | (volontiers/bien sûr/bien entendu/pas de problème/d'accord/entendu/parfait) | (serais/serai/suis) (ravi/ravie/heureux/heureuse/enchanté/enchantée/disponible/partant/partante/disposé/disposée) | (quand/quelles) (seriez/êtes/es/sont vos/serais) | (appelez/appelle/contactez) moi | (ça/cela) me (convient/va) | n'hésitez pas à m'appeler | vos disponibilités
`),
  es: phraseList(`
  (con/con mucho/será un/sería un/encantado de/encantada de) (gusto/placer/ayudarte/ayudarle/hablar/charlar/conversar) | (encantado/encantada/claro que sí/por supuesto/desde luego/cómo no/me encantaría/de acuerdo/me parece bien/me parece perfecto/me parece genial/cuenta conmigo) | (cuándo/qué día/a qué hora) (puedes/puede/te/le/podrías/podría/estás/tienes/tiene) | (llámame/llámeme) | (tu/su) disponibilidad
`),
  it: phraseList(`
  (con/molto/con molto) (piacere/volentieri) | volentieri | (certo/certamente/assolutamente/d'accordo/perfetto/va bene) | (sarei/sono/sarò) (felice/lieto/lieta/disponibile/contento/contenta/a disposizione) | (quando/che giorno/a che ora) (puoi/può/sei/è/saresti/sarebbe/preferisci/preferisce/ti/le) | mi chiami | chiamami | mi farebbe piacere | le tue disponibilità | le sue disponibilità
`),
  pt: phraseList(`
  (com/com todo/com muito/será um/seria um/terei todo) (prazer/o prazer/o gosto/gosto) | (claro/claro que sim/com certeza/combinado/sem problema/pode ser/perfeito/topo) | (fico/ficaria/ficarei/estou/estarei) (feliz/contente/disponível/à disposição) | (quando/que dia/qual dia/que horas/qual horário) (pode/podes/você/é/seria/fica/está/te) | (me ligue/ligue me/liga me/me liga) | sua disponibilidade
`),
  nl: phraseList(`
  (graag/natuurlijk/uiteraard/prima/akkoord/leuk/zeker/geen probleem) | (wil/zou/help/doe) (ik/je/u) (graag/wel) | (wanneer/welke dag/hoe laat) (kun/kan/schikt/komt/heb/heeft/ben/zou/past) | bel (me/mij) | (lijkt/klinkt) (me/mij/) (leuk/goed/interessant/prima)
`),
  pl: phraseList(`
  (chętnie/z przyjemnością/oczywiście/jasne/pewnie/bardzo chętnie/zgoda/nie ma problemu/brzmi dobrze/pasuje mi/bardzo proszę) | (kiedy/w jaki dzień/o której) (pan/pani/masz/ma/możemy/pasuje/byłoby/możesz/będzie) | (proszę zadzwonić/zadzwoń)
`),
  sv: phraseList(`
  (gärna/självklart/absolut/visst/självfallet/låter bra/låter kul/låter trevligt/det går bra/det passar bra/inga problem) | (ring/slå) (mig/en signal) | (när/vilken dag/vilken tid) (passar/kan/har/är/skulle)
`),
  da: phraseList(`
  (gerne/meget gerne/selvfølgelig/naturligvis/lyder godt/lyder spændende/det passer/det kan vi godt/selvfølgelig vil jeg/intet problem) | ring (til mig/endelig) | (hvornår/hvilken dag) (passer/kan/har/er/ville)
`),
  no: phraseList(`
  (gjerne/veldig gjerne/selvsagt/selvfølgelig/høres bra ut/høres fint ut/høres spennende ut/det passer/ikke noe problem/klart det) | ring meg | (når/hvilken dag) (passer/kan/har/er/ville)
`),
  fi: phraseList(`
  (mielelläni/mielellään/toki/totta kai/ilman muuta/kuulostaa hyvältä/sopii/käy hyvin/selvä) | (milloin/koska/mikä päivä) (sopisi/sopii/olisi/ehdit/voit/sinulle/teille) | (soita/soittakaa) (minulle/)
`),
  cs: phraseList(`
  (rád/ráda/velmi rád/velmi ráda/s radostí/samozřejmě/jistě/určitě/není problém/zní to dobře/souhlasím/s potěšením/rada/veľmi rád) | (kdy/jaký den/v kolik/kedy) (se/by/máte/můžete/vám/ti/můžeš/sa) | (zavolejte/zavolej) mi
`),
  ru: phraseList(`
  (с удовольствием/с радостью/конечно/буду рад/буду рада/рад помочь/рада помочь/рад буду/рада буду/хорошо/договорились/не проблема/без проблем/согласен/согласна/давайте) | (когда/в какой день/во сколько) (вам/вы/тебе/ты/удобно/было/сможете) | (позвоните/звоните/позвони) мне | із задоволенням | з радістю | звичайно
`),
  tr: phraseList(`
  (memnuniyetle/seve seve/tabii/tabii ki/elbette/olur/zevkle/mutlu olurum/memnun olurum/sevinirim/kulağa hoş geliyor/uygundur/bana uyar) | (ne zaman/hangi gün/saat kaçta) (müsaitsiniz/müsaitsin/uygun/görüşebiliriz/konuşalım/uygunsunuz) | beni (arayın/arayabilirsiniz/ara)
`),
  ja: phraseList(`
  喜んで | もちろんです | もちろん、 | ぜひお話 | ぜひ一度 | 是非お話 | 大丈夫です | 可能です | 承知しました | 承知いたしました | お話しできれば | お受けします | お役に立て | いつがよろしい | ご都合はいかが | ご都合のよい | ご都合の良い | お電話ください | 問題ありません
`),
  zh: phraseList(`
  很高兴 | 很高興 | 很乐意 | 很樂意 | 乐意 | 樂意 | 没问题 | 沒問題 | 当然可以 | 當然可以 | 可以的 | 好的 | 欢迎联系 | 歡迎聯絡 | 什么时候方便 | 什麼時候方便 | 何时方便 | 何時方便 | 给我打电话 | 打電話給我 | 有空聊 | 可以聊
`),
  ko: phraseList(`
  기꺼이 | 물론입니다 | 물론이죠 | 좋습니다 | 좋아요 | 가능합니다 | 언제 (가능하신가요/가능하세요/편하신가요/괜찮으신가요/시간) | 전화 주세요 | 도와드리겠습니다 | 만나서 이야기
`),
};

export const declinePhrases: Readonly<Record<string, readonly string[]>> = {
  en: phraseList(`
  (can't/cannot/can not/won't/will not/won't be able to/will not be able to/wouldn't be able to/would not be able to/unable to/not able to/not be able to/couldn't/not in a position to/don't have time to/do not have time to/don't have the time to/have no time to/don't have the bandwidth to/do not have the bandwidth to) (help/meet/chat/talk/speak/do this/participate/take/accommodate/commit/make time/assist/connect/be of/offer/find/do informational/do interviews/do it/make this/fit/get involved/take part/find the time/support/answer/accept/contribute)
  (unable/not able) to (help/meet/chat/talk/speak/participate/accommodate/commit/assist/take/connect/support/accept) | (have to/must/need to/going to have to/will have to/i'll have to/i'll/am going to/gonna) (decline/pass/say no/turn this down/turn you down)
  not something (i/we) (can/could) | (respectfully/politely/regretfully) (decline/pass) | (i/we) (decline/pass) | (don't/do not) (do/give/grant/offer/take/accept/conduct) (informational/interviews/these/such/calls/meetings/requests/phone/coffee)
  (too/so/very/really/extremely/super/crazy/far too/quite/swamped/completely) (busy/swamped/overloaded/stretched/booked/overwhelmed/slammed/snowed under) | (swamped/snowed under/overwhelmed/slammed/fully booked/at capacity/stretched thin)
  (not/no longer/not really/not currently/not particularly) interested | no interest | (no/not) thanks | no thank you | (don't/do not) think (i'm/i am/i can/i'd be/i would be/i could/it would/this/we can/that i) (the right/right/be/help/a good/of/much/make/the best/useful/able)
  (not/isn't/am not/i'm not/probably not/may not be/might not be/wouldn't be) the (right/best/correct/appropriate) (person/contact/one/individual/people/fit)
  (no longer/not) (work/working/with/at/employed/in that/in this) (there/at/in/for/with/the company/the/that/role/team/by) | (left/retired from/have left/have retired) (the company/the industry/the field/that company/my job/this company)
  (not/no) (possible/a good time/the right time/time for/available for/taking/accepting/open to) (at/for/right/this/now/me/any/calls/meetings/new/requests/such) | (don't/do not) have (the time/time/any time/capacity/bandwidth/the capacity/the bandwidth) | have no (time/capacity/bandwidth/availability)
  (i'd/i would/would/we'd) rather not | (i'd/i would/we) prefer not to | (i'm/i am) going to (pass/decline) | (wish you/wishing you) (luck/good luck/all the best/the best of luck) elsewhere | (against/not allowed/company policy/our policy) (company policy/to speak/to talk/prevents/does not/doesn't)
  not (for me/at this time/right now/able to help) | afraid (not/i can't/i cannot/i won't/i'm not/i am not/i don't/that won't) | regret (that i/to inform/to say/i can) | unfortunately (not/no/i can't/i cannot/i am unable/i'm unable/i won't/i don't have/i do not have/i am not able/i'm not able/i am not/i'm not)
`),
  de: phraseList(`
  (leider/bedauerlicherweise) (nicht/keine zeit/kein/nein/absagen/ablehnen/muss ich/kann ich/habe ich/bin ich/fehlt/ist es mir/kann/schaffe) | (kann/können) (ich/wir) (ihnen/dir/da/hier/leider/dabei/nicht) (leider/nicht/dabei/da) (helfen/weiterhelfen/nicht/weiter)
  (keine/kein/nicht) (zeit/interesse/interessiert/möglich/kapazität/kapazitäten) | (nicht/falsche/falscher) (der richtige/die richtige/ansprechpartner/ansprechpartnerin) | (der/die) (falsche/nicht richtige) (ansprechpartner/ansprechpartnerin/person) | (muss/möchte) (ich/) (leider/) (absagen/ablehnen/passen) | (arbeite/bin) (ich/) nicht mehr (bei/dort/in/für) | zu (viel zu tun/beschäftigt/ausgelastet) | nein danke
`),
  fr: phraseList(`
  (malheureusement/hélas/désolé mais/désolée mais) (je/ce/mon/non/il/nous/cela/pas) | ne (peux/pourrai/pourrais/suis/peut) (pas/malheureusement pas/hélas pas) (vous/t'/me/y/donner/accepter/la bonne/le bon/disponible/en mesure/intéressé/intéressée/rencontrer/répondre) | (pas/plus) (intéressé/intéressée/le temps/disponible/en mesure/la bonne personne/le bon interlocuteur/la bonne interlocutrice) | (dois/vais/préfère) (décliner/refuser) | je (décline/refuse/dois décliner) | non merci | ne travaille plus
`),
  es: phraseList(`
  (lamentablemente/desafortunadamente/desgraciadamente/por desgracia/lo siento pero/lo siento) (no/tengo que/estoy/me) | no (puedo/podré/podría/me es posible/estoy disponible/tengo tiempo/dispongo de tiempo/estoy interesado/estoy interesada/me interesa/soy la persona/soy el indicado/trabajo ya) | (no gracias/tengo que declinar/debo declinar/ya no trabajo)
`),
  it: phraseList(`
  (purtroppo/mi dispiace ma/mi spiace ma/sfortunatamente) (non/devo/sono/no/in questo) | non (posso/potrò/riesco/ho tempo/sono interessato/sono interessata/mi interessa/sono la persona/sono disponibile/lavoro più) | (no grazie/devo declinare/devo rifiutare)
`),
  pt: phraseList(`
  (infelizmente/lamentavelmente/lamento mas/desculpe mas) (não/tenho/estou/terei) | não (posso/poderei/consigo/tenho tempo/tenho disponibilidade/estou disponível/estou interessado/estou interessada/me interessa/sou a pessoa/trabalho mais/tenho interesse) | (não obrigado/não obrigada/tenho de recusar/tenho que recusar)
`),
  nl: phraseList(`
  (helaas/jammer genoeg) (niet/kan/heb/geen/moet/ben/lukt) | (geen/niet) (tijd/interesse/geïnteresseerd/mogelijk/de juiste persoon/beschikbaar) | (kan/kunnen) (ik/wij/u/je) (u/je/helaas/hier/daar) (niet/helaas) | (nee bedankt/nee dank u/werk niet meer/werk daar niet/te druk)
`),
  pl: phraseList(`
  (niestety/przykro mi ale) (nie/muszę/jestem/brak) | nie (mogę/mam czasu/jestem zainteresowany/jestem zainteresowana/jestem w stanie/jestem właściwą/dam rady/pracuję już/interesuje) | (muszę odmówić/nie dziękuję/dziękuję nie)
`),
  sv: phraseList(`
  (tyvärr/dessvärre) (inte/kan/har/måste/är/hinner/nej) | (inte/har inte) (tid/intresserad/möjlighet/rätt person/möjligt/tillgänglig) | (måste tacka nej/tackar nej/nej tack/hinner inte/jobbar inte kvar/arbetar inte längre)
`),
  da: phraseList(`
  (desværre/beklager men) (ikke/kan/har/må/er/nej) | (ikke/har ikke) (tid/interesseret/mulighed/mulighed for/den rette/muligt) | (må takke nej/siger nej tak/nej tak/arbejder ikke længere)
`),
  no: phraseList(`
  (dessverre/beklager men) (ikke/kan/har/må/er/nei) | (ikke/har ikke) (tid/interessert/mulighet/anledning/rette person/riktig person/mulig) | (må takke nei/takker nei/nei takk/jobber ikke lenger)
`),
  fi: phraseList(`
  (valitettavasti/ikävä kyllä/pahoittelen mutta) (en/ei/minulla/joudun/olen) | (en ehdi/en pysty/en voi/ei kiitos/ei kiinnosta/en ole kiinnostunut/minulla ei ole aikaa/en ole oikea)
`),
  cs: phraseList(`
  (bohužel/je mi líto ale/bohužiaľ/žiaľ) (ne/nemohu/nemám/nejsem/musím/to/se/vám/nemôžem/nie) | (nemám čas/nemohu vám/nemůžu/nemám zájem/nejsem správná/nejsem ten/ne děkuji/musím odmítnout/už tam nepracuji/nemám záujem)
`),
  ru: phraseList(`
  (к сожалению/увы/сожалею но/извините но) (не/нет/я/у меня/вынужден/вынуждена/сейчас/мне/это) | (не могу/не смогу/нет времени/не интересно/не интересует/не заинтересован/не заинтересована/вынужден отказаться/вынуждена отказаться/нет спасибо/спасибо нет/больше не работаю/не тот человек) | на жаль
`),
  tr: phraseList(`
  (maalesef/ne yazık ki/üzgünüm ama) | (ilgilenmiyorum/vaktim yok/zamanım yok/uygun değilim/müsait değilim/hayır teşekkürler/yardımcı olamam/doğru kişi değilim/görüşemem/katılamam/artık çalışmıyorum)
`),
  ja: phraseList(`
  残念ながら | お断り | 辞退 | 難しいです | 難しい状況 | 申し訳ありませんが | 申し訳ございませんが | お力になれ | 時間が取れ | 時間がとれ | 対応できません | 対応いたしかね | お受けできません | 興味がありません | 興味はありません | 退職しました | いたしかねます
`),
  zh: phraseList(`
  很遗憾 | 很遺憾 | 恐怕不 | 没有时间 | 沒有時間 | 没时间 | 沒時間 | 不感兴趣 | 不感興趣 | 没兴趣 | 沒興趣 | 无法帮 | 無法幫 | 帮不了 | 幫不了 | 不方便 | 谢绝 | 謝絕 | 婉拒 | 不太合适 | 不合适 | 不是合适的人 | 已经离职 | 已離職 | 太忙
`),
  ko: phraseList(`
  (안타깝게도/아쉽게도/죄송하지만/유감스럽게도) | 관심 없습니다 | 관심이 없습니다 | 시간이 없습니다 | 어렵습니다 | 어려울 것 (같습니다/같아요) | 거절 | 도와드릴 수 없 | 더 이상 근무하지
`),
};

/** What turns a refusal into an offer when it stands between both. */
export const turnWords: readonly string[] = phraseList(`
  but | however | though | although | instead | alternatively | aber | jedoch | allerdings | dafür | mais | cependant | toutefois | pero | sin embargo | ma | però | tuttavia | mas | porém | no entanto | maar | echter | wel | ale | jednak | natomiast | men | dock | mutta | kuitenkin | avšak | но | однако | зато | але | ama | fakat | ancak | でも | しかし | ただ | ですが | 但是 | 但 | 不过 | 不過 | 하지만 | 그러나
`);

/** Polite questions that ask for nothing. */
export const idleQuestions: readonly string[] = phraseList(`
  how are you | how's it going | how is it going | how are things | how have you been | hope you're well | who knows | why not | right | isn't it | wie geht es | wie geht's | ça va | comment allez | cómo estás | cómo está | qué tal | come stai | come sta | come va | tudo bem | como vai | hoe gaat het | jak się masz | hur mår du | hvordan går det | как дела | お元気ですか | 你好吗
`);

/** Who to write to instead: the words around a name or an address. */
export const referralPhrases: readonly string[] = phraseList(`
  (took/has taken/have taken/is taking/will take/takes/taking) over | (taken/took) my (place/role/position) | (replaced/replaces/replacing/succeeds/succeeded) me | (my/the/her/his) (replacement/successor) | (has/now has/holds) my (old/former) (role/job/position/desk) | (direct/address/forward/send/redirect) (your/all/any/further/future) (messages/message/emails/email/mail/enquiries/inquiries/requests/questions/correspondence) (to) | (is/will be) (handling/covering/looking after/responsible for/in charge of) | (is/would be) the (person/one) to (ask/talk/write/contact/speak) | (in my place/in my stead)
  (übernimmt/übernommen/hat übernommen/zuständig ist/vertritt mich/meine vertretung/vertretungsweise/ersetzt mich/an meiner stelle/meine nachfolge) | (richten/senden/schicken/leiten) sie (ihre/bitte/alle) (anfragen/anfrage/nachrichten/nachricht/mails/e-mails/mail/ihre) | (wenden) (sie/) (sich/) (bitte/) (sich/) (direkt/künftig/ab sofort/stattdessen/) an
  (me remplace/a pris ma suite/a repris mon poste/mon remplaçant/ma remplaçante/mon successeur/a repris mes fonctions) | (adresser/envoyer/transmettre/diriger) (vos/votre/tout/toute) (messages/message/demandes/demande/courriels/mails) | (veuillez/merci de) (contacter/écrire/vous adresser/adresser)
  (me sustituye/me reemplaza/mi sucesor/mi sucesora/ocupa mi puesto/en mi lugar/se ha hecho cargo) | (dirija/dirijan/envíe/envíen/dirigir/enviar/remitir) (sus/su/los/las/todos/cualquier) (mensajes/mensaje/correos/consultas/consulta/solicitudes) | (póngase/ponerse) en contacto con
  (mi sostituisce/il mio successore/la mia sostituta/il mio sostituto/ha preso il mio posto/al mio posto) | (indirizzare/inviare/inviate/indirizzi/invii) (i/le/la/il/eventuali) (messaggi/email/richieste/comunicazioni/messaggio/richiesta)
  (me substitui/meu sucessor/minha sucessora/assumiu meu lugar/assumiu minhas funções/no meu lugar) | (direcionar/direcione/direcionem/encaminhar/encaminhe/enviar/dirigir/envie) (as/os/suas/seus/a/o/quaisquer) (mensagens/mensagem/e-mails/emails/solicitações/demandas/contatos/dúvidas/assuntos) | (favor/por favor) (contatar/contactar/procurar/falar com/entrar em contato com)
  (mijn opvolger/mijn opvolgster/neemt het over/heeft het overgenomen/vervangt mij) | (richt/stuur) (uw/je) (vragen/mail/mails/bericht/berichten) (naar/aan/tot) | (mój następca/moja następczyni/zastępuje mnie/przejął moje/przejęła moje) | (proszę) (kierować/przesyłać/pisać) | (min efterträdare/har tagit över/ersätter mig/vänligen kontakta/min efterfølger/har overtaget/har tatt over/min etterfølger/vennligst kontakt) | (seuraajani/minua sijaistaa/sijaiseni) | (můj nástupce/moje nástupkyně/zastupuje mě/převzal po mně/převzala po mně)
  (мой преемник/моя преемница/меня заменяет/вместо меня/замещает меня) | (yerime/görevi devraldı/yerime geçen) | 後任 | 接替 | 由我的同事 | 请联系 | 請聯絡 | 후임 | (ليحل محلي/خلفي/يرجى التواصل مع) | (vă rugăm să contactați/kérem forduljon)
  (contact/email/e-mail/reach out to/talk to/speak to/speak with/talk with/write to/get in touch with/ask/try/connect with/check with/reach/refer you to/point you to/introduce you to/put you in touch with/suggest/recommend/copying/cc'ing/ccing/cc'd/looped in/looping in/adding/meet/forwarded your/forwarded this/passed your/passed this/better person/best person/right person/colleague/colleagues/successor/assistant/my assistant)
  (wenden sie sich an/wende dich an/kontaktieren sie/kontaktiere/schreiben sie an/sprechen sie mit/sprich mit/fragen sie/meine kollegin/mein kollege/meinen kollegen/meiner kollegin/meinem kollegen/ansprechpartner/ansprechpartnerin/weitergeleitet an/nachfolger/nachfolgerin/empfehle)
  (contactez/contacter/adressez vous/adresser à/écrivez à/parlez à/parler à/vous orienter vers/ma collègue/mon collègue/en copie/recommande/mettre en relation/mettre en contact)
  (contacta a/contacta con/contacte a/contacte con/escribe a/escriba a/habla con/hable con/dirígete a/diríjase a/mi colega/mi compañero/mi compañera/en copia/recomiendo) | (contatta/contatti/scrivi a/scriva a/parla con/parli con/rivolgiti a/si rivolga a/la mia collega/il mio collega/in copia/consiglio)
  (contacte o/contacte a/contate/escreva para/fale com/entre em contato com/meu colega/minha colega/em cópia/recomendo) | (neem contact op met/mail/schrijf naar/spreek met/vraag/mijn collega/in cc/raad je aan/raad u aan) | (proszę skontaktować się z/skontaktuj się z/napisz do/mój kolega/moja koleżanka/polecam)
  (kontakta/prata med/hör av dig till/skriv till/min kollega/rekommenderar) | (kontakt/tal med/skriv til/min kollega/anbefaler/ta kontakt med/snakk med/min kollega) | (ota yhteyttä/kirjoita/kollegani/suosittelen) | (kontaktujte/napište/obraťte se na/můj kolega/moje kolegyně/doporučuji)
  (свяжитесь с/напишите/обратитесь к/поговорите с/мой коллега/моя коллега/моего коллегу/рекомендую) | (ile iletişime geçin/ile görüşün/meslektaşım/iş arkadaşım/öneririm) | 担当は | ご連絡ください | 連絡してみて | 联系 | 聯絡 | 同事 | 동료
`);

/** With one of these, a sentence with a time offers or asks for it. */
export const offerWords: readonly string[] = phraseList(`
  works | work | free | available | availability | could | can | how about | what about | let's | lets | shall we | suggest | propose | proposing | meet | call | talk | chat | speak | slot | slots | open | suit | suits | convenient | fine | good | perfect | ok | okay | around | either | options | would | do | happy | zoom | teams | coffee | lunch | prefer | possible | pencil | book | schedule
  passt | passen | wäre | wie wäre | frei | verfügbar | könnte | könnten | können | kann | treffen | telefonieren | sprechen | vorschlagen | vorschlag | möglich | gern | gerne | termin | zeit | geht | ginge | libre | disponible | pourrais | pouvons | pourrions | propose | convient | convenir | serait | rendez | appeler | possible | podría | podemos | puedo | podríamos | parece | propongo | quedar | hablar | va bien | libero | libera | disponibile | potrei | possiamo | potremmo | sentirci | sentiamo | propongo | livre | disponível | podemos | poderia | posso | conversar | falar | sugiro
  vrij | beschikbaar | kunnen | kan | schikt | uitkomt | spreken | bellen | stel voor | wolny | wolna | dostępny | pasuje | mogę | możemy | proponuję | spotkać | ledig | passar | passer | kan | kunne | möte | møde | møtes | föreslår | foreslår | vapaa | sopii | sopisi | voisin | ehdotan | volný | volná | hodí | mohu | můžeme | navrhuji | sejít | свободен | свободна | удобно | могу | можем | предлагаю | давайте | подходит | созвониться | встретиться | müsaitim | uygun | uygunum | görüşebiliriz | olabilir
`);

/** In the same clause, they say that the time is not possible. */
export const unavailableWords: readonly string[] = phraseList(`
  i met | we met | met you | met with | can't | cannot | not | won't | unable | don't | isn't | unavailable | busy | booked | except | travelling | traveling | away | out of office | on leave | on vacation | since | unfortunately | was | were | had | saw | read | deadline
  nicht | kein | keine | außer | leider | abwesend | verreist | urlaub | seit | war | ne peux pas | ne suis pas | ne pourrai pas | sauf | indisponible | jusqu'au | absent | absente | no puedo | no estoy | excepto | salvo | ocupado | ocupada | non posso | non sono | tranne | impegnato | impegnata | não posso | não estou | exceto | niet | geen | behalve | nie mogę | nie | oprócz | inte | utom | ikke | undtagen | unntatt | paitsi | nemohu | kromě | не | кроме | değilim | hariç
`);

/** A request without a question mark. */
export const requestPhrases: readonly string[] = phraseList(`
  please (send/share/tell/provide/clarify/explain/forward/attach/give/specify/elaborate) | please let me know (what/which/who/why/how/more/if/whether) | let me know (what you/which/who/why/how you/more about/what exactly)
  (could/can/would) you (please/) (send/share/tell/provide/clarify/explain/forward/elaborate/give) | i'd like to know | i would like to know | tell me more | tell me (what/who/why/how/a bit/a little)
  (bitte/) (schicken/senden/teilen/sagen/erklären/schreiben) sie mir (bitte/) (mehr/ihren/ihre/kurz/was/worum/warum/welche/genauer) | (veuillez/merci de/pouvez vous/pourriez vous) (m'envoyer/me dire/préciser/me préciser/m'expliquer)
  (por favor/) (envíeme/envíame/dígame/dime/explíqueme/explícame/cuéntame/cuénteme) | (mi/per favore mi) (mandi/invii/dica/spieghi) | (me/por favor me) (envie/mande/diga/explique/conte) (o/a/mais/seu/sua/qual/como)
`);

/** An answer of these words alone agrees. */
export const yesWords: readonly string[] = phraseList(`
  yes | yep | yeah | yup | sure | ok | okay | certainly | definitely | ja | jawohl | jo | oui | sí | si | sim | tak | igen | ano | áno | joo | kyllä | да | так | evet | はい | 好 | 可以 | 네 | 예 | da | please | thanks | bitte | merci | gracias | grazie
`);

/** An answer of these words alone declines. */
export const noWords: readonly string[] = phraseList(`
  no | nope | nah | nein | non | não | nee | nie | nej | nei | ei | ne | нет | ні | hayır | いいえ | 不 | 不行 | 아니요 | sorry | thanks | merci | danke | obrigado | gracias | grazie | спасибо
`);
