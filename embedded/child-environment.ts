/** What only Rapport itself may know: a server that it starts has no use for it. */
const secrets = ['RAPPORT_PASSWORD', 'RAPPORT_SECRET_KEY', 'DATABASE_URL', 'TEMPORAL_API_KEY'];

/** This process's environment for a program that it starts, without its secrets. */
export function childEnvironment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !secrets.includes(name));
  return { ...Object.fromEntries(kept), ...more };
}
