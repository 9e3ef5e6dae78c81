import { phraseList } from './phrase-list.ts';

/**
 * How people ask not to be written to again, by language. `(a/b/)` stands for either or none.
 * To add a language, add its line to both lists; accents and case do not matter.
 */
export const optOutPhrases: Readonly<Record<string, readonly string[]>> = {
  en: phraseList(`
  (do not/don't/dont/do not ever/don't ever/never ever) (contact/email/e-mail/mail/write to/write/message/spam/solicit) (me/us)
  (please/pls) (do not/don't/dont) bother (me/us)
  (do not/don't/dont) (send/forward) (me/us) (any more/anymore/any further/any other/any/more/further/another) (email/emails/e-mails/mail/mails/messages/requests/of these)
  (do not/don't/dont) (follow up/reach out/get in touch/write/email/reply) (again/anymore/any more/any further/any longer)
  (please/pls/kindly) (do not/don't/dont) (follow up/reach out/get in touch) (again/further/anymore)
  stop (emailing/mailing/contacting/messaging/spamming/bothering/harassing/pestering/soliciting) (me/us)
  stop (e-mailing/writing to/writing) (me/us) | stop (sending me/sending us/sending these/sending emails/sending mails/sending messages/sending this/sending e-mails/sending spam)
  (please/pls/kindly/just) stop (emailing/mailing/contacting/messaging/spamming/writing/e-mailing/sending/following up/reaching out/this/these/it/bothering/soliciting)
  stop (these emails/these mails/these messages/the emails/the messages/your emails/all emails/all contact/the spam/spamming)
  stopped (emailing/contacting/writing to/messaging/sending) (me/us) | stop with the (emails/messages/mails)
  (cease/cease all/stop all) (contact/communication/communications/correspondence) | cease and desist
  refrain from (contacting/emailing/writing/sending/messaging/any further/further)
  (remove/delete/erase/strike/scrub) (me/us) (from/off) | remove (me/us) | (take/get) (me/us) off (your/the/this/all/any) | drop (me/us) from (your/the/this) | remove from (your/this/the) (list/mailing list/database)
  (remove/delete/erase/take/strike) my (name/email/e-mail/address/email address/contact/contacts/details/data/info/information/contact details/contact information) (from/off/out)
  (remove/delete/erase) my (address/email address/contact details/contact information/personal data/data/details) | remove this (address/email)
  (remove/delete/erase) (all/any of my/all my/all of my) (my/personal) (data/information)
  off your (list/mailing list/contact list/email list)
  unsubscribe (me/us/my) | (please/pls/kindly) unsubscribe | unsubscribe (please/pls/now/immediately)
  (want/wish/like/need/have tried/trying) to (unsubscribe/opt out/be removed/be unsubscribed/be taken off)
  (wish/want/like/ask/asked/asking/prefer) not to be (contacted/emailed/mailed/written to)
  how (do/can) i (unsubscribe/opt out/get off) | can i (unsubscribe/opt out) | opt (me/us) out | i (opt/am opting/m opting/hereby opt) out | i'm opting out
  please no (more/further) (emails/e-mails/mails/mail/email/messages/contact/correspondence/communication/outreach)
  (want/wish/require/desire/request/need) no (more/further) (emails/e-mails/mails/mail/email/messages/contact/correspondence/communication)
  (do not/don't/dont/no longer) (want/wish/care/need) to (be contacted/hear from you/hear from you again/receive/get/be emailed/be bothered)
  (do not/don't/dont) want (any more/any/more/your/these) (emails/e-mails/mails/mail/messages/email/contact)
  (rather/prefer) (not/you not/you didn't/you did not) (be contacted/to be contacted/contact me/email me/write me/write to me)
  never (contact/email/write/write to/message) (me/us) (again/ever again) | never want to hear from you
  leave (me/us) (alone/in peace) | lose my (email/number/address/contact)
  (report/reporting/reported) (you/this) (as/for) spam(/ming) | (mark/marking) (you/this) as spam
  (this is/i consider this/that's/it's) (spam/harassment/harassing) | (i have/i've/i'm/i am) (blocked/blocking) you
  right to (erasure/be forgotten) | withdraw my consent | (your/these/this/sending/more) unwanted (email/emails/mail/messages) | i do not consent
`),
  de: phraseList(`
  (schreiben/schreibt/schreib/mailen/mailt/mail) (sie/) (mir/uns) (bitte/) (nicht mehr/nie wieder/nicht wieder/keine)
  (kontaktieren/kontaktiert/kontaktiere/belästigen/belästige/belästigt) (sie/) (mich/uns) (bitte/) (nicht/nie)
  (bitte/) (mich/mir/uns) (bitte/) nicht (mehr/wieder/weiter/länger/erneut) (kontaktieren/anschreiben/schreiben/anmailen/mailen/belästigen/behelligen/anfragen)
  nicht (mehr/weiter/wieder) (kontaktiert/angeschrieben/behelligt/belästigt) werden | bitte nicht mehr (schreiben/kontaktieren/melden/mailen/anschreiben)
  (schicken/senden/schickt/sendet/schick/sende) (sie/) (mir/uns) (bitte/) (keine/nichts/nie) (weiteren/mehr/weitere/e-mails/mails/emails/nachrichten/wieder)
  (schicken/senden/schickt/sendet/schick/sende) (sie/) (mir/uns) (bitte/) (keine/) (mails/e-mails/emails/nachrichten) mehr
  bitte keine (weiteren/weitere) (mails/e-mails/emails/nachrichten/anfragen/kontaktaufnahme/kontaktversuche/zuschriften/kontaktanfragen/kontaktaufnahmen)
  keine (mails/e-mails/emails/nachrichten) mehr | keinen (weiteren/) kontakt mehr | (wünsche/möchte/will) (keinen/keine) (weiteren/weitere/kontakt/kontaktaufnahme/mails/e-mails/emails/nachrichten)
  (nehmen/nehmt/nimm/streichen/streicht/streich/entfernen/entfernt/entferne/löschen/löscht/lösche) (sie/) (mich/uns) (bitte/) (aus/von/vom)
  (entfernen/löschen/streichen) (sie/) (mich/uns) | (löschen/entfernen) (sie/) (bitte/) (meine/mich) (daten/adresse/e-mail-adresse/mailadresse/kontaktdaten/e-mail/mail/aus/von)
  (aus/von) (ihrem/dem/eurem/deinem/ihrer/der/eurer/deiner) (verteiler/liste/mailingliste/verteilerliste/datenbank/kontaktliste) (zu/) (nehmen/streichen/löschen/entfernen/austragen/streicht)
  mich (bitte/) (austragen/aus dem verteiler/aus ihrem verteiler/von der liste/von ihrer liste) | tragen sie mich (bitte/) aus | bitte austragen | trag mich (bitte/) aus
  (lassen/lasst/lass) (sie/) mich (bitte/) in (ruhe/frieden) | (hören/hört/hör) (sie/) (bitte/) auf(/,) mir | hören sie (bitte/) auf | unterlassen sie
  (sehen/bitte ich/bitte/bitten) (sie/) (bitte/) von weiteren (mails/e-mails/nachrichten/anfragen/kontaktaufnahmen/kontaktversuchen) | verzichten sie (bitte/) auf (weitere/jede)
  (vom/den) newsletter (abmelden/abbestellen) | (bitte/) abmelden bitte | melden sie sich (bitte/) nicht (mehr/wieder) | meld(/e) dich (bitte/) nicht (mehr/wieder)
  (widerspreche/untersage) (ich/ihnen/hiermit) (der/die/jede) (nutzung/kontaktaufnahme/verarbeitung/verwendung)
`),
  fr: phraseList(`
  ne (m'écrivez/m'écris/me contactez/me contacte/nous contactez/me recontactez/m'envoyez/m'envoie/me sollicitez/me relancez/me dérangez/nous écrivez/m'importunez) (plus/pas/jamais/plus jamais)
  ne (plus/pas/jamais) (me/m'/nous) (contacter/recontacter/solliciter/relancer/déranger/importuner/envoyer) | ne (plus/pas/jamais) (m'écrire/m'envoyer/m'importuner/nous écrire/être contacté/être contactée/être sollicité/être relancé)
  ne (souhaite/veux/désire/souhaitons) (plus/pas/plus du tout) (être contacté/être contactée/être recontacté/être sollicité/être sollicitée/recevoir/que vous me contactiez/que vous m'écriviez/être relancé)
  (cessez/arrêtez/arrête/cesser/arrêter) de (m'écrire/me contacter/m'envoyer/m'importuner/me solliciter/me harceler/nous contacter/nous écrire/me relancer/me spammer/m'embêter)
  (merci d'arrêter/veuillez arrêter/veuillez cesser/merci de cesser/arrêtez svp/arrêtez s'il vous plaît) | (retirez/enlevez/supprimez/effacez/désinscrivez/désabonnez/rayez/ôtez) moi
  me (retirer/supprimer/enlever/rayer) (de/du) (votre/vos/la/cette/la liste/toute) (liste/listes/base/fichier/mailing) | me (désinscrire/désabonner) | (supprimer/supprimez/effacer/effacez/retirer/retirez) (mon adresse/mes coordonnées/mes données/mon mail/mon email/mon nom)
  plus aucun (mail/message/courriel/email/e-mail/contact) | (laissez/laisse) moi (tranquille/en paix) | ne m'écrivez plus | stop aux (mails/messages)
`),
  es: phraseList(`
  no (me/nos) (escriba/escribas/escriban/escribáis/envíe/envíes/envíen/mande/mandes/manden) (más/nunca/nada más/más correos/otra vez/de nuevo) | no (me/nos) (contacte/contactes/contacten/moleste/molestes/molesten) | no (me/nos) (vuelva/vuelvas/vuelvan) a
  no (vuelva/vuelvas/vuelvan) a (escribirme/contactarme/enviarme/molestarme/mandarme/escribir/contactar) | por favor no (escriba/escribas/contacte/insista/insistas) más
  (deje/deja/dejen/dejad) de (escribirme/enviarme/contactarme/mandarme/molestarme/enviar/mandar/escribir/escribirnos/contactarnos) | (pare/para/paren) de (escribirme/enviarme/mandarme)
  (elimíneme/elimíname/elimínenme/bórreme/bórrame/bórrenme/quíteme/quítame/quítenme/sáqueme/sácame/sáquenme/retíreme/retírenme)
  (darme/deme/denme/dame/dénme) de baja | (elimine/elimina/borre/borra/eliminen/borren/eliminar/borrar) (mi/mis) (datos/correo/dirección/email/contacto/información)
  no (quiero/deseo/queremos/deseamos) (recibir/que me/ser contactado/ser contactada/que me contacten/más correos/más mensajes/más emails) | no más (correos/mensajes/emails/mails) | (déjeme/déjame/déjenme) en paz
`),
  it: phraseList(`
  non (scrivermi/contattarmi/inviarmi/mandarmi/scrivetemi/contattatemi/scriverci/contattarci/disturbarmi/inviatemi/mandatemi) (più/mai più/ulteriormente/di nuovo) | non (contattarmi/contattatemi/disturbarmi)
  non (mi/ci) (scriva/scrivere/scrivete/scrivi/contatti/contattare/contattate/mandi/mandare/mandate/invii/inviare/inviate/disturbi/disturbare) (più/mai più/ulteriormente/nuovamente/ancora) | non (mi/ci) (contatti/contattare/contattate)
  (smetta/smettila/smettetela/smettete/smetti/smetterla) di (scrivermi/contattarmi/mandarmi/inviarmi/disturbarmi/mandare/inviare/scrivere)
  (cancellami/cancellatemi/cancellarmi/mi cancelli/mi cancellate/rimuovimi/rimuovetemi/rimuovermi/mi rimuova/mi rimuovete/toglietemi/toglimi/mi tolga/eliminatemi/mi elimini/eliminarmi/disiscrivetemi/disiscrivimi/disiscrivermi)
  (cancellare/cancelli/rimuovere/rimuova/eliminare/elimini/cancellate/rimuovete) (il mio/i miei/la mia) (indirizzo/nome/dati/contatto/email/mail)
  non (voglio/desidero/vorrei/vogliamo) (più ricevere/ricevere/essere contattato/essere contattata/più essere/altre email/altre mail) | basta (mail/email/messaggi) | (lasciatemi/lasciami/mi lasci) in pace
`),
  pt: phraseList(`
  não (me/nos) (contacte/contate/contacta/contatem/contactem/incomode/incomodem/perturbe) | não (me/nos) (escreva/escreve/escrevam/envie/enviem/mande/mandem/procure/procurem) (mais/novamente/nunca mais/de novo/outra vez)
  não (volte/volta/voltem) a (contactar/contatar/escrever/enviar/mandar/contactar-me/escrever-me) | não (entre/entrem) mais em contato | não (quero/desejo/pretendo/queremos) (mais receber/receber mais/receber/ser contactado/ser contatado/ser contactada/ser contatada/mais ser)
  (pare/parem/para/deixe/deixem) de (me/nos) (escrever/enviar/mandar/contactar/contatar/incomodar/spammar) | (pare/parem/deixe/deixem) de (enviar/mandar/escrever/contactar/contatar)
  (remova/remove/removam/retire/retira/retirem/tire/tira/tirem/exclua/excluam/elimine/apague/apaguem) me | me (remova/remove/removam/retire/retirem/tire/tirem/exclua/excluam/descadastre/descadastrem)
  (remova/retire/apague/exclua/elimine/remover/apagar/excluir) (o meu/meu/os meus/meus/minha/a minha) (nome/email/e-mail/endereço/dados/contato/contacto/informações) | (deixe/deixem) me em paz | me deixe(/m) em paz | cancelar a minha (inscrição/subscrição)
`),
  nl: phraseList(`
  (schrijf/mail/contacteer/benader/e-mail/bericht) (mij/me/ons) (alstublieft/alsjeblieft/aub/a.u.b./svp/s.v.p./) niet (meer/opnieuw/weer/langer) | (contacteer/benader) (mij/me) (alstublieft/aub/) niet
  (stuur/zend) (mij/me/ons) (alstublieft/alsjeblieft/aub/) (geen/niets) (e-mails/mails/berichten/mail/verdere) (meer/) | geen (e-mails/mails/berichten/contact/verdere) meer | neem (alstublieft/alsjeblieft/aub/a.u.b./) (geen/niet) contact
  (wil/wens/willen) (niet meer/geen) (benaderd/gemaild/gecontacteerd/contact/e-mails/mails/berichten/verdere) | niet meer (mailen/benaderen/contacteren/aanschrijven/schrijven/benaderd/gecontacteerd)
  stop (alstublieft/aub/) met (mailen/schrijven/mij/me/het/sturen/contacteren/spammen/berichten) | (haal/verwijder/schrap/wis/verwijderen) (mij/me) (alstublieft/alsjeblieft/aub/a.u.b./) (van/uit) | (verwijder/wis/verwijdert) (alstublieft/aub/) mijn (gegevens/adres/e-mailadres/mailadres/naam)
  (mij/me/ons) (alstublieft/aub/) niet (meer/langer/verder/nog) te (mailen/schrijven/benaderen/contacteren/e-mailen/storen) | schrijf (mij/me) (alstublieft/aub/) uit | (mij/me) (uitschrijven/afmelden) | meld (mij/me) (alstublieft/aub/) af | laat (mij/me) (alstublieft/aub/) met rust
`),
  pl: phraseList(`
  (proszę/prosze) (mnie/do mnie/już/więcej/się/) (mnie/do mnie/już/więcej/ze mną/) nie (pisać/kontaktować/wysyłać/przysyłać/nękać/niepokoić) | (nie pisz/nie piszcie/nie pisać/nie wysyłaj/nie wysyłajcie/niech pan nie pisze/niech pani nie pisze) (do mnie/mi/więcej/już) | nie (kontaktuj/kontaktujcie/kontaktować) się ze mną
  proszę (o/mnie/) (usunięcie/wypisanie/wykreślenie/skreślenie/usunąć/wypisać/wykreślić) (mnie/mój/moje/mojego/moich/z/) | (usuń/usuńcie/wypisz/wypiszcie/wykreśl/wykreślcie/skreśl) mnie
  (przestań/przestańcie/proszę przestać) (do mnie/mi/) (pisać/wysyłać/przysyłać/nękać) | nie życzę sobie | (zostaw/zostawcie) mnie w spokoju | nie chcę (więcej/już/) (otrzymywać/dostawać/kontaktu/wiadomości/maili)
`),
  sv: phraseList(`
  (kontakta/mejla/maila/mejla/störa) (mig/oss) inte | (vänligen/snälla/) (skriv/mejla/maila/hör av dig/hör av er) inte (till mig/mer/igen/mera) | skicka inte (fler/mer/flera/några) | inga fler (mejl/mail/meddelanden/e-post/brev)
  ta bort (mig/mitt namn/min adress/min e-post/mina uppgifter/min mejladress) | (stryk/avregistrera/avanmäl/radera) (mig/mina/min) | sluta (att/) (mejla/maila/skriva/kontakta/skicka/spamma/störa) | lämna mig (ifred/i fred)
  vill inte (bli/längre bli/ha/få/längre ha/längre få) (kontaktad/fler/mer/några/mejl) | undanber mig (vidare/all/fler/ytterligare)
`),
  da: phraseList(`
  (kontakt/forstyr) (mig/os) (venligst/) ikke | (skriv/mail/send) (venligst/) ikke (til mig/mere/igen/flere/mig) | (lad være/hold op/stop) med at (skrive/sende/kontakte/maile/spamme) | ikke flere (mails/beskeder/henvendelser/e-mails)
  (fjern/slet/afmeld) (venligst/) (mig/mine/min/mit) | lad mig være | ønsker ikke (at blive kontaktet/flere/at modtage/at høre/længere at/yderligere)
`),
  no: phraseList(`
  (vennligst/) ikke (kontakt/skriv til/send/mail/forstyrr) (meg/oss) | kontakt meg ikke | ikke (skriv/ta kontakt/send) (mer/igjen/flere) | ikke (send/ta) (meg/) (flere/mer) | slutt (med/) å (sende/skrive/kontakte/maile/spamme/mase)
  (fjern/slett) (vennligst/) (meg/mine/min/mitt) | meld meg av | avmeld meg | ikke flere (e-poster/eposter/meldinger/henvendelser/mailer) | ønsker ikke (å bli kontaktet/flere/å motta/å høre/mer/videre) | la meg være
`),
  fi: phraseList(`
  (älä/älkää) (enää/) (kirjoita/kirjoittako/ota/ottako/lähetä/lähettäkö/lähettele/häiritse/häiritkö) (minulle/yhteyttä/enempää/viestejä/lisää/minua/enää) | (lopeta/lopettakaa) (viestien/kirjoittelu/lähettely/viestittely/sähköpostien/tämä/nämä/yhteydenotot)
  (poista/poistakaa) (minut/minun/osoitteeni/tietoni/yhteystietoni/sähköpostini/nimeni) | en halua (enää/) (viestejä/sähköposteja/yhteydenottoja/saada/vastaanottaa/kuulla) | ei enää (viestejä/sähköposteja/yhteydenottoja) | (jättäkää/jätä) minut rauhaan
`),
  cs: phraseList(`
  (už/prosím/) (mi/nám/) (už/prosím/) (nepište/nepiš/neposílejte/nevolejte) (mi/nám/už/více/prosím/další) | (už/prosím/) mi (už/prosím/víc/více/) (nepište/nepiš/neposílejte/nemailujte) | (nekontaktujte/neobtěžujte/nekontaktuj) (mě/mne/nás/ma) | nepřeji si (být/dostávat/žádné/další)
  (vyřaďte/vymažte/odstraňte/odhlaste/smažte/vyškrtněte/odstráňte/vymažte/odhláste) (mě/mne/ma/můj/moje/mou/moji) | přestaňte (mi/mě/) (psát/posílat/kontaktovat/obtěžovat) | nechte mě (být/na pokoji) | nechci (už/další/více/) (dostávat/e-maily/zprávy/maily) | žádné další (e-maily/zprávy/maily) | (nepíšte/nepíš) mi | prestaňte mi (písať/posielať)
`),
  ru: phraseList(`
  (больше/) не (пишите/пиши/присылайте/шлите/отправляйте/звоните) (мне/нам) | больше (мне/нам/) не (пишите/пиши/присылайте/беспокойте/связывайтесь/шлите/отправляйте/надо) | не (беспокойте/тревожьте/связывайтесь со/контактируйте со) (меня/нас/мной)
  (не надо/не нужно/прошу не/просьба не/прошу больше не/просьба больше не/прошу вас больше не/прошу мне/пожалуйста не) (мне/меня/больше/) (писать/беспокоить/присылать/связываться/отправлять/пишите)
  (удалите/уберите/исключите/вычеркните/отпишите/отписать/удалить) (пожалуйста/) (меня/мой/мои/мою) | (прекратите/перестаньте/хватит) (пожалуйста/) (мне/меня/) (писать/присылать/рассылку/слать/отправлять/спамить/беспокоить) | оставьте меня в покое
  не (хочу/желаю) (больше/) (получать/ваших/с вами) | не пишіть (мені/більше) | більше (мені/) не пишіть | (видаліть/відпишіть) мене | не турбуйте мене | припиніть (мені/) (писати/надсилати)
`),
  tr: phraseList(`
  (bana/lütfen/bize) (lütfen/bir daha/artık/daha fazla/) (yazmayın/yazma/yazmayınız/mail atmayın/mail atma/e-posta göndermeyin/e-posta atmayın/mesaj göndermeyin/mesaj atmayın/ulaşmayın/mail göndermeyin/eposta göndermeyin) | bir daha (yazmayın/yazma/mail atmayın/göndermeyin/aramayın)
  (benimle/bizimle) (bir daha/lütfen/) (iletişime/irtibata/temasa) geçmeyin(/iz) | beni (lütfen/) (listeden/listenizden/listelerinizden/mail listenizden/mail listesinden) (çıkarın/çıkartın/silin/çıkarınız/çıkar) | (adımı/adresimi/bilgilerimi/mail adresimi/verilerimi) (listeden/listenizden/lütfen/) (silin/çıkarın)
  beni (rahat bırakın/rahat bırak/rahatsız etmeyin/rahatsız etme) | rahatsız etmeyin | aboneliğimi iptal | (yazmayı/göndermeyi/mail atmayı) (bırakın/bırak/kesin) | (mail/e-posta/mesaj) almak istemiyorum
`),
  ja: phraseList(`
  配信停止 | 配信を停止 | 配信を止め | 配信解除 | 配信不要 | 送らないで | 送信しないで | 連絡しないで | 連絡してこないで | メールしないで | 連絡はご遠慮 | 連絡はお控え | 連絡を控えて | メールはご遠慮 | メールはお控え | 連絡は不要です | 連絡不要です | 今後の連絡は不要 | 今後一切の連絡 | 今後のご連絡は結構 | 今後の連絡は結構 | メールは不要 | リストから外して | リストから削除 | アドレスを削除 | 連絡先を削除 | 登録を解除して | メールをやめて | メールを止めて
`),
  zh: phraseList(`
  不要再给我 | 不要再联系 | 不要再發 | 不要再发 | 不要再写 | 不要再聯繫 | 不要再聯絡 | 不要再給我 | 不要联系我 | 不要聯絡我 | 不要聯繫我 | 不要给我发 | 不要給我發 | 别再给我 | 别再联系 | 别再发 | 别联系我 | 別再給我 | 別再聯絡 | 別再發 | 请勿再 | 請勿再 | 请不要再 | 請不要再 | 停止发送 | 停止發送 | 停止联系 | 退订 | 退訂 | 取消订阅 | 取消訂閱 | 请勿打扰 | 請勿打擾 | 请勿联系 | 请勿来信 | 不想再收到 | 不想收到 | 把我移除 | 将我移除 | 把我删除 | 删除我的 | 刪除我的 | 移除我的
`),
  ko: phraseList(`
  연락하지 (마세요/말아/말아주세요/마십시오/마라) | 연락하지 말아 주세요 | (보내지/쓰지) (마세요/말아/말아주세요/마십시오) | 보내지 말아 주세요 | 수신 (거부/거부합니다/거부해) | 수신거부 | 수신거부합니다 | 그만 (보내/보내세요/보내주세요/연락하세요) | 구독 (취소/취소해) | 연락 (그만/그만해/그만해주세요)
`),
  other: phraseList(`
  ne írjon (többet/nekem) | ne írjanak (többet/nekem) | ne keressen (többet/) | (töröljön/töröljenek) (engem/a listáról/) | nu mă mai (contactați/contacta/deranjați) | nu mi mai (scrieți/scrie/trimiteți) | (ștergeți/eliminați) mă | (scoateți/scoate) mă din
  (διαγράψτε/αφαιρέστε) με | μη μου (ξαναγράψετε/ξαναστείλετε/γράφετε/στέλνετε) | μην (επικοινωνήσετε/επικοινωνείτε) (ξανά/μαζί) | הסר אותי | הסירו אותי | תסיר אותי | תסירו אותי | להסיר אותי | אל (תכתבו/תכתוב/תכתבי) לי | אל (תפנו/תפנה) אליי
  لا تراسلني | لا تراسلوني | لا ترسل لي | لا تتصل بي | لا تتواصل معي | توقف عن (مراسلتي/إرسال/الإرسال) | توقفوا عن (مراسلتي/إرسال) | احذف (اسمي/بريدي/عنواني) | إلغاء الاشتراك | ألغ اشتراكي
  jangan hubungi saya | jangan kirim (saya/email/pesan) | berhenti (mengirim/menghubungi) | hapus saya dari | đừng (liên hệ/gửi/viết) | xin đừng (liên hệ/gửi) | (ngừng/dừng) gửi (email/thư)
  nemojte mi (više/) (pisati/slati) | ne pišite mi (več/više/) | (uklonite/izbrišite/obrišite) me | не ми пишете | (премахнете/изтрийте) ме | не ми изпращайте | no (m'escrigui/m'escriguis) més | no em (contacti/contactis/contacteu)
`),
};

