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

// Results of steps by what it reads of its arguments. When it is full it starts over, so that it cannot grow without bound.
const STEPS_CACHE_LIMIT = 100_000;
const stepsCache = new Map<number, Map<number, Map<number, Map<number, number>>>>();
let stepsCacheSize = 0;

function rememberSteps(fromX: number, toX: number, y: number, scale: number, result: number): number {
  // A Map cannot tell -0 from 0, but the result may: neither is remembered.
  if (fromX === 0 || toX === 0 || y === 0) return result;
  if (stepsCacheSize >= STEPS_CACHE_LIMIT) {
    stepsCache.clear();
    stepsCacheSize = 0;
  }
  let byFromX = stepsCache.get(fromX);
  if (byFromX === undefined) {
    byFromX = new Map();
    stepsCache.set(fromX, byFromX);
  }
  let byToX = byFromX.get(toX);
  if (byToX === undefined) {
    byToX = new Map();
    byFromX.set(toX, byToX);
  }
  let byY = byToX.get(y);
  if (byY === undefined) {
    byY = new Map();
    byToX.set(y, byY);
  }
  byY.set(scale, result);
  stepsCacheSize += 1;
  return result;
}

/** Whole steps along a segment, counted the slow way. */
export function steps(segment: Segment, scale: number): number {
  const cached = stepsCache.get(segment.from.x)?.get(segment.to.x)?.get(segment.to.y)?.get(scale);
  if (cached !== undefined) return cached;
  const { from } = segment;
  const width = across(segment) * scale;
  let count = 0;
  for (let at = from.x; at < from.x + width; at++) count += squared(segment.to) > at ? 1 : 2;
  return rememberSteps(segment.from.x, segment.to.x, segment.to.y, scale, count);
}
