interface Name {
  id: string;
  uses: number;
}

export function claim(ids: readonly string[], names: Name[], others: Name[]): number {
  let found = 0;
  for (const id of ids) {
    const name = names.find((one) => one.id === id);
    if (name === undefined) continue;
    found++;
    name.uses++;
    if (name.uses > 1) name.id = `${id}-taken`;
    const other = others.find((one) => one.uses === found);
    if (other !== undefined) others.push(other);
  }
  return found;
}
