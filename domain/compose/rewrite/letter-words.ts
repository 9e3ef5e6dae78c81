/** Words that any letter may use without claiming anything, and greetings of a talk. Folded; of four letters or more. */
export const letterWords: Readonly<Record<'en' | 'de' | 'fr' | 'es', ReadonlySet<string>>> = {
  en: words(`about after again also always answer answers appreciate ask asking because been before best brief briefly
    call came chat come coming conversation could curious dear decide decision deeply else even ever every find first
    forward found from further general give given glad good grateful happy have hear heard hello help helpful here hope
    hoping inside insight interested interest invite just keen kind kindly know learn learning least less like likely
    line little long look looking love made mail make many matter maybe mean mention message might mind minute minutes
    moment month months more most much must name need never next note nothing often once only open other others our
    outside over part particularly people perhaps perspective phone please possible prefer question questions quick quite
    read reader reading really reason reasons regards reply right said same say saying seems send sense share short
    should since some someone something soon speak special still stayed story such suit suits sure take talk talking tell
    telling than thank thanks that their them then there these they thing things think thinking this those though
    thought thoughts through time times today together understand understanding until very view want wanted warm week
    weeks well were what whatever when where whether which while whom whose will wish wishes with within without wonder
    wondering work working would write writing written wrote year years your yours yourself`),
  de: words(`aber alle allem alles also andere anderen anfrage anlass anruf antwort arbeit auch auf aufmerksam ausgang
    beim bereits beste besonders bitte blick bleibt brief danach danke dann dank daran darauf daruber dass davon dazu
    deine deinem deinen deiner denke denken denn dessen dich diese diesem diesen dieser dieses doch dort durch eben eher
    eigene eigentlich einblick eine einem einen einer eines einfach einmal einzige erfahren erfahrung erst etwas euch
    fand ferner frage fragen freude freue freundliche fur ganz gebe geben gedanke gedanken gefunden gehort gelesen genau
    genugt gerade gern gerne gesprach geschrieben gibt grund grusse gute guten habe haben halten hatte hatten heute
    hier hoffe horen ihnen ihre ihrem ihren ihrer immer innen interesse interessiert jede jeder jemand jetzt kann kein
    keine keinen kennen klar kommen kommenden konnte konnten kurz kurze kurzen lange lasse lernen lese lesen lieber mail
    manche mehr meine meinem meinen meiner melden mich minuten mochte monat monate musste nach nachricht nachsten name
    naturlich nein nicht nichts noch nicht oder offen ohne passt paar rat reden sagen schon schreibe schreiben sehen sehr
    seit selbst sich sicht sind sofern sogar sollte sondern sonst spater sprechen statt stelle tage tagen telefon
    telefonat telefonieren thema themen uber uberhaupt umgang unter verstehe verstehen viel viele vielen vielleicht
    vier ware waren warum wege wegen weil weiss weit welche wenig wenn werde werden wichtig wieder will wirklich wissen
    woche wochen worte wurde wurden zeile zeit zuhoren zusammen zwei zwischen`),
  fr: words(`afin ainsi aider aimerais alors apprendre apres attention aucun aupres aussi autre autres auriez avant avec
    avez avis avoir beaucoup bien bonjour breve brievement cadre carriere cela celle celui cependant cette chaque chez
    chose choses comme comment comprendre conseil conseils contact cordialement court courte dans demander depuis deux
    dire disponible donc donner echange echanger ecrire ecris elle encore entendre entre envie etait etes etre facon fait
    faire fois grand heureuse heureux ici idee instant interet interesse interieur jamais jour jours juste lecture lire
    leur leurs ligne lors lorsque lors mais merci message metier mieux minutes mois moins moment mots nous notre parce
    parler parole parfois parmi part pas pense penser personne peut peux plaisir plus plutot point porte possible pour
    pourquoi pourrais pourriez prendre pres prochain prochaine prochaines propos puis quand quel quelle quelques question
    questions quoi raison reponse rien sais sans savoir semaine semaines sera serait seriez seulement simple simplement
    soit souhaite suis sujet sujets surtout telephone temps tient toujours tous tout toute toutes travail tres trop
    trouve trouver venir vers veux vient voici voir votre voudrais vous vraiment`),
  es: words(`ademas ahora algo alguien alguna alguno algun ante antes aprender aqui aquel asi atentamente aunque ayuda
    ayudar bien breve brevemente buena buenas bueno buenos busco cada casi charlar claro como comprender conmigo
    conocer consejo consejos conversacion conversar correo cordial cosa cosas creo cuales cuando cualquier cuanto cual
    dado dar decidi decir dentro desde despues dias dicho dispone donde durante ella ello embargo encantado encantaria
    encontre entender entonces entre escribir escribo escuchar ese esta estaria este esto estoy estuve experiencia
    favor forma fuera fue gracias gran gusta gustaria haber habla hablar hace hacer hacia hasta idea igual incluso
    interes interesa leer lei llamada llamar llego linea luego mail manera mas mayor mejor menos mensaje mes meses mi
    mientras minutos mirada mismo modo momento motivo mucho muchas mundo nada nadie necesito nunca ojala oficio oir otra
    otro otras otros palabras para parece parte pasado pensar pero persona poco poder podria podriamos porque posible
    pregunta preguntar preguntas primera primero profesion pronto propio proximas proximos pude puede puedo pues punto
    quedo querer quien quiero quisiera quizas razon respuesta rato saber saludo saludos sabe segun seguro semana semanas
    seria sido siempre siguiente sobre solo suyo tambien tampoco tanto telefono tema temas tendria tener tengo tiempo
    todavia todo todos trabajo tras trata unas unos usted vacante varias vez veces ver verdad viene vista voy`),
};

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
