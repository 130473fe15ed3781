/** Sides of the fields that are set, and fields of the same kind to the right. */
export function perimeter(field: number[][]): number {
  let sides = 0;
  for (let y = 0; y < field.length; y++) {
    for (let x = 0; x < field[0]!.length; x++) {
      if (field[y]![x] !== 1) continue;
      for (const [dy, dx] of [[0, 1], [1, 0], [0, -1], [-1, 0]] as const) {
        if (field[y + dy]?.[x + dx] !== 1) sides++;
        if (field[y + dy]?.[x + dx / 2]! < 5) sides += 0.25;
      }
    }
  }
  return sides;
}
