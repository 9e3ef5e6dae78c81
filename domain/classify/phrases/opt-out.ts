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
  (please/pls/kindly) (do not/don't/dont) (follow up/reach out/get in touch/get back to me) | lose (this/my) (address/number/email)
  never (contact/email/write/write to/message) (me/us) (again/ever again) | never want to hear from you
  leave (me/us) (alone/in peace) | lose my (email/number/address/contact)
  (report/reporting/reported) (you/this) (as/for) spam(/ming) | (mark/marking) (you/this) as spam
  (this is/i consider this/that's/it's) (spam/harassment/harassing) | (i have/i've/i'm/i am) (blocked/blocking) you
  right to (erasure/be forgotten) | withdraw my consent | (your/these/this/sending/more) unwanted (email/emails/mail/messages) | i do not consent
  (rather/prefer/wish/want/like/choose) (not/not to/to not) (hear/hear anything/hear any more/hear more/receive/receive any/receive any more/get/get any more/be approached/be written to/be emailed/be bothered/be solicited)
  (rather/prefer/prefer that/prefer if/ask that/ask/insist that/request that) you (not/did not/didn't/do not/don't/stopped/stop/would not/wouldn't) (write/contact/email/writing/contacting/emailing/get in touch/reach out/send/sending)
  (do not/don't/dont) write (to/) (me/us) (again/anymore/any more) | (please/pls/kindly) (do not/don't/dont) (write/contact/email/mail) (again/anymore/any more/any further) | no further (contact/emails/messages/correspondence) (please/from you)
  (want/wish/need) to hear (no more/nothing more/nothing further) | (do not/don't/dont/no longer) (want/wish/care) to hear (anything/any more/anything more/anything else/anything further/more) | (like/want/wish/prefer) to be left alone | (ask/asking/beg/urge/advise) you to (stop/cease/desist)
  (please/kindly/) (cease/quit) (contacting/emailing/writing/messaging/mailing/sending/e-mailing) | please unsubscribed me | heard enough from you | i (wish/want) nothing more from you
  (request/demand/require/requesting/demanding/exercise my right to/exercising my right to/ask for/asking for) (the/) (erasure/deletion/removal/erase/delete) (of/) (all/) (my/personal)
  object to (the/your/any/you/this) (processing/use/using/storing/storage/contacting/contact/outreach) | (not/never/didn't/did not/don't) (consent/consented/agree/agreed) to (you/the/my/being/your/receive/receiving/be contacted/these) (contacting/emailing/processing/use/data/contacted/emails/mails/messages/mail/storing/keeping/using/processing of)
  (withdraw/revoke/withdrawing/revoking) (my/any/all) (consent/permission) | (delete/erase/remove/purge) (all/) (my/personal) (data/information/personal data/personal information) | do not (store/keep/use) my (data/address/email/details)
  (do not/don't/dont/never) (email/contact/write to/mail/use/message) this (address/email/mailbox/account/number) (again/any more/anymore/ever again)
  take (this/my) (address/email/name) off (your/the/this) | (remove/delete) (this address/my address/my email/me) (form/fom/off)
  (asked/told/begged/ask/tell/asking/telling) you (twice/before/already/repeatedly/again/once/several times/many times) to (stop/cease/desist/remove)
  (appreciate/prefer/like/request/rather) not (being/be/to be) (contacted/emailed/e-mailed/mailed/written to/approached/bothered/messaged)
  (grateful/appreciate/appreciate it/glad/happy/thankful/pleased/obliged/kind/nice/great/best/better) if you (did not/didn't/would not/wouldn't/do not/don't/stopped/could stop/would stop/never) (write/contact/email/mail/message/writing/contacting/emailing/mailing/sending) (to/) (me/us/these/this/again/any more)
  you (will/shall/must/may/are to) not (to/) (contact/email/mail/write to/message) (me/us) (again/any more/anymore/further/)
  (ensure/make sure/see to it/confirm) (that/) (i am/i'm/im/we are/my name is/my address is/my email is/my data is/my details are) (removed/deleted/taken off/unsubscribed/erased)
  (ensure/make sure) (that/) (i/we) (don't/do not/never/no longer) (get/receive/hear) (any/more/another/these/from) | (do not/don't/never) (give/gave) (my/any/you/) consent (to/for)
  (exclude/omit) (me/us/my address/my email) from | (cancel/end/stop/terminate) my subscription | forget my (address/email/details/data/contact/name) | block me from | put me on your (suppression/do not contact/no contact/blocked) list
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
  (nichts/nicht) (mehr/weiter/weiteres/länger/wieder) von (ihnen/dir/euch) (zu/) (hören/lesen/wissen) | nichts von (ihnen/dir) (mehr/) (hören/wissen) | nichts (mehr/weiter/weiteres) (hören/lesen) | (möchte/möchten/will/wollen/würde/wünsche/mag) (ich/wir/) (lieber/gern/gerne/bitte/wirklich/) (nichts/nicht/keine/keinerlei) (mehr/weiter/weiteren/weitere) (von/mails/e-mails/emails/nachrichten/post/zuschriften) (ihnen/dir/euch/erhalten/bekommen/)
  (sehen/sieh/seht/sehe) (sie/) (bitte/) davon ab | bitte (sie/) davon abzusehen | bitte (nicht/nie) (mehr/wieder/noch einmal/nochmals/erneut/weiter) (schreiben/melden/mailen/kontaktieren/anschreiben/anfragen/stören)
  (nicht/nie) (mehr/wieder/weiter/erneut/länger/noch einmal/nochmals) (anzuschreiben/zu schreiben/zu kontaktieren/zu belästigen/zu behelligen/anzumailen/zu mailen/anzufragen) | von weiteren (mails/e-mails/nachrichten/anfragen/schreiben/kontaktaufnahmen/zuschriften) (ab/abzusehen/abzulassen/bitte ab)
  (schreiben/schreib/schreibt/melden/meldet) (sie/) (mir/sich/euch/) (bitte/) (nicht wieder/nicht mehr/nicht noch einmal/nicht nochmals/nicht erneut/nie wieder)
  (verlange/fordere/beantrage/bitte um/bitten um/fordere sie zur) (die/umgehende/sofortige/) (löschung) (meiner/aller/meines) | (widerspreche/widerrufe) (ich/hiermit/) (hiermit/) (der/die/meine/jeder) (verarbeitung/speicherung/nutzung/verwendung/kontaktaufnahme/einwilligung/weiteren) | widerspreche (ich/) (hiermit/) der (verarbeitung/speicherung)
  keine einwilligung | (nicht/nie) eingewilligt | wünsche keinerlei (kontakt/kontaktaufnahme/werbung/mails) | (trage/nehme/nimm/tragen) (sie/) mich (bitte/) (aus/raus) | (nehmen/streichen) sie mich raus
`),
  fr: phraseList(`
  ne (m'écrivez/m'écris/me contactez/me contacte/nous contactez/me recontactez/m'envoyez/m'envoie/me sollicitez/me relancez/me dérangez/nous écrivez/m'importunez) (plus/pas/jamais/plus jamais)
  ne (plus/pas/jamais) (me/m'/nous) (contacter/recontacter/solliciter/relancer/déranger/importuner/envoyer) | ne (plus/pas/jamais) (m'écrire/m'envoyer/m'importuner/nous écrire/être contacté/être contactée/être sollicité/être relancé)
  ne (souhaite/veux/désire/souhaitons) (plus/pas/plus du tout) (être contacté/être contactée/être recontacté/être sollicité/être sollicitée/recevoir/que vous me contactiez/que vous m'écriviez/être relancé)
  (cessez/arrêtez/arrête/cesser/arrêter) de (m'écrire/me contacter/m'envoyer/m'importuner/me solliciter/me harceler/nous contacter/nous écrire/me relancer/me spammer/m'embêter)
  (merci d'arrêter/veuillez arrêter/veuillez cesser/merci de cesser/arrêtez svp/arrêtez s'il vous plaît) | (retirez/enlevez/supprimez/effacez/désinscrivez/désabonnez/rayez/ôtez) moi
  me (retirer/supprimer/enlever/rayer) (de/du) (votre/vos/la/cette/la liste/toute) (liste/listes/base/fichier/mailing) | me (désinscrire/désabonner) | (supprimer/supprimez/effacer/effacez/retirer/retirez) (mon adresse/mes coordonnées/mes données/mon mail/mon email/mon nom)
  plus aucun (mail/message/courriel/email/e-mail/contact) | (laissez/laisse) moi (tranquille/en paix) | ne m'écrivez plus | stop aux (mails/messages)
  ne plus (avoir/recevoir/entendre parler/entendre) (de/vos/d'autres/aucun/aucune/) (nouvelles/vos nouvelles/vous/messages/mails/courriels/vos messages/vos mails) | ne (plus/pas) être (recontacté/recontactée/contacté/contactée/sollicité/sollicitée) | ne (m'écriviez/me contactiez/m'envoyiez/me relanciez/me recontactiez/m'écrivez/me contactez) (plus/pas/plus jamais) | ne (plus/pas) m'(écrire/envoyer/importuner)
  (demande/exige/sollicite/réclame) (la/l'/) (suppression/effacement/l'effacement/radiation) de (mes/mon/ma/toutes) | (m'oppose/je m'oppose) (au/à) (traitement/l'utilisation/toute) | n'ai (pas/jamais) (consenti/donné mon consentement/donné mon accord) | retire mon consentement | droit (à l'effacement/à l'oubli/d'opposition)
  (merci de ne plus/veuillez ne plus/prière de ne plus/svp ne plus) (m'écrire/me contacter/m'envoyer/écrire/me relancer/me solliciter) | (désabonnez/désinscrivez) moi | plus de (mails/messages/courriels/nouvelles) (de votre part/s'il vous plaît/svp/merci)
`),
  es: phraseList(`
  no (me/nos) (escriba/escribas/escriban/escribáis/envíe/envíes/envíen/mande/mandes/manden) (más/nunca/nada más/más correos/otra vez/de nuevo) | no (me/nos) (contacte/contactes/contacten/moleste/molestes/molesten) | no (me/nos) (vuelva/vuelvas/vuelvan) a
  no (vuelva/vuelvas/vuelvan) a (escribirme/contactarme/enviarme/molestarme/mandarme/escribir/contactar) | por favor no (escriba/escribas/contacte/insista/insistas) más
  (deje/deja/dejen/dejad) de (escribirme/enviarme/contactarme/mandarme/molestarme/enviar/mandar/escribir/escribirnos/contactarnos) | (pare/para/paren) de (escribirme/enviarme/mandarme)
  (elimíneme/elimíname/elimínenme/bórreme/bórrame/bórrenme/quíteme/quítame/quítenme/sáqueme/sácame/sáquenme/retíreme/retírenme)
  (darme/deme/denme/dame/dénme) de baja | (elimine/elimina/borre/borra/eliminen/borren/eliminar/borrar) (mi/mis) (datos/correo/dirección/email/contacto/información)
  no (quiero/deseo/queremos/deseamos) (recibir/que me/ser contactado/ser contactada/que me contacten/más correos/más mensajes/más emails) | no más (correos/mensajes/emails/mails) | (déjeme/déjame/déjenme) en paz
  (prefiero/preferiría/quisiera/quiero/deseo/me gustaría) no (volver a/) (saber de/saber más de/saber nada/recibir/tener noticias/tener más noticias/oír de/recibir más/escuchar de) (usted/ustedes/ti/vosotros/más/correos/mensajes/noticias/suyas/sus/tus) | no (quiero/deseo/quisiera) (volver a/) (saber/saber nada/saber más/tener noticias/oír) (de/más/nada/suyas/tuyas)
  (prefiero/preferiría/pido/ruego/solicito/agradecería) que no (me/nos) (escriba/escribas/vuelva/vuelvas/contacte/contactes/envíe/envíes) | que no me (escriba/escribas/envíe/envíes/contacte/contactes/escribiera/escribiese/escribieras/contactara/contactase/enviara/volviera) (más/nunca/de nuevo/a escribir/otra vez)
  (solicito/exijo/pido/requiero/demando) (la/el) (supresión/eliminación/cancelación/baja/borrado/retirada) (de/) (mis/mi/todos) | me opongo (al/a) (tratamiento/uso/que) | no (autorizo/consiento/doy mi consentimiento/he dado mi consentimiento) (el/al/para/a) (tratamiento/uso/que/recibir/el) | derecho (de/al/a la) (supresión/olvido/oposición/cancelación) | retiro mi consentimiento
  no (vuelva/vuelvas/vuelvan) a (ponerse/ponerte) en contacto | (borre/borren/elimine/eliminen/quite/quiten/saque/saquen) (me/mi/mis) (de/nombre/correo/datos/dirección)
`),
  it: phraseList(`
  non (scrivermi/contattarmi/inviarmi/mandarmi/scrivetemi/contattatemi/scriverci/contattarci/disturbarmi/inviatemi/mandatemi) (più/mai più/ulteriormente/di nuovo) | non (contattarmi/contattatemi/disturbarmi)
  non (mi/ci) (scriva/scrivere/scrivete/scrivi/contatti/contattare/contattate/mandi/mandare/mandate/invii/inviare/inviate/disturbi/disturbare) (più/mai più/ulteriormente/nuovamente/ancora) | non (mi/ci) (contatti/contattare/contattate)
  (smetta/smettila/smettetela/smettete/smetti/smetterla) di (scrivermi/contattarmi/mandarmi/inviarmi/disturbarmi/mandare/inviare/scrivere)
  (cancellami/cancellatemi/cancellarmi/mi cancelli/mi cancellate/rimuovimi/rimuovetemi/rimuovermi/mi rimuova/mi rimuovete/toglietemi/toglimi/mi tolga/eliminatemi/mi elimini/eliminarmi/disiscrivetemi/disiscrivimi/disiscrivermi)
  (cancellare/cancelli/rimuovere/rimuova/eliminare/elimini/cancellate/rimuovete) (il mio/i miei/la mia) (indirizzo/nome/dati/contatto/email/mail)
  non (voglio/desidero/vorrei/vogliamo) (più ricevere/ricevere/essere contattato/essere contattata/più essere/altre email/altre mail) | basta (mail/email/messaggi) | (lasciatemi/lasciami/mi lasci) in pace
  (preferirei/preferisco/vorrei/gradirei/desidero) non (ricevere/sentire/sentirla/sentirti/avere/essere/ricevere più) (più/altre/altri/sue notizie/tue notizie/notizie/contattato/contattata/ulteriori/messaggi/email/mail) | non (voglio/desidero/vorrei) (più/) (sentirla/sentirti/più sentire/avere sue/avere tue/avere notizie/ricevere notizie)
  (preferirei/preferisco/chiedo/prego/la prego) (che/) non mi (scrivesse/scriva/contattasse/contatti/scrivessi) (più/) | non (mi/ci) (scriva/scriva più/scrivere più/riscriva/ricontatti)
  (chiedo/richiedo/esigo/pretendo) la (cancellazione/rimozione/eliminazione) (dei/di/del) (miei/mio/tutti) | mi oppongo al trattamento | non (acconsento/autorizzo/ho dato il consenso/presto il consenso) (al/il/a) | diritto (all'oblio/alla cancellazione/di opposizione) | revoco il consenso
`),
  pt: phraseList(`
  não (me/nos) (contacte/contate/contacta/contatem/contactem/incomode/incomodem/perturbe) | não (me/nos) (escreva/escreve/escrevam/envie/enviem/mande/mandem/procure/procurem) (mais/novamente/nunca mais/de novo/outra vez)
  não (volte/volta/voltem) a (contactar/contatar/escrever/enviar/mandar/contactar-me/escrever-me) | não (entre/entrem) mais em contato | não (quero/desejo/pretendo/queremos) (mais receber/receber mais/receber/ser contactado/ser contatado/ser contactada/ser contatada/mais ser)
  (pare/parem/para/deixe/deixem) de (me/nos) (escrever/enviar/mandar/contactar/contatar/incomodar/spammar) | (pare/parem/deixe/deixem) de (enviar/mandar/escrever/contactar/contatar)
  (remova/remove/removam/retire/retira/retirem/tire/tira/tirem/exclua/excluam/elimine/apague/apaguem) me | me (remova/remove/removam/retire/retirem/tire/tirem/exclua/excluam/descadastre/descadastrem)
  (remova/retire/apague/exclua/elimine/remover/apagar/excluir) (o meu/meu/os meus/meus/minha/a minha) (nome/email/e-mail/endereço/dados/contato/contacto/informações) | (deixe/deixem) me em paz | me deixe(/m) em paz | cancelar a minha (inscrição/subscrição)
  (prefiro/preferia/preferiria/gostaria de/quero/desejo) não (ter notícias/ter mais notícias/receber mais/receber e-mails/receber emails/receber mensagens/saber mais de/ouvir mais/voltar a receber/ser contactado/ser contactada/ser contatado/ser contatada/ser mais contatado/ser mais contactado) | não (quero/desejo/pretendo) (ter mais notícias/ter notícias/saber mais de/ouvir mais de)
  (prefiro/peço/agradeço/solicito/gostaria) que não me (escreva/escrevas/contacte/contate/contactes/envie/volte/procure) | que não me (escreva/contacte/contate/envie) mais
  (solicito/exijo/peço/requeiro) a (exclusão/eliminação/remoção/supressão) (dos/de/do) (meus/meu/todos) | (me oponho/oponho me) ao (tratamento/uso) | não (autorizo/consinto/dei consentimento) (o/no/ao/com) (tratamento/uso/envio/contato/contacto) | retiro o meu consentimento | direito (ao esquecimento/de eliminação/à exclusão)
  não me (escreva/contacte/contate/mande/envie/escrevas) (mais/nunca mais/outra vez/novamente)
`),
  nl: phraseList(`
  (schrijf/mail/contacteer/benader/e-mail/bericht) (mij/me/ons) (alstublieft/alsjeblieft/aub/a.u.b./svp/s.v.p./) niet (meer/opnieuw/weer/langer) | (contacteer/benader) (mij/me) (alstublieft/aub/) niet
  (stuur/zend) (mij/me/ons) (alstublieft/alsjeblieft/aub/) (geen/niets) (e-mails/mails/berichten/mail/verdere) (meer/) | geen (e-mails/mails/berichten/contact/verdere) meer | neem (alstublieft/alsjeblieft/aub/a.u.b./) (geen/niet) contact
  (wil/wens/willen) (niet meer/geen) (benaderd/gemaild/gecontacteerd/contact/e-mails/mails/berichten/verdere) | niet meer (mailen/benaderen/contacteren/aanschrijven/schrijven/benaderd/gecontacteerd)
  stop (alstublieft/aub/) met (mailen/schrijven/mij/me/het/sturen/contacteren/spammen/berichten) | (haal/verwijder/schrap/wis/verwijderen) (mij/me) (alstublieft/alsjeblieft/aub/a.u.b./) (van/uit) | (verwijder/wis/verwijdert) (alstublieft/aub/) mijn (gegevens/adres/e-mailadres/mailadres/naam)
  (graag/gaarne/verzoek) (uitschrijven/afmelden/uitschrijving)
  (mij/me/ons) (alstublieft/aub/) niet (meer/langer/verder/nog) te (mailen/schrijven/benaderen/contacteren/e-mailen/storen) | schrijf (mij/me) (alstublieft/aub/) uit | (mij/me) (uitschrijven/afmelden) | meld (mij/me) (alstublieft/aub/) af | laat (mij/me) (alstublieft/aub/) met rust
  (liever/) (niets/niks/niet) meer van (u/je/jou/jullie) (te/) (horen/vernemen/ontvangen/lezen) | (hoor/hoorde/verneem/ontvang) (ik/) (liever/) (niets/niks) meer van (u/je/jou) | (liever/wil/wens) (ik/) (graag/) niet(s/) meer (horen/ontvangen/van u/van je)
  (verzoek/eis/vraag) (u/om/hierbij/je) (om/) (de/) (verwijdering/het verwijderen/het wissen/wissen) (van/) mijn | (maak/teken) (hierbij/) bezwaar (aan/) tegen (de/het/verdere) | geen toestemming (gegeven/voor) | (trek/intrek) mijn toestemming
  (schrijf/mail) (me/mij) (alstublieft/alsjeblieft/a.u.b./aub/) niet (meer/opnieuw/nog eens/weer) | wil (graag/) niet (meer/verder) (gecontacteerd/benaderd/gemaild/aangeschreven/lastiggevallen) | (neem/zoek) (alstublieft/aub/) geen contact meer
`),
  pl: phraseList(`
  (proszę/prosze) (mnie/do mnie/już/więcej/się/) (mnie/do mnie/już/więcej/ze mną/) nie (pisać/kontaktować/wysyłać/przysyłać/nękać/niepokoić) | (nie pisz/nie piszcie/nie pisać/nie wysyłaj/nie wysyłajcie/niech pan nie pisze/niech pani nie pisze) (do mnie/mi/więcej/już) | nie (kontaktuj/kontaktujcie/kontaktować) się ze mną
  proszę (o/mnie/) (usunięcie/wypisanie/wykreślenie/skreślenie/usunąć/wypisać/wykreślić) (mnie/mój/moje/mojego/moich/z/) | (usuń/usuńcie/wypisz/wypiszcie/wykreśl/wykreślcie/skreśl) mnie
  (przestań/przestańcie/proszę przestać) (do mnie/mi/) (pisać/wysyłać/przysyłać/nękać) | nie życzę sobie | (zostaw/zostawcie) mnie w spokoju | nie chcę (więcej/już/) (otrzymywać/dostawać/kontaktu/wiadomości/maili)
  (wolałbym/wolałabym/wolę/chciałbym/chciałabym) (już/więcej/) nie (już/więcej/) (otrzymywać/dostawać/mieć/słyszeć) (od/wiadomości/maili/więcej/już/kontaktu/żadnych) | nie (chcę/chciałbym/chciałabym) (już/więcej/) (od pana/od pani/od ciebie/z panem/z panią/) (słyszeć/wiadomości/otrzymywać/dostawać/kontaktu)
  nie wyrażam zgody (na/) | (żądam/wnoszę o/proszę o) (ich/moich/natychmiastowe/natychmiastowego/) (usunięcia/usunięcie/trwałe usunięcie) (moich/danych/ich/mnie/) | (sprzeciwiam się/wnoszę sprzeciw/cofam zgodę/wycofuję zgodę) | proszę (już/więcej/) nie (pisać/kontaktować się/odzywać się)
`),
  sv: phraseList(`
  (kontakta/mejla/maila/mejla/störa) (mig/oss) inte | (vänligen/snälla/) (skriv/mejla/maila/hör av dig/hör av er) inte (till mig/mer/igen/mera) | skicka inte (fler/mer/flera/några) | inga fler (mejl/mail/meddelanden/e-post/brev)
  ta bort (mig/mitt namn/min adress/min e-post/mina uppgifter/min mejladress) | (stryk/avregistrera/avanmäl/radera) (mig/mina/min) | sluta (att/) (mejla/maila/skriva/kontakta/skicka/spamma/störa) | lämna mig (ifred/i fred)
  vill inte (bli/längre bli/ha/få/längre ha/längre få) (kontaktad/fler/mer/några/mejl) | undanber mig (vidare/all/fler/ytterligare)
  (vill/skulle/önskar) (helst/) (inte/slippa/vilja slippa) (höra av dig/höra av er/höra från dig/höra från er/höra mer/höra något mer/få fler mejl/få fler mail/få mer mejl/få mer e-post/ha fler mejl/ha mer kontakt) | (hör/hörs) inte av (dig/er) (igen/mer/mera) | skriv inte (igen/mer/till mig/mera) | (slipper/slippa) (helst/) fler (mejl/mail/meddelanden)
  (begär/kräver) (att/) (radering/ni raderar/du raderar/mina uppgifter raderas) | (samtycker inte/återkallar mitt samtycke/motsätter mig) | vill inte (bli/längre bli) (kontaktad/mejlad/störd)
`),
  da: phraseList(`
  (kontakt/forstyr) (mig/os) (venligst/) ikke | (skriv/mail/send) (venligst/) ikke (til mig/mere/igen/flere/mig) | (lad være/hold op/stop) med at (skrive/sende/kontakte/maile/spamme) | ikke flere (mails/beskeder/henvendelser/e-mails)
  (fjern/slet/afmeld) (venligst/) (mig/mine/min/mit) | lad mig være | ønsker ikke (at blive kontaktet/flere/at modtage/at høre/længere at/yderligere)
  (vil/ville/ønsker) (helst/hellere/gerne/) (ikke/være fri for/slippe for) (at/) (høre mere/høre fra dig/høre fra jer/høre fra dem/høre noget/få flere mails/få flere beskeder/modtage flere/modtage mere/have flere mails/kontaktes) | skriv ikke (igen/mere/til mig) | (kræver/anmoder om/beder om) sletning | (samtykker ikke/trækker mit samtykke) | kontakt mig ikke
  (vil/ønsker) (helst/) ikke (at/) (have/få/modtage) (flere/mere) (mails/beskeder/henvendelser/e-mails/mail/post)
`),
  no: phraseList(`
  (vennligst/) ikke (kontakt/skriv til/send/mail/forstyrr) (meg/oss) | kontakt meg ikke | ikke (skriv/ta kontakt/send) (mer/igjen/flere) | ikke (send/ta) (meg/) (flere/mer) | slutt (med/) å (sende/skrive/kontakte/maile/spamme/mase)
  (fjern/slett) (vennligst/) (meg/mine/min/mitt) | meld meg av | avmeld meg | ikke flere (e-poster/eposter/meldinger/henvendelser/mailer) | ønsker ikke (å bli kontaktet/flere/å motta/å høre/mer/videre) | la meg være
  (vil/ønsker/ville) (helst/gjerne/) (ikke/slippe) (å/) (høre mer/høre fra deg/høre fra dere/høre noe mer/få flere e-poster/få flere meldinger/få mer e-post/motta flere/motta mer/bli kontaktet) | (ikke/ikkje) skriv (til meg/igjen/mer) | (krever/ber om) sletting | (samtykker ikke/trekker samtykket/trekker mitt samtykke)
  (vil/ønsker) (helst/) ikke (å/) (ha/få/motta) (flere/mer) (e-poster/meldinger/mailer/henvendelser/e-post/mail)
`),
  fi: phraseList(`
  (älä/älkää) (enää/) (kirjoita/kirjoittako/ota/ottako/lähetä/lähettäkö/lähettele/häiritse/häiritkö) (minulle/yhteyttä/enempää/viestejä/lisää/minua/enää) | (lopeta/lopettakaa) (viestien/kirjoittelu/lähettely/viestittely/sähköpostien/tämä/nämä/yhteydenotot)
  (poista/poistakaa) (minut/minun/osoitteeni/tietoni/yhteystietoni/sähköpostini/nimeni) | en halua (enää/) (viestejä/sähköposteja/yhteydenottoja/saada/vastaanottaa/kuulla) | ei enää (viestejä/sähköposteja/yhteydenottoja) | (jättäkää/jätä) minut rauhaan
  (en halua/en haluaisi/mieluummin en) (enää/) (teistä/sinusta/teiltä/sinulta/viestejä/yhteydenottoja/) (enää/) (kuulla/kuulisi/kuule/viestejä/yhteydenottoja/viestejänne) | (älkää/älä) (enää/) (kirjoittako/kirjoita/ottako/ota) (enää/uudelleen/uudestaan/yhteyttä) | (poistatte/poistat/poistetaan/poistakaa) (tietoni/yhteystietoni/minut/osoitteeni) | (pyydän/vaadin) (tietojeni/tietojen) (poistamista/poistoa) | en suostu (tietojeni/yhteydenottoihin) | peruutan suostumukseni
  en halua (enää/) (enempää/lisää/tällaisia) (viestejä/sähköposteja/posteja/yhteydenottoja)
`),
  cs: phraseList(`
  (už/prosím/) (mi/nám/) (už/prosím/) (nepište/nepiš/neposílejte/nevolejte) (mi/nám/už/více/prosím/další) | (už/prosím/) mi (už/prosím/víc/více/) (nepište/nepiš/neposílejte/nemailujte) | (nekontaktujte/neobtěžujte/nekontaktuj) (mě/mne/nás/ma) | nepřeji si (být/dostávat/žádné/další)
  (vyřaďte/vymažte/odstraňte/odhlaste/smažte/vyškrtněte/odstráňte/vymažte/odhláste) (mě/mne/ma/můj/moje/mou/moji) | přestaňte (mi/mě/) (psát/posílat/kontaktovat/obtěžovat) | nechte mě (být/na pokoji) | nechci (už/další/více/) (dostávat/e-maily/zprávy/maily) | žádné další (e-maily/zprávy/maily) | (nepíšte/nepíš) mi | prestaňte mi (písať/posielať)
  (nechci/nechtěl bych/nechtěla bych/nepřeji si/raději bych) (už/od vás/od tebe/) (už/nic/od vás/dál/) (nic/) (slyšet/dostávat/neslyšel/neslyšela/nedostával/nedostávala/být kontaktován/být kontaktována) | (žádám/požaduji) (o/) (výmaz/vymazání/odstranění/smazání) | nesouhlasím se zpracováním | odvolávám souhlas | (už/prosím/) (mi/) (víckrát/znovu/dál/už) (nepište/nekontaktujte/neozývejte)
  (nechcem/neželám si) (už/od vás/) (nič/) (počuť/dostávať) | (prosím/už/) nepíšte (mi/) (už/znova/viac)
`),
  ru: phraseList(`
  (больше/) не (пишите/пиши/присылайте/шлите/отправляйте/звоните) (мне/нам) | больше (мне/нам/) не (пишите/пиши/присылайте/беспокойте/связывайтесь/шлите/отправляйте/надо) | не (беспокойте/тревожьте/связывайтесь со/контактируйте со) (меня/нас/мной)
  (не надо/не нужно/прошу не/просьба не/прошу больше не/просьба больше не/прошу вас больше не/прошу мне/пожалуйста не) (мне/меня/больше/) (писать/беспокоить/присылать/связываться/отправлять/пишите)
  (удалите/уберите/исключите/вычеркните/отпишите/отписать/удалить) (пожалуйста/) (меня/мой/мои/мою) | (прекратите/перестаньте/хватит) (пожалуйста/) (мне/меня/) (писать/присылать/рассылку/слать/отправлять/спамить/беспокоить) | оставьте меня в покое
  не (хочу/желаю) (больше/) (получать/ваших/с вами) | не пишіть (мені/більше) | більше (мені/) не пишіть | (видаліть/відпишіть) мене | не турбуйте мене | припиніть (мені/) (писати/надсилати)
  (не хочу/не хотел бы/не хотела бы/предпочел бы не/предпочла бы не/не желаю/прошу не) (больше/от вас/) (больше/от вас/) (получать/слышать/читать/писем) | (требую/прошу) (немедленно/вас/) (удалить/удаления/стереть) (мои/моих/все) | не (даю/давал/давала) (своего/свое/вам/) соглас(ия/ие) | отзываю (свое/) согласие
  (больше/) (ко мне/мне/) не (обращайтесь/пишите) (ко мне/больше/мне) | не надо (мне/) больше писать | пожалуйста (больше/) не пишите | не хочу (більше/від вас/) (отримувати/чути) | будь ласка не пишіть
`),
  tr: phraseList(`
  (bana/lütfen/bize) (lütfen/bir daha/artık/daha fazla/) (yazmayın/yazma/yazmayınız/mail atmayın/mail atma/e-posta göndermeyin/e-posta atmayın/mesaj göndermeyin/mesaj atmayın/ulaşmayın/mail göndermeyin/eposta göndermeyin) | bir daha (yazmayın/yazma/mail atmayın/göndermeyin/aramayın)
  (benimle/bizimle) (bir daha/lütfen/) (iletişime/irtibata/temasa) geçmeyin(/iz) | beni (lütfen/) (listeden/listenizden/listelerinizden/mail listenizden/mail listesinden) (çıkarın/çıkartın/silin/çıkarınız/çıkar) | (adımı/adresimi/bilgilerimi/mail adresimi/verilerimi) (listeden/listenizden/lütfen/) (silin/çıkarın)
  beni (rahat bırakın/rahat bırak/rahatsız etmeyin/rahatsız etme) | rahatsız etmeyin | aboneliğimi iptal | (yazmayı/göndermeyi/mail atmayı) (bırakın/bırak/kesin) | (mail/e-posta/mesaj) almak istemiyorum
  (sizden/senden) (bir daha/artık/başka/) (haber/mesaj/e-posta/eposta/mail/e posta) (almak/duymak) (istemiyorum/istemem) | (bir daha/artık/lütfen/) (yazmamanızı/aramamanızı/iletişime geçmemenizi/mail atmamanızı/yazmamanı) (rica/tercih/istiyorum/isterim) | duymak istemiyorum | (verilerimin/kişisel verilerimin) silinmesini | (açık rızam yok/rıza göstermiyorum/rızamı geri) | (lütfen/) (tekrar/bir daha/artık) (yazmayın/yazmayınız/yazma/ulaşmayın)
`),
  ja: phraseList(`
  配信停止 | 配信を停止 | 配信を止め | 配信解除 | 配信不要 | 送らないで | 送信しないで | 連絡しないで | 連絡してこないで | メールしないで | 連絡はご遠慮 | 連絡はお控え | 連絡を控えて | メールはご遠慮 | メールはお控え | 連絡は不要です | 連絡不要です | 今後の連絡は不要 | 今後一切の連絡 | 今後のご連絡は結構 | 今後の連絡は結構 | メールは不要 | リストから外して | リストから削除 | アドレスを削除 | 連絡先を削除 | 登録を解除して | メールをやめて | メールを止めて
  ご連絡いただかなくて | ご連絡いただく必要は | 連絡はもう結構 | 連絡はもう不要 | 連絡していただかなくて | 今後の連絡は控え | もう連絡しない | もうメールしない | もう連絡を | もう送らない | 送信をやめ | 送信を止め | 送信を停止 | 送信をお止め | メールを止め | メールをやめ | 連絡をやめ | メールはもう結構 | 連絡は結構です | 連絡は遠慮 | メールは遠慮 | 個人情報を削除 | 個人情報の削除 | データを削除 | 二度と連絡 | 二度とメール | これ以上連絡 | これ以上メール | これ以上のご連絡 | これ以上の連絡
`),
  zh: phraseList(`
  不要再给我 | 不要再联系 | 不要再發 | 不要再发 | 不要再写 | 不要再聯繫 | 不要再聯絡 | 不要再給我 | 不要联系我 | 不要聯絡我 | 不要聯繫我 | 不要给我发 | 不要給我發 | 别再给我 | 别再联系 | 别再发 | 别联系我 | 別再給我 | 別再聯絡 | 別再發 | 请勿再 | 請勿再 | 请不要再 | 請不要再 | 停止发送 | 停止發送 | 停止联系 | 退订 | 退訂 | 取消订阅 | 取消訂閱 | 请勿打扰 | 請勿打擾 | 请勿联系 | 请勿来信 | 不想再收到 | 不想收到 | 把我移除 | 将我移除 | 把我删除 | 删除我的 | 刪除我的 | 移除我的
  不想再收到 | 不想再听到 | 不想再聽到 | 不希望再收到 | 不愿再收到 | 不願再收到 | 不必再联系 | 不必再聯絡 | 不用再联系 | 不用再聯絡 | 不用再给我 | 不要再写信 | 不要再寫信 | 不要再来信 | 不要再來信 | 不要再打扰 | 不要再打擾 | 別再打擾 | 别再打扰 | 别再写 | 別再寫 | 删除我的 | 刪除我的 | 从名单中删除 | 從名單中刪除 | 不同意你使用我的 | 不同意您使用我的 | 撤回同意
`),
  ko: phraseList(`
  연락하지 (마세요/말아/말아주세요/마십시오/마라) | 연락하지 말아 주세요 | (보내지/쓰지) (마세요/말아/말아주세요/마십시오) | 보내지 말아 주세요 | 수신 (거부/거부합니다/거부해) | 수신거부 | 수신거부합니다 | 그만 (보내/보내세요/보내주세요/연락하세요) | 구독 (취소/취소해) | 연락 (그만/그만해/그만해주세요)
  (더 이상/다시/앞으로/다시는/이제) (연락/메일/이메일/소식/연락을/메일을/이메일을) (받고/원하지/주지/하지/보내지/안/그만) (싶지/않습니다/마세요/말아/말아주세요/않아요) | 받고 싶지 않습니다 | 받고 싶지 않아요 | 연락 주지 (마세요/마십시오/말아) | 연락하지 말아주시기 | (개인정보를/개인정보/정보를/데이터를/주소를/연락처를) (삭제/삭제해/삭제해주세요/지워/지워주세요) | (명단에서/목록에서) (삭제/제외/빼)
`),
  other: phraseList(`
  ne írjon (többet/nekem) | ne írjanak (többet/nekem) | ne keressen (többet/) | (töröljön/töröljenek) (engem/a listáról/) | nu mă mai (contactați/contacta/deranjați) | nu mi mai (scrieți/scrie/trimiteți) | (ștergeți/eliminați) mă | (scoateți/scoate) mă din
  (διαγράψτε/αφαιρέστε) με | μη μου (ξαναγράψετε/ξαναστείλετε/γράφετε/στέλνετε) | μην (επικοινωνήσετε/επικοινωνείτε) (ξανά/μαζί) | הסר אותי | הסירו אותי | תסיר אותי | תסירו אותי | להסיר אותי | אל (תכתבו/תכתוב/תכתבי) לי | אל (תפנו/תפנה) אליי
  لا تراسلني | لا تراسلوني | لا ترسل لي | لا تتصل بي | لا تتواصل معي | توقف عن (مراسلتي/إرسال/الإرسال) | توقفوا عن (مراسلتي/إرسال) | احذف (اسمي/بريدي/عنواني) | إلغاء الاشتراك | ألغ اشتراكي
  jangan hubungi saya | jangan kirim (saya/email/pesan) | berhenti (mengirim/menghubungi) | hapus saya dari | đừng (liên hệ/gửi/viết) | xin đừng (liên hệ/gửi) | (ngừng/dừng) gửi (email/thư)
  nemojte mi (više/) (pisati/slati) | ne pišite mi (več/više/) | (uklonite/izbrišite/obrišite) me | не ми пишете | (премахнете/изтрийте) ме | не ми изпращайте | no (m'escrigui/m'escriguis) més | no em (contacti/contactis/contacteu)
  لا (أريد/أرغب) (في/) (سماع/تلقي/استلام/أن أسمع/المزيد) | (الرجاء/يرجى/أرجو) عدم (مراسلتي/الكتابة/التواصل/الاتصال/إرسال) | (أرجو/رجاء) ألا (تكتب/تراسلني/تتواصل) | لا (تكتب/تكتبوا) (لي/إلي) | احذف بياناتي | أطلب حذف بياناتي
  nu (mai/) doresc (să/) (mai/) (primesc/fiu contactat/fiu contactată/aud) | (vă rog să/rog să) nu (îmi/mă/mi) mai (scrieți/contactați) | nem (szeretnék/kívánok/akarok) (többet/több/tovább/) (hallani/levelet/e-mailt/üzenetet/kapni) | (kérem/) ne (írjon/írjanak/keressen/keressenek) (többet/többé/újra)
  (δεν θέλω/δεν επιθυμώ/προτιμώ να μην) (να/) (ξανακούσω/ακούσω/λαμβάνω/λάβω) | μη(ν/) μου (ξαναγράψετε/γράψετε/γράφετε) | לא (רוצה/מעוניין/מעוניינת) (יותר/) (לשמוע/לקבל) | (בבקשה/נא) (לא/אל) (לכתוב/תכתבו/ליצור/לפנות) | אל תכתבו לי
  (saya/) (tidak/tak) (ingin/mau) (lagi/) (menerima/mendengar/dihubungi) | (tolong/mohon) jangan (menghubungi/kirim/hubungi/menulis/tulis) | tôi không muốn (nhận/nghe) | xin đừng (viết/liên lạc)
  (ne želim/ne zelim) (više/več/) (primati/čuti/prejemati/slišati) | не (желая/искам) (повече/да) (получавам/чувам/бъда) | no (vull/vull rebre) (més/rebre/saber)
`),
};

/** All that a one-line mail says, apart from "please", thanks and punctuation. */
export const optOutOneLiners: readonly string[] = phraseList(`
  saying so | just saying so | i say so | consider it said | so said | please don't | do not write again | don't write again | no more please | not again please
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
