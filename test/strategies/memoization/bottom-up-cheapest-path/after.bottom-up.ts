export const cheapest = (x: number, y: number): number => {
  // Only the results above and to the left are asked for: one row is made over and over, from left to right.
  if (Number.isInteger(x) && x > 0 && Number.isInteger(y) && y > 0 && (x + 1) * (y + 1) <= 1_000_000) {
    const row: number[] = [];
    for (let i = 0; i <= x; i++) {
      for (let j = 0; j <= y; j++) {
        row[j] = i === 0 ? j * 3 : j === 0 ? i * 2 : Math.min(row[j]! + ((i * j) % 7), row[j - 1]! + ((i + j) % 5));
      }
    }
    return row[y]!;
  }
  return x === 0 ? y * 3 : y === 0 ? x * 2 : Math.min(cheapest(x - 1, y) + ((x * y) % 7), cheapest(x, y - 1) + ((x + y) % 5));
};
