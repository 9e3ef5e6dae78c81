/** "la Universidad de Granada": an institution takes the article that a company's own name does not. */
export function withArticle(company: string): string {
  const whole = inFull(company);
  // "La Cooperativa Andina": its article is that of any cooperative.
  const [, bare] = /^(?:La|El) (.+)$/u.exec(whole) ?? [];
  const name = bare !== undefined && (feminine.test(bare) || masculine.test(bare)) ? bare : whole;
  if (feminine.test(name)) return `la ${name}`;
  return masculine.test(name) ? `el ${name}` : whole;
}

/** "Ayto. de Lugo" is "Ayuntamiento de Lugo": what is cut short on a card is said in full. */
function inFull(company: string): string {
  return company
    .replace(/^(?:Hosp\.|Hospital) Univ\.(?= )/iu, 'Hospital Universitario')
    .replace(/(?<!\p{L})Dir\. Gral\.(?= )/giu, 'Dirección General')
    .replace(/(?<!\p{L})(?:Excmo\.? |Ilmo\.? )?(\p{L}{2,8})\.(?= )/giu, (whole, cut: string) => {
      const key = cut.toLowerCase();
      return Object.hasOwn(cuts, key) ? (cuts[key] ?? whole) : whole;
    })
    .replace(/^Uni (?=de )/u, 'Universidad ')
    .replace(/^(Ayuntamiento|Diputación) (?=\p{Lu})(?!Provincial|Foral|General)/u, '$1 de ')
    .replace(/(?<=\p{L}) Gral\.$/u, ' General');
}

const cuts: Readonly<Record<string, string>> = {
  ayto: 'Ayuntamiento',
  ayunt: 'Ayuntamiento',
  univ: 'Universidad',
  dpto: 'Departamento',
  depto: 'Departamento',
  dep: 'Departamento',
  hosp: 'Hospital',
  fund: 'Fundación',
  asoc: 'Asociación',
  inst: 'Instituto',
  esc: 'Escuela',
  fac: 'Facultad',
  dip: 'Diputación',
  min: 'Ministerio',
  coop: 'Cooperativa',
  bibl: 'Biblioteca',
  cons: 'Consejería',
  conserv: 'Conservatorio',
  lab: 'Laboratorio',
  ctro: 'Centro',
  serv: 'Servicio',
  secr: 'Secretaría',
  conf: 'Confederación',
  fed: 'Federación',
  gob: 'Gobierno',
  col: 'Colegio',
  gral: 'General',
  nac: 'Nacional',
  mpal: 'Municipal',
  prov: 'Provincial',
  reg: 'Regional',
};

const feminine =
  /^(?:universidad|universitat|escuela|escola|agència|fundación|fundacion|agencia|biblioteca|asociación|asociacion|facultad|consejería|cámara|diputación|federación|confederación|academia|clínica|oficina|junta|generalitat|cooperativa|compañía|bodega|editorial|imprenta|granja|finca|orquesta|filarmónica|galería|residencia|mancomunidad|unidad|comunidad|filmoteca|mediateca|hemeroteca|cofradía|parroquia|iglesia|comisión|delegación|dirección|secretaría|concejalía|alcaldía|policía|plataforma|revista|emisora|autoridad|gerencia|consultora|consultoría|sociedad|real academia|coral|compañia|estación|cátedra|red|corporación|organización|institución|ludoteca|guardería|farmacia|fábrica|destilería|almazara|huerta|protectora|coordinadora|liga|misión|casa de|\p{L}{3,}ería)(?!\p{L})/iu;
const masculine =
  /^(?:real|jardín|teatro|parque|archivo|club|grupo|servicio|observatorio|conservatorio|ministerio|ayuntamiento|instituto|institut|museo|museu|hospital|centro|centre|colegio|consejo|departamento|laboratorio|banco de|taller|estudio|bufete|despacho|juzgado|tribunal|gabinete|festival|periódico|diario|mercado|hotel|restaurante|vivero|obrador|molino|circo|coro|ballet|ateneo|círculo|sindicato|puerto|aeropuerto|zoo|acuario|congreso|senado|gobierno|cabildo|consorcio|cuerpo|ejército|fondo|liceo|consulado|planetario|auditorio|refugio|albergue|monasterio|convento|palacio|patronato|registro|comité|colectivo|polideportivo|cine|cementerio|horno|astillero|invernadero|ies|ceip|csic|inem|sepe)(?!\p{L})/iu;
