export function canReach(numbers: number[], target: number): boolean {
  function from(i: number, rest: number): boolean {
    if (rest === 0) return true;
    if (i === numbers.length || rest < 0) return false;
    return from(i + 1, rest) || from(i + 1, rest - numbers[i]!);
  }

  // Only later items and smaller amounts are asked for: from the last item to the first, a row has the results for each amount.
  if (
    Number.isInteger(target) &&
    target > 0 &&
    target <= 1_000_000 &&
    [...numbers].every((item) => Number.isInteger(item) && item >= 0)
  ) {
    let below = new Array<boolean>(target + 1).fill(false);
    below[0] = true;
    for (let i = numbers.length - 1; i >= 0; i--) {
      const row: boolean[] = [true];
      for (let rest = 1; rest <= target; rest++) {
        row[rest] = below[rest]! || (rest < numbers[i]! ? false : below[rest - numbers[i]!]!);
      }
      below = row;
    }
    return below[target]!;
  }
  return from(0, target);
}
