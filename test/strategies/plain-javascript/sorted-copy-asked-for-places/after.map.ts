export function ranks(scores: number[]) {
  const sorted = [...scores].sort((a, b) => b - a);
  const sortedPlaces = new Map<number, number>();
  sorted.forEach((element, index) => {
    if (Number.isNaN(element)) return; // equals nothing
    if (!sortedPlaces.has(element)) sortedPlaces.set(element, index);
  });
  return scores.map((s) => (sortedPlaces.get(s) ?? -1) + 1);
}
