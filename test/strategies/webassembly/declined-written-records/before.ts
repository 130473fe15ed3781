interface Body {
  x: number;
  v: number;
}
export function drift(bodies: Body[], steps: number): number {
  for (let i = 0; i < steps; i++) for (const body of bodies) body.x += body.v;
  return bodies.length;
}
