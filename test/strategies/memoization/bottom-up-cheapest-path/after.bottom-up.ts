export const cheapest = (x: number, y: number): number => {
  // Only smaller whole numbers are asked for: a row is made from the one before it.
  if (Number.isInteger(x) && x > 0 && Number.isInteger(y) && y > 0 && (x + 1) * (y + 1) <= 1_000_000) {
    let above: number[] = [];
    for (let i = 0; i <= x; i++) {
      const row: number[] = [];
      for (let j = 0; j <= y; j++) {
        row.push(i === 0 ? j * 3 : j === 0 ? i * 2 : Math.min(above[j]! + ((i * j) % 7), row[j - 1]! + ((i + j) % 5)));
      }
      above = row;
    }
    return above[y]!;
  }
  return x === 0 ? y * 3 : y === 0 ? x * 2 : Math.min(cheapest(x - 1, y) + ((x * y) % 7), cheapest(x, y - 1) + ((x + y) % 5));
};
