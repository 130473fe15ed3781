interface Rule {
  readonly name: string;
  readonly weight: number;
}

export function collect(rules: readonly Rule[]): number {
  const knownByName = new Map<string, Rule>();
  let sum = 0;
  for (const rule of rules) {
    const first = knownByName.get(rule.name);
    sum = sum * 3 + (first?.weight ?? 1);
    if (rule.weight > 0) {
      if (!knownByName.has(rule.name)) knownByName.set(rule.name, rule);
    } else {
      const added = { name: rule.name.trim(), weight: sum };
      if (!knownByName.has(added.name)) knownByName.set(added.name, added);
    }
  }
  return sum;
}
