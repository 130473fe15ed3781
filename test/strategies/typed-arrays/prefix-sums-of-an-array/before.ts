export function longestRunWithSum(values: number[], target: number): number {
  const n = values.length;
  const prefix: Array<number> = new Array(n + 1).fill(0);
  for (let i = 0; i < n; i++) {
    prefix[i + 1] = prefix[i] + values[i];
  }
  let longest = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j <= n; j++) {
      if (prefix[j] - prefix[i] === target && j - i > longest) longest = j - i;
    }
  }
  return longest;
}
