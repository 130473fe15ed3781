interface Bracket {
  readonly from: number;
  readonly to: number;
  readonly rate: number;
}

export function taxes(incomes: readonly number[], brackets: readonly Bracket[]): number {
  let total = 0;
  for (const income of incomes) {
    const bracket = brackets.find((one) => one.from <= income && income < one.to);
    total += income * (bracket?.rate ?? 0);
  }
  return total;
}
