export function sumsByDigit(seeds: number[], limit: number): Map<string, number> {
  const digits = new Map<string, number>();
  seeds.forEach((seed, i) => {
    let value = seed + i;
    for (let round = 0; round < limit; round++) value = (value * 1103515245 + 12345) % 2147483648;
    const digit = String(value % 10);
    digits.set(digit, (digits.get(digit) ?? 0) + 1);
  });
  digits.set('of', seeds.length);
  return digits;
}
