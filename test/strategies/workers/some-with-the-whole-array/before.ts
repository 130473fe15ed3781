interface Sphere {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export function collides(spheres: readonly Sphere[]): boolean {
  return spheres.some((one, at) =>
    spheres.slice(at + 1).some((other) => Math.hypot(one.x - other.x, one.y - other.y) < one.radius + other.radius),
  );
}
