/** "Team Windgarten", "HR Department": nobody who could be greeted by name. */
export function isTeam(name: string): boolean {
  return /^(?:team|info|office|hr(?!\.)|support|kontakt|redaktion|sekretariat|personalabteilung|abteilung|press|presse|équipe|equipo|the .+ team)\b|\b(?:team|department|office|hr|abteilung)$/i.test(
    name.trim(),
  );
}
