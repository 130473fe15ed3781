export function results(parts: number[], start: number, pool: { part: number }, settled: boolean): number[] {
  return parts.filter((part) => part !== start).map((part) => (settled ? part * pool.part : part - start));
}
