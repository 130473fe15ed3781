/** The median of each window, and the mean of the largest numbers. */
export function smoothed(values: number[], radius: number): number[] {
  const medians = values.map((_, i) => {
    const window = values.slice(Math.max(0, i - radius), i + radius + 1).sort((a, b) => a - b);
    return window[Math.floor(window.length / 2)]!;
  });
  const largest = [...values].sort((a, b) => b - a);
  let sum = 0;
  for (let i = 0; i < radius; i++) sum += largest[i]!;
  values.sort((a, b) => a - b);
  medians.push(sum / radius);
  return medians;
}
