/** "a el" contracts: "al taller". */
export function withA(np: string): string {
  return `a ${np}`.replace(/^a el /, 'al ');
}

/** "de el" contracts: "del taller". */
export function withDe(np: string): string {
  return `de ${np}`.replace(/^de el /, 'del ');
}
