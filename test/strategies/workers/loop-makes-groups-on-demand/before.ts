function height(x: number): number {
  if (x < 0) throw new RangeError(`below ground: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt(x + k) / k;
  return Math.round(sum);
}

export function byHeight(xs: readonly number[]): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const x of xs) {
    const key = height(x);
    let group = groups.get(key);
    if (!group) {
      group = [];
      groups.set(key, group);
    }
    group.push(x);
  }
  return groups;
}
