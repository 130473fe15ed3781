export const Unit = { Meter: 1, Foot: 0.3048 } as const;

// Results of marks by its argument. When it is full it starts over, so that it cannot grow without bound.
const MARKS_CACHE_LIMIT = 2;
const marksCache = new Map<number, number>();

function rememberMarks(unit: number, result: number): number {
  // A Map cannot tell -0 from 0, but the result may: neither is remembered.
  if (unit === 0) return result;
  if (marksCache.size >= MARKS_CACHE_LIMIT) marksCache.clear();
  marksCache.set(unit, result);
  return result;
}

export function marks(unit: (typeof Unit)[keyof typeof Unit]): number {
  const cached = marksCache.get(unit);
  if (cached !== undefined) return cached;
  let sum = 0;
  for (let i = 1; i < 500; i++) sum += Math.sqrt(i) / unit;
  return rememberMarks(unit, sum);
}
