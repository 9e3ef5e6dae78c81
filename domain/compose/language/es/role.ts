import type { Person } from '../language.ts';
import { roleIn, type RoleWords, type SaidRole } from '../role.ts';

/** A role as a Spanish letter says it. */
export function spanishRole(role: string, person: Person): SaidRole {
  return roleIn(role, person, words);
}

const words: RoleWords = {
  field:
    /^(?:marketing|servicio|área|equipo|unidad|sección|producto|calidad|ventas|datos|compras|cultura|turismo|campo|proyectos|recursos|humanos|operaciones|sistemas|finanzas|personas|obra|sala|cocina|medio|ambiente|deportes|museos|archivos|\p{L}+(?:ción|ciones|sión|dad|dades|logía|ería|ismo|encia|ncias|miento|mientos|aje|ura|ística|ática))[,;]?$/iu,
  masculine:
    /^(?!(?:piloto|modelo|soprano|contralto|sargento|soldado|cabo|ceo|cto|cfo|coo|cpo)(?!\p{L}))(?:\p{L}+(?:o|dor|tor|sor|cesor)|jefe)(?!\p{L})/iu,
  woman:
    /^(?:(?:sra|srta|dra|profa|señora|doña|dña|doctora|profesora)\.?(?: |$)|(?!(?:luca|borja|nikita|sasha|sacha|joshua|elia|jona|joana|noa|mustafa|andrea)(?!\p{L}))(?:(?:(?:dr|prof|ing|lic|arq)\. )?\p{L}{2,}a|carmen|pilar|isabel|mercedes|dolores|nieves|luz|inés|raquel|beatriz|consuelo|rosario|soledad|esther|ester|ruth|belén|montserrat|montse|concepción|encarnación|asunción|irene|noemí|itziar|leonor|maite|mar|paz|amparo|remedios|milagros|maribel|anabel|miriam|abril|sol)(?:$| ))/iu,
};
