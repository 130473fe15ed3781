export function ways(dice: number, sides: number, target: number): number {
  if (dice === 0) return target === 0 ? 1 : 0;
  let sum = 0;
  for (let face = 1; face <= sides; face++) sum += ways(dice - 1, sides, target - face);
  return sum;
}
