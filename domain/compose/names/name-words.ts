export const titles = new Set(
  (
    'm. dr dr. prof prof. professor professorin doctor mr mr. mrs mrs. ms ms. mx mx. miss sir dame herr frau hr. fr. ' +
    'rev rev. reverend revd revd. rabbi imam hon hon. capt. captain col. colonel lt. gen. maj. sgt. ' +
    'dipl.-ing. dipl.-kfm. lic lic. dr.-ing. dr.-ing dr.med. dr.rer.nat. med. rer. nat. phil. jur. h.c. habil. pd priv.-doz. univ.-prof. ing. mag. dipl. theol. techn. dr.in prof.in mag.a ' +
    'cdr cdr. cmdr cmdr. lt brig brig. adm adm. maj sgt cpl cpl. arq. abog. mgr. bc. phdr. judr. mudr. rndr. ' +
    'chef pr pr. mme mme. mlle monsieur madame me me. maître maitre señor señora sr. sra. srta. dra. excmo. excma. ilmo. ilma. dott. dott.ssa prof.ssa avv. sig. sig.ra dhr. mevr. drs. ir.'
  ).split(' '),
);

/** Titles that are also first names. */
export const offices = new Set(['judge', 'justice', 'bishop', 'canon', 'senator', 'ambassador']);

/** "Revd Canon Jane Roe", "Sr. D. Juan Rojo": titles behind another one alone. */
export const behindTitle = new Set([...offices, 'd.', 'd.ª', 'dª', 'dª.', 'don', 'doña']);

export const suffixes = new Set(
  'fia frsa frcp rn mbe obe cbe kbe frs llm llb ceng mph dphil riba aicp pe cissp fca aca acca fcca mrcp rd mrics frics dds dvm esq. phd ph.d. ph.d md m.d. mba msc m.sc. bsc b.sc. ma m.a. b.a. b.eng. m.eng. ll.m. ll.b. jr jr. sr ii iii iv esq esq. cfa pmp cpa frcem mrcem frcgp mrcgp frcs frca frcpch mrcpch frcpath frcog frcr frcpsych fba frse frsc frsb frgs fcipd mcipd fcilip mcilip fiet miet fimeche mimeche fice mice mrtpi friba kc qc pgce gbe dbe gcb kcb dcb cb kcmg dcmg cmg kcvo dcvo cvo lvo mvo om ch qgm qpm dsc dfc afc frsl mrcvs frcvs rgn'.split(
    ' ',
  ),
);

export const particles = new Set(
  'van von der den de da do dos das di del della la le ter ten zu zur bin ibn al el af av mac ó ní nic mhic uí ap ab st st.'.split(
    ' ',
  ),
);

/** Stand between two parts of one surname: "Puig i Sala", "Berg af Lund". */
export const joining = new Set(['i', 'y', 'e', 'af']);

/** In Germany these are part of the surname: "Henriette Gräfin von Lohberg", "Karl Freiherr Roth". */
export const nobility = new Set(
  'Graf Gräfin Freiherr Freifrau Freiin Baron Baronin Baronesse Prinz Prinzessin Fürst Fürstin Herzog Herzogin Ritter Edler Edle'.split(
    ' ',
  ),
);

/** One that is known, or a short word in small letters between others with capitals: "Bran ap Roe". */
export function isParticle(names: readonly string[], at: number): boolean {
  const word = names[at] ?? '';
  return (
    particles.has(word.toLowerCase()) ||
    (/^\p{Ll}{1,4}$/u.test(word) && at > 0 && at < names.length - 1 && isCapital(names.at(-1)))
  );
}

const isCapital = (word = ''): boolean => /^\p{Lu}/u.test(word);

/** "B.A.", "M.Sc.", "LL.M.", "MBA" */
export const letters =
  /^(?:[bm]\.? ?(?:a|sc|eng|ed|ing|mus)\.|m\.?b\.?a\.?|ll\.?[bm]\.|bsc|msc|b\.arch\.|m\.arch\.)$/i;

export function upper(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
}
