export function spread(rows: number[][], seed: number[]): number {
  const groups = new Map<number, number[]>();
  groups.set(0, seed);
  for (const row of rows) {
    let key = 0;
    for (const value of row) key += value * seed.length;
    const group = groups.get(key % 3);
    if (group === undefined) groups.set(key % 3, [key]);
    else group.push(key);
  }
  return seed.length;
}
