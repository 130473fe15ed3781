async function score(x: number | undefined, weight: number): Promise<number> {
  if (x !== undefined && x < 0) throw new RangeError(`negative: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt((x ?? 0) + k) * weight;
  return sum;
}

export async function bestScore(xs: (number | undefined)[], weight: number): Promise<number> {
  const scores = await Promise.all(xs.map((x) => score(x, weight)));
  return Math.max(0, ...scores);
}
