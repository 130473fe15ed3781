export class Point {
  constructor(
    readonly x: number,
    readonly y: number,
  ) {}
  length(): number {
    return Math.hypot(this.x, this.y);
  }
}

export function distance(point: Point): number {
  return point.x + point.y;
}
