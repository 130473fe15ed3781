interface Point {
  x: number;
  y: number;
}

interface Segment {
  readonly from: Point;
  readonly to: Point;
}

function squared({ x, y }: Point): number {
  return x * x + y * y;
}

const across = (segment: Segment): number => segment.to.x - segment.from.x;

/** Whole steps along a segment, counted the slow way. */
export function steps(segment: Segment, scale: number): number {
  const { from } = segment;
  const width = across(segment) * scale;
  let count = 0;
  for (let at = from.x; at < from.x + width; at++) count += squared(segment.to) > at ? 1 : 2;
  return count;
}
