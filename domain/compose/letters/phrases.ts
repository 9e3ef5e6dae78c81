export type Format = 'call' | 'video' | 'phone' | 'coffee';

/** What later mails say, per language; each returns whole sentences. `du`: the informal form. */
export type Phrases = {
  readonly agreed: (
    because: 'agreed' | 'other_times' | 'they_cancelled' | 'no_show',
    du: boolean,
  ) => string;
  readonly format: (format: Format | 'either') => string | undefined;
  readonly how: (format: Format) => string;
  readonly confirmed: (day: string, change: 'time' | 'details' | undefined, du: boolean) => string;
  readonly invite: (kind: 'invitation' | 'acceptance', du: boolean) => string;
  readonly thanks: (when: 'today' | 'yesterday' | 'earlier' | 'by_mail', du: boolean) => string;
  readonly takeaway: (text: string, form: 'clause' | 'sentence' | 'noun', du: boolean) => string;
  readonly advice: (advice: string, how: string | undefined, du: boolean) => string;
  readonly declined: (du: boolean) => string;
  readonly question: (question: string, du: boolean) => string;
  readonly referred: (people: string, du: boolean) => string;
  readonly answered: (du: boolean) => string;
  /** What a check-in tells, where it is no sentence. */
  readonly news: (text: string) => string;
  readonly quoted: (text: string) => string;
  readonly closeWarm: string;
  readonly closeSorry: string;
};

const english: Phrases = {
  agreed: (because) =>
    ({
      agreed: "Thank you, I'm very glad.",
      other_times: 'Thank you for telling me; here are other times.',
      they_cancelled: 'Of course, thank you for letting me know.',
      no_show: 'I seem to have missed you, and that is no trouble at all.',
    })[because],
  format: (format) =>
    ({
      call: 'by phone or video, as you prefer',
      video: 'by video',
      phone: 'by phone',
      coffee: 'over a coffee near you',
      either: 'by phone or video, as you prefer',
    })[format],
  how: (format) =>
    ({ call: 'a call', video: 'a video call', phone: 'by phone', coffee: 'over a coffee' })[format],
  confirmed: (day, change) =>
    change === 'time'
      ? `Our conversation moves to ${day}.`
      : change === 'details'
        ? `The details for ${day} have changed.`
        : `${day} it is.`,
  invite: (kind) =>
    kind === 'invitation'
      ? 'An invitation for your calendar comes with this mail.'
      : 'My yes to your invitation comes with this mail.',
  thanks: (when) =>
    ({
      today: 'Thank you for your time today.',
      yesterday: 'Thank you for your time yesterday.',
      earlier: 'Thank you for your time; I should have written sooner.',
      by_mail: 'Thank you for answering my questions in such detail.',
    })[when],
  takeaway: (text, form) =>
    form === 'clause'
      ? `What I keep thinking about is ${text}.`
      : form === 'noun'
        ? `What stays with me: ${text}.`
        : text,
  advice: (advice, how) =>
    `When we spoke, you gave me this advice: ${advice}. I followed it${how === undefined ? '' : `, and this is what came of it: ${how}`}.`,
  declined: () => 'Thank you for telling me; a clear answer is a kindness.',
  question: (question) =>
    `Should a single question by mail ever be easier, mine would be this one: ${question} Otherwise please don't give it another thought.`,
  referred: (people) =>
    `Thank you for pointing me to ${people}. I'll write there and mention that you sent me.`,
  answered: () => 'Thank you for your answer; it helps me a lot.',
  news: (text) => `This is why I write again: ${text}.`,
  quoted: (text) => `"${text}"`,
  closeWarm: 'With warm thanks,',
  closeSorry: 'With apologies,',
};

const german: Phrases = {
  agreed: (because, du) =>
    ({
      agreed: 'vielen Dank, das freut mich sehr.',
      other_times: `danke, dass ${du ? 'du mir Bescheid gibst' : 'Sie mir Bescheid geben'}; hier sind andere Termine.`,
      they_cancelled: `das macht gar nichts, danke, dass ${du ? 'du mir Bescheid gibst' : 'Sie mir Bescheid geben'}.`,
      no_show: 'wir haben uns wohl verpasst, und das macht gar nichts.',
    })[because],
  format: (format) =>
    ({
      call: 'am Telefon oder per Video',
      video: 'per Video',
      phone: 'am Telefon',
      coffee: 'gern bei einem Kaffee',
      either: 'am Telefon oder per Video',
    })[format],
  how: (format) =>
    ({ call: 'ein Anruf', video: 'per Video', phone: 'am Telefon', coffee: 'bei einem Kaffee' })[
      format
    ],
  confirmed: (day, change) =>
    change === 'time'
      ? `unser Gespräch rückt auf ${day}.`
      : change === 'details'
        ? `für ${day} hat sich etwas geändert.`
        : `abgemacht: ${day}.`,
  invite: (kind, du) =>
    kind === 'invitation'
      ? `Eine Einladung für ${du ? 'deinen' : 'Ihren'} Kalender liegt bei.`
      : `Meine Zusage zu ${du ? 'deiner' : 'Ihrer'} Einladung liegt bei.`,
  thanks: (when, du) =>
    ({
      today: `herzlichen Dank für ${du ? 'deine' : 'Ihre'} Zeit heute.`,
      yesterday: `herzlichen Dank für ${du ? 'deine' : 'Ihre'} Zeit gestern.`,
      earlier: `herzlichen Dank für ${du ? 'deine' : 'Ihre'} Zeit; ich hätte früher schreiben sollen.`,
      by_mail: 'herzlichen Dank für die ausführliche Antwort auf meine Fragen.',
    })[when],
  takeaway: (text, form) =>
    form === 'clause'
      ? `Besonders nachgehen wird mir, ${text}.`
      : form === 'noun'
        ? `Was mir besonders nachgeht: ${text}.`
        : text,
  advice: (advice, how, du) =>
    `in unserem Gespräch ${du ? 'hast du' : 'haben Sie'} mir diesen Rat gegeben: ${advice}. Ich bin ihm gefolgt${how === undefined ? '' : `, und daraus wurde: ${how}`}.`,
  declined: (du) =>
    `danke, dass ${du ? 'du mir Bescheid gibst' : 'Sie mir Bescheid geben'}; eine klare Antwort hilft auch.`,
  question: (question, du) =>
    `Sollte eine einzelne Frage per Mail einmal leichter sein, wäre es diese: ${question} Sonst ${du ? 'mach dir' : 'machen Sie sich'} bitte keine Gedanken.`,
  referred: (people, du) =>
    `vielen Dank für den Hinweis auf ${people}. Ich schreibe dorthin und sage, dass er von ${du ? 'dir' : 'Ihnen'} kam.`,
  answered: (du) => `vielen Dank für ${du ? 'deine' : 'Ihre'} Antwort, sie hilft mir sehr.`,
  news: (text) => `deshalb schreibe ich noch einmal: ${text}.`,
  quoted: (text) => `„${text}“`,
  closeWarm: 'Mit herzlichem Dank',
  closeSorry: 'Mit Bitte um Nachsicht',
};

