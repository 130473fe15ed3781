export function unique(first: string[], more: string[]): string[] {
  const out: string[] = [];
  const count = first.length;
  const handed = new Array<string[]>(count);
  for (let i = 0; i < count; i++) {
    if (!(i in first)) continue; // map skips holes
    const name = first[i]!;
    if (!out.includes(name)) out.push(name);
    handed[i] = out;
  }
  handed[0]?.pop();
  for (const name of more) {
    if (!out.includes(name)) out.push(name);
  }
  return out;
}
