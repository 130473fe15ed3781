export function initials(names: string[]): string {
  let text = '';
  for (const name of names) text += name.slice(0, 1).toUpperCase();
  return text;
}
