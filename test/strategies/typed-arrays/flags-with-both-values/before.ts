export function lamps(n: number): boolean {
  const on = new Array<boolean>(n).fill(false)
  for (let step = 1; step < n; step++) {
    for (let k = step; k < n; k += step) on[k] = !on[k]
  }
  let lit = 0
  for (let k = 0; k < n; k++) if (on[k] && k % 2 === 0) lit++
  return lit % 2 === 1
}
