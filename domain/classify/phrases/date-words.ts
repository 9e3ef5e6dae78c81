import { phraseList } from './phrase-list.ts';

/** Beginnings of weekday and day words by language, as far as chrono-node can read its dates. */
export const dateWords = {
  de: phraseList(
    `montag | dienstag | mittwoch | donnerstag | freitag | samstag | sonntag | morgen | übermorgen | uhr | januar | februar | märz | oktober | dezember | mai | juni | juli`,
  ),
  fr: phraseList(
    `lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche | demain | janvier | février | mars | avril | juin | juillet | août | septembre | octobre | novembre | décembre`,
  ),
  es: phraseList(
    `lunes | martes | miércoles | jueves | viernes | sábado | domingo | mañana | enero | febrero | marzo | abril | mayo | junio | julio | agosto | septiembre | octubre | noviembre | diciembre`,
  ),
  it: phraseList(
    `lunedì | martedì | mercoledì | giovedì | venerdì | sabato | domenica | domani | gennaio | febbraio | marzo | aprile | maggio | giugno | luglio | agosto | settembre | ottobre | novembre | dicembre`,
  ),
  pt: phraseList(
    `segunda | terça | quarta | quinta | sexta | sábado | domingo | amanhã | janeiro | fevereiro | março | abril | maio | junho | julho | agosto | setembro | outubro | novembro | dezembro`,
  ),
  nl: phraseList(
    `maandag | dinsdag | woensdag | donderdag | vrijdag | zaterdag | zondag | morgen | overmorgen | januari | februari | maart | mei | juni | juli | augustus | uur`,
  ),
  sv: phraseList(
    `måndag | tisdag | onsdag | torsdag | fredag | lördag | söndag | imorgon | januari | februari | mars | maj | juni | juli | augusti`,
  ),
  fi: phraseList(
    `maanantai | maanantaina | tiistai | tiistaina | keskiviikko | keskiviikkona | torstai | torstaina | perjantai | perjantaina | huomenna`,
  ),
  ru: phraseList(
    `понедельник | вторник | среда | среду | четверг | пятница | пятницу | суббота | субботу | воскресенье | завтра | января | февраля | марта | апреля | мая | июня | июля | августа | сентября | октября | ноября | декабря`,
  ),
  uk: phraseList(
    `понеділок | вівторок | середа | середу | четвер | п'ятниця | п'ятницю | неділя | січня | лютого | березня | квітня | травня | червня | липня | серпня | вересня | жовтня | листопада | грудня`,
  ),
  ja: phraseList(`月曜 | 火曜 | 水曜 | 木曜 | 金曜 | 明日 | 時 | 月`),
  zh: phraseList(`星期 | 周一 | 周二 | 周三 | 周四 | 周五 | 明天 | 点 | 點 | 礼拜`),
} as const;

/** "Next" before a weekday: the coming one to some people, that of the following week to others. */
export const nextWords: readonly string[] = phraseList(`
  next | nächsten | nächster | nächste | nächstem | prochain | prochaine | próximo | próxima | prossimo | prossima | volgende | nästa | ensi | следующий | следующую | следующая | наступний | 来週の | 下周 | 下週
`);
