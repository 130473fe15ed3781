export function canReach(numbers: number[], target: number): boolean {
  function from(i: number, rest: number): boolean {
    if (rest === 0) return true;
    if (i === numbers.length || rest < 0) return false;
    return from(i + 1, rest) || from(i + 1, rest - numbers[i]!);
  }

  return from(0, target);
}
