/** Whether a path names the role already, as "conceptrice" does for "conceptrice pédagogique". */
export function related(text: string, role: string): boolean {
  const stems = role
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 3)
    .map((word) => word.slice(0, 5));
  const said = text.toLowerCase();
  return stems.some((stem) => said.includes(stem));
}
