interface Point {
  x: number;
  y: number;
}

function shown(point: Point): string {
  return JSON.stringify(point);
}

export function repeated(point: Point, times: number): string {
  let text = '';
  for (let i = 0; i < times; i++) text += shown(point) + point.x;
  return text;
}
