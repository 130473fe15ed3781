export function distinct(values: number[], known: string[]): [number[], number] {
  const seen: number[] = [];
  const seenSet = new Set<number>();
  let twice = 0;
  for (const value of values) {
    if (!seenSet.has(value)) {
      seen.push(value);
      if (!Number.isNaN(value)) seenSet.add(value); twice += 2;
    } else twice--;
  }
  const ids: number[] = [];
  const idsSet = new Set<number>();
  const knownSet = new Set(known);
  for (const value of values) {
    if (!idsSet.has(value)) {
      const added = knownSet.has(String(value)) ? value + 1 : value;
      ids.push(added);
      idsSet.add(added); twice += 3;
    }
  }
  return [seen.concat(ids), twice];
}
