interface Box {
  readonly width: number;
  readonly height: number;
  label?: string;
}

// Results of cuts by what it reads of its arguments. When it is full it starts over, so that it cannot grow without bound.
const CUTS_CACHE_LIMIT = 100_000;
const cutsCache = new Map<number, Map<number, number>>();
let cutsCacheSize = 0;

function rememberCuts(width: number, height: number, result: number): number {
  if (cutsCacheSize >= CUTS_CACHE_LIMIT) {
    cutsCache.clear();
    cutsCacheSize = 0;
  }
  let byWidth = cutsCache.get(width);
  if (byWidth === undefined) {
    byWidth = new Map();
    cutsCache.set(width, byWidth);
  }
  byWidth.set(height, result);
  cutsCacheSize += 1;
  return result;
}

/** Ways to cut a box into unit strips; the label does not matter. */
export function cuts(box: Box): number {
  if (box.width < 1) return 0;
  const cached = cutsCache.get(box.width)?.get(box.height);
  if (cached !== undefined) return cached;
  let ways = 0;
  for (let i = 1; i <= box.width; i++) {
    for (let j = 1; j <= box.height; j++) if ((i * j) % 3 === 0) ways += i;
  }
  return rememberCuts(box.width, box.height, ways);
}
