export class Shape {
  sides(): number {
    return 4;
  }

  angles(n: number): number {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += new Shape().sides() + pick(new Shape());
    return sum;
  }
}

export function pick(shape: Shape): number {
  return shape.sides();
}
