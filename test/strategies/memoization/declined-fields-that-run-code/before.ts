class Circle {
  constructor(readonly radius: number) {}

  get area(): number {
    return Math.PI * this.radius ** 2;
  }
}

export function strips(circle: Circle): number {
  let count = 0;
  for (let at = 0; at < circle.area; at += 0.5) count++;
  return count;
}
