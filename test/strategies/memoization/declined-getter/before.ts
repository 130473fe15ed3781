export class Circle {
  radius = 1;

  get area(): number {
    return Math.PI * this.radius ** 2;
  }
}
