export function distinct(values: number[], known: string[]): [number[], number] {
  const seen: number[] = [];
  let twice = 0;
  for (const value of values) {
    if (seen.indexOf(value) === -1) {
      seen.push(value); twice += 2;
    } else twice--;
  }
  const ids: number[] = [];
  for (const value of values) {
    if (!ids.includes(value)) {
      ids.push(known.includes(String(value)) ? value + 1 : value); twice += 3;
    }
  }
  return [seen.concat(ids), twice];
}
