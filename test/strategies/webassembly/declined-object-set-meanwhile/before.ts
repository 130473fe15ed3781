interface Vector {
  x: number;
  y: number;
}

export function total(n: number): number {
  let sum = 0;
  let a: Vector = { x: 1, y: 2 };
  const step = (): number => {
    a = { x: a.x + 1, y: 0 };
    return 1;
  };
  const after = (vector: Vector, k: number): number => vector.x + k * step() + vector.x;
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) sum += after(a, j);
  return sum;
}
