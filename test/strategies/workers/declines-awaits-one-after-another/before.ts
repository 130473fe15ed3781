async function score(x: number): Promise<number> {
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt(x + k) / k;
  return sum;
}

export async function scoreAll(xs: readonly number[]): Promise<number[]> {
  const scores: number[] = [];
  for (const x of xs) scores.push(await score(x));
  return scores;
}
