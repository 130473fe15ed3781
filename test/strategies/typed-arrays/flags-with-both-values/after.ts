export function lamps(n: number): boolean {
  // A plain array throws for what is no array length; a typed array would round it.
  if (n >>> 0 !== n) throw new RangeError('Invalid array length')
  const on = new Uint8Array(n)
  for (let step = 1; step < n; step++) {
    for (let k = step; k < n; k += step) on[k] = !on[k] ? 1 : 0
  }
  let lit = 0
  for (let k = 0; k < n; k++) if (on[k] && k % 2 === 0) lit++
  return lit % 2 === 1
}
