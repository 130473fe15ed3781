export function triangle(n: number): number[] {
  const heights = new Array<number>(n);
  const total = new Array(heights.length + 1);
  total.fill(0);
  for (let i = 0; i < heights.length; i++) {
    heights[i] = 0;
    for (let j = 0; j < i; j++) {
      heights[i]! += j / 3;
      total[j] += heights[i]!;
    }
  }
  if (n % 2 === 0) for (let i = 0; i < heights.length; i++) heights[i] = heights[i]! + total[i];
  return heights;
}

