/** @param {number[]} weights @param {any} scale */
export function scaled(weights, scale) {
  const a = new Array(weights.length).fill(0);
  for (let i = 0; i < weights.length; i++) a[i] = weights[i] * scale;
  return a[0];
}