/** All that a one-line mail says, apart from "please", thanks and punctuation. */
export const optOutOneLiners: readonly string[] = phraseList(`
  stop | stop it | stop this | stop now | stop please | please stop | pls stop | unsubscribe | un subscribe | unsub | unsubscribe now | remove | remove me | removed | delete me | opt out | optout | take me off | no more | cancel subscription | end | quit
  abmelden | abbestellen | austragen | stopp | aufhören | löschen | bitte löschen | désinscription | désabonnement | désabonner | désinscrire | se désinscrire | se désabonner | arrêtez | baja | dar de baja | eliminar | cancelar suscripción | parar | cancellazione | cancella | cancellami | rimuovi | rimuovere | basta | disiscrivi | disiscrizione | remover | descadastrar | cancelar | sair | pare
  uitschrijven | afmelden | verwijder mij | verwijder | ophouden | wypisz | wypisz mnie | rezygnacja | rezygnuję | usuń | sluta | avregistrera | avprenumerera | avsluta | avanmäl | afmeld | frameld | stands | avmeld | meld av | slutt | lopeta | lopettakaa | peruuta | peru tilaus | odhlásit | odhlásiť | konec | отписаться | отписка | отпишите | стоп | хватит | прекратите | відписатися
  dur | durun | abonelikten çık | üyelikten çık | listeden çıkar | 停止 | 解除 | 退会 | 退订 | 退訂 | 拒收 | td | 取消 | 수신거부 | 그만 | 중지 | leiratkozás | dezabonare | dezabonează | הסר | להסרה | berhenti | διαγραφή | إلغاء
`);

