// Moves labels apart that would lie on each other, as little as needed, and keeps their order.

/** Places at least `distance` apart and between `from` and `to`, in the order given; where there is no room for all they come closer together. */
export function spreadApart(wanted: readonly number[], distance: number, from: number, to: number): readonly number[] {
  const gap = Math.min(distance, wanted.length > 1 ? (to - from) / (wanted.length - 1) : distance);
  const order = wanted.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  // From the top each label moves down out of the way of the one above, then from the bottom up again to stay inside.
  const places: number[] = [];
  for (const { place } of order)
    places.push(Math.max(place, places.length === 0 ? from : (places.at(-1) ?? from) + gap));
  for (let index = places.length - 1; index >= 0; index--)
    places[index] = Math.min(places[index] ?? to, index === places.length - 1 ? to : (places[index + 1] ?? to) - gap);
  const result: number[] = [];
  for (const [rank, { index }] of order.entries()) result[index] = places[rank] ?? from;
  return result;
}
