export function chains(end: number, results: number): number[] {
  const out: number[] = [];
  for (let start = 0; start < end; start++) {
    let task = results;
    for (let n = start; n > 1; n = n % 2 === 0 ? n / 2 : 3 * n + 1) task++;
    out.push(task);
  }
  return out;
}
