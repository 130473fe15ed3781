enum Unit {
  Metre,
  Mile,
}

export function convert(amount: number, unit: Unit, mode: 'round' | 'exact' | null = null): string {
  let steps = 0;
  for (let left = amount; left > 0; left -= 10) steps++;
  if (unit === Unit.Mile) return `${mode ?? 'plain'}:${steps * 1.6}`;
  return `${mode ?? 'plain'}:${steps}`;
}
