export class Budget {
  most = 100;
}

function cost(x: number): number {
  let sum = 0;
  for (let k = 1; k < 100; k++) sum += Math.sqrt(x + k);
  return sum;
}

export function costsWithin(xs: number[], budget: Budget): number[] {
  const costs: number[] = [];
  for (const x of xs) {
    const next = cost(x);
    if (next > budget.most) return costs;
    costs.push(next);
  }
  return costs;
}
