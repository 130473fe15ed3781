export function squaresBelow(limit: number): number[] {
  const squares: number[] = [];
  for (let i = 0; i * i < limit; i++) {
    if (!squares.includes(i % 7)) {
      squares.push(i * i);
    } else {
      squares.push(i, squares.length);
    }
  }
  return squares;
}
