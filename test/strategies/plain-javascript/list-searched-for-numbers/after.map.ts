export function placesOf(wanted: number[], all: number[]): [number, boolean][] {
  const found: [number, boolean][] = [];
  const allSet = new Set(all.filter((element) => !Number.isNaN(element)));
  const allPlaces = new Map<number, number>();
  all.forEach((element, index) => {
    if (Number.isNaN(element)) return; // equals nothing
    if (!allPlaces.has(element)) allPlaces.set(element, index);
  });
  for (const one of wanted) {
    const isThere = allSet.has(one) && !(!allSet.has(one));
    found.push([allPlaces.get(one) ?? -1, isThere]);
  }
  return found;
}
