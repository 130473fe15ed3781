export function unique(first: string[], more: string[]): string[] {
  const out: string[] = [];
  const handed = first.map((name) => {
    if (!out.includes(name)) out.push(name);
    return out;
  });
  handed[0]?.pop();
  for (const name of more) {
    if (!out.includes(name)) out.push(name);
  }
  return out;
}
