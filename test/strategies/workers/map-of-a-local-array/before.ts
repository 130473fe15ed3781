// Squares of the even numbers, and their sum.
export function evenSquares(limit: number, scale: number): { squares: number[]; sum: number } {
  const evens: number[] = [];
  for (let n = 0; n < limit; n++) if (n % 2 === 0) evens.push(n);
  const squares = evens.map((n) => n * n * scale);
  let sum = 0;
  for (const square of squares) sum += square;
  return { squares, sum };
}
