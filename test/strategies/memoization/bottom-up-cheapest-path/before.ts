export const cheapest = (x: number, y: number): number =>
  x === 0 ? y * 3 : y === 0 ? x * 2 : Math.min(cheapest(x - 1, y) + ((x * y) % 7), cheapest(x, y - 1) + ((x + y) % 5));
