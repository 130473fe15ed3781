export function divisors(numbers: number[]): [number, number][] {
  return numbers.flatMap((n) => {
    const found: [number, number][] = [];
    for (let d = 1; d <= n; d++) if (n % d === 0) found.push([n, d]);
    return found;
  });
}
