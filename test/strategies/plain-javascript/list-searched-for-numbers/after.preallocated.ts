export function placesOf(wanted: number[], all: number[]): [number, boolean][] {
  const found = new Array<[number, boolean]>(wanted.length);
  for (let i = 0; i < wanted.length; i++) {
    const one = wanted[i]!;
    const isThere = all.indexOf(one) !== -1 && !(all.indexOf(one) < 0);
    found[i] = [all.indexOf(one), isThere];
  }
  return found;
}
