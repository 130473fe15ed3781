/** Steps of Conway's rule 110 on a ring. */
export function rule110(size: number, steps: number): number {
  let now = new Uint8Array(size);
  let next = new Uint8Array(size);
  now[size - 1] = 1;
  for (let step = 0; step < steps; step++) {
    for (let i = 0; i < size; i++) {
      const left = now[(i + size - 1) % size];
      const right = now[(i + 1) % size];
      next[i] = (110 >> (left * 4 + now[i] * 2 + right)) & 1;
    }
    [now, next] = [next, now];
  }
  let alive = 0;
  for (const cell of now) alive += cell;
  return alive;
}
