interface Box {
  readonly width: number;
  readonly height: number;
  label?: string;
}

// Results of cuts by what it reads of its arguments, for whole numbers below the limit, so that it cannot grow without bound.
const CUTS_CACHE_LIMIT = 1_000;
const cutsCache: number[][] = [];

function rememberCuts(width: number, height: number, result: number): number {
  const isSmall = (key: number): boolean => Number.isInteger(key) && key >= 0 && key < CUTS_CACHE_LIMIT;
  if (isSmall(width) && isSmall(height)) (cutsCache[width] ??= [])[height] = result;
  return result;
}

/** Ways to cut a box into unit strips; the label does not matter. */
export function cuts(box: Box): number {
  if (box.width < 1) return 0;
  const cached = cutsCache[box.width]?.[box.height];
  if (cached !== undefined) return cached;
  let ways = 0;
  for (let i = 1; i <= box.width; i++) {
    for (let j = 1; j <= box.height; j++) if ((i * j) % 3 === 0) ways += i;
  }
  return rememberCuts(box.width, box.height, ways);
}
