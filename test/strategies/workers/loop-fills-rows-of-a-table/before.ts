export interface Place {
  readonly x: number;
  readonly y: number;
}

/** How far each place is from each other one. */
export function distances(places: readonly Place[]): number[][] {
  const table: number[][] = [];
  const count = places.length;
  for (let i = 0; i < count; i++) {
    table[i] = [];
    for (let j = 0; j < count; j++) {
      const [dx, dy] = [places[i]!.x - places[j]!.x, places[i]!.y - places[j]!.y];
      table[i]![j] = j > 0 && dx === 0 && dy === 0 ? table[i]![j - 1]! * 0 : Math.hypot(dx, dy);
    }
  }
  return table;
}