/** Words that may stand around a one-liner without changing it. */
export const optOutCourtesies: readonly string[] = phraseList(`
  please | pls | plz | thanks | thank | you | kindly | just | now | immediately | bitte | danke | sofort | merci | svp | s'il | vous | plaît | plait | por | favor | gracias | per | favore | grazie | obrigado | obrigada | aub | alstublieft | dank | u | bedankt | proszę | dziękuję | tack | snälla | tak | venligst | takk | vennligst | kiitos | prosím | děkuji | пожалуйста | спасибо | lütfen | teşekkürler | hi | hello | hey | hallo | bonjour | hola | ciao
  no | nope | nein | non | nej | nei | nie | not | interested | i'm | im | am | i | kein | interesse | pas | intéressé | intéressée | interesado | interesada | interessato | geen | interessata | me | interesa | regards | best
`);

/** Requests only where the sentence begins with them: "we had no more emails" is a report. */
export const optOutStarts: readonly string[] = phraseList(`
  no (more/further) (emails/e-mails/mails/mail/email/messages/contact/correspondence/communication/communications/outreach/solicitations/follow ups)
  keine (weiteren/weitere) (mails/e-mails/emails/nachrichten/anfragen/kontaktaufnahme/kontaktversuche) | never (contact/email/write/write to/message) (me/us) | plus de (mails/messages/courriels) s'il vous plaît
`);

