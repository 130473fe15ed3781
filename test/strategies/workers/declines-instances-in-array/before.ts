export interface Shape {
  name: string;
  area(): number;
}

export function names(shapes: Shape[]): string[] {
  return shapes.map((shape) => shape.name.toUpperCase());
}
