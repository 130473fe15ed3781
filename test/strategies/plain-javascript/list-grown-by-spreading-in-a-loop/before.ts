export function squaresBelow(limit: number): number[] {
  let squares: number[] = [];
  for (let i = 0; i * i < limit; i++) {
    if (!squares.includes(i % 7)) {
      squares = [...squares, i * i];
    } else {
      squares = squares.concat([i, squares.length]);
    }
  }
  return squares;
}
