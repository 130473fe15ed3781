export function placesOf(wanted: number[], all: number[]): [number, boolean][] {
  const found: [number, boolean][] = [];
  for (const one of wanted) {
    const isThere = all.indexOf(one) !== -1 && !(all.indexOf(one) < 0);
    found.push([all.indexOf(one), isThere]);
  }
  return found;
}
