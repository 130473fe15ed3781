interface Vector {
  x: number;
  y: number;
}

const same = (vector: Vector): Vector => vector;

export function total(n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const a = { x: i, y: j };
      const b = same(a);
      b.x = 7;
      sum += a.x;
    }
  }
  return sum;
}