const french: Phrases = {
  ...english,
  agreed: (because, du) =>
    ({
      agreed: `Un grand merci pour ${du ? 'ta' : 'votre'} réponse.`,
      other_times: `Merci de ${du ? 'ton' : 'votre'} message ; voici d'autres créneaux.`,
      they_cancelled: du
        ? 'Aucun souci, merci de ton message.'
        : 'Aucun souci, merci de votre message.',
      no_show: "Nous nous sommes sans doute manqués, et ce n'est pas grave du tout.",
    })[because],
  format: (format) =>
    ({
      call: 'par téléphone ou en visio',
      video: 'en visio',
      phone: 'par téléphone',
      coffee: "autour d'un café",
      either: 'par téléphone ou en visio',
    })[format],
  how: (format) =>
    ({ call: 'un appel', video: 'en visio', phone: 'par téléphone', coffee: "autour d'un café" })[
      format
    ],
  confirmed: (day, change) =>
    change === 'time'
      ? `Notre échange est déplacé au ${day}.`
      : change === 'details'
        ? `Les détails de notre échange du ${day} ont changé.`
        : `C'est noté pour le ${day}.`,
  invite: (kind, du) =>
    kind === 'invitation'
      ? `Une invitation pour ${du ? 'ton' : 'votre'} agenda accompagne ce mail.`
      : `Ma réponse positive à ${du ? 'ton' : 'votre'} invitation accompagne ce mail.`,
  thanks: (when, du) =>
    ({
      today: `Merci pour ${du ? 'ton' : 'votre'} temps aujourd'hui.`,
      yesterday: `Merci pour ${du ? 'ton' : 'votre'} temps hier.`,
      earlier: `Merci pour ${du ? 'ton' : 'votre'} temps ; j'aurais dû écrire plus tôt.`,
      by_mail: "Merci d'avoir répondu à mes questions avec tant de précision.",
    })[when],
  takeaway: (text, form) => (form === 'sentence' ? text : `Ce que je retiens : ${text}.`),
  news: (text) => `Voici la raison de ce message : ${text}.`,
  quoted: (text) => `« ${text} »`,
  closeWarm: 'Avec tous mes remerciements,',
  closeSorry: 'Avec toutes mes excuses,',
};

const spanish: Phrases = {
  ...english,
  agreed: (because, du) =>
    ({
      agreed: `Muchas gracias por ${du ? 'tu' : 'su'} respuesta.`,
      other_times: 'Gracias por avisarme; aquí van otros horarios.',
      they_cancelled: 'No pasa nada, gracias por avisarme.',
      no_show: 'Parece que no coincidimos, y no pasa nada.',
    })[because],
  format: (format) =>
    ({
      call: 'por teléfono o por videollamada',
      video: 'por videollamada',
      phone: 'por teléfono',
      coffee: 'con un café',
      either: 'por teléfono o por videollamada',
    })[format],
  how: (format) =>
    ({
      call: 'una llamada',
      video: 'por videollamada',
      phone: 'por teléfono',
      coffee: 'con un café',
    })[format],
  confirmed: (day, change) =>
    change === 'time'
      ? `Nuestra conversación pasa al ${day}.`
      : change === 'details'
        ? `Han cambiado los detalles del ${day}.`
        : `Quedamos entonces el ${day}.`,
  invite: (kind, du) =>
    kind === 'invitation'
      ? `Con este correo va una invitación para ${du ? 'tu' : 'su'} calendario.`
      : `Con este correo va mi sí a ${du ? 'tu' : 'su'} invitación.`,
  thanks: (when, du) =>
    ({
      today: `Gracias por ${du ? 'tu' : 'su'} tiempo de hoy.`,
      yesterday: `Gracias por ${du ? 'tu' : 'su'} tiempo de ayer.`,
      earlier: `Gracias por ${du ? 'tu' : 'su'} tiempo; debería haber escrito antes.`,
      by_mail: 'Gracias por responder a mis preguntas con tanto detalle.',
    })[when],
  takeaway: (text, form) => (form === 'sentence' ? text : `Lo que me llevo: ${text}.`),
  news: (text) => `Este es el motivo de mi correo: ${text}.`,
  quoted: (text) => `«${text}»`,
  closeWarm: 'Con mi agradecimiento,',
  closeSorry: 'Con mis disculpas,',
};

export const phrases: Readonly<Record<'en' | 'de' | 'fr' | 'es', Phrases>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
};
