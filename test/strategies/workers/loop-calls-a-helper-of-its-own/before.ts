/** How many ways there are to place queens that cannot take one another, by the column of the first. */
export function queens(size: number): number[] {
  const counts: number[] = [];
  // Bits of what is taken: columns, and both directions of diagonals.
  function place(row: number, columns: number, falling: number, rising: number): number {
    if (row === size) return 1;
    let total = 0;
    for (let column = 0; column < size; column++) {
      const bits = [1 << column, 1 << (row + column), 1 << (row - column + size)] as const;
      if ((columns & bits[0]) | (falling & bits[1]) | (rising & bits[2])) continue;
      total += place(row + 1, columns | bits[0], falling | bits[1], rising | bits[2]);
    }
    return total;
  }
  for (let first = 0; first < size; first++) {
    counts.push(place(1, 1 << first, 1 << first, 1 << (size - first)));
  }
  return counts;
}
