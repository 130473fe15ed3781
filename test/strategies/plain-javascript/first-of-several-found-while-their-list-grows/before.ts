interface Rule {
  readonly name: string;
  readonly weight: number;
}

export function collect(rules: readonly Rule[]): number {
  const known: Rule[] = [];
  let sum = 0;
  for (const rule of rules) {
    const first = known.find((one) => one.name === rule.name);
    sum = sum * 3 + (first?.weight ?? 1);
    if (rule.weight > 0) known.push(rule);
    else known.push({ name: rule.name.trim(), weight: sum });
  }
  return sum;
}