/** After "don't write to me": a when or a where makes it something else than never. */
export const optOutLimits: readonly string[] = phraseList(`
  the cc | cc | the cc list | as | off list | offlist | until | till | before | by phone | on weekends | on the weekend | at weekends | next week | on whatsapp | on linkedin | via linkedin | on facebook | bis | vor | jusqu'à | avant | hasta | antes de | fino a | prima di | até | dopóki | tills | innan | indtil | ennen | пока | kadar | まで | 之前 | 以前
`);

/** Who else does not write: "most people don't email me" is a report, not a request. */
export const optOutSubjects: readonly string[] = phraseList(`
  i | we | they | he | she | it | people | who | often | usually | students | recruiters | applicants | candidates | others | folks | you
`);

/** With one of these in the sentence, "you do not contact me" is a request all the same. */
export const optOutWishes: readonly string[] = phraseList(`
  ask | asking | request | requesting | appreciate | prefer | demand | insist | like | rather | wish | want | grateful | sure | ensure
`);

/** Directly before a request to stop or remove, they turn it round. */
export const optOutNegations: readonly string[] = phraseList(`
  don't | dont | not | never | cannot | can't | couldn't | won't | wouldn't | nicht | ne | pas | no | non | não | niet | nie | inte | ikke | älä | не
`);
