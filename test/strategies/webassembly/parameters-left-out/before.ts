const WEIGHT = 0.5;

function weighted(value: number, by = WEIGHT * 2, isHalf = false): number {
  return isHalf ? (value * by) / 2 : value * by;
}

/** How much the values resemble themselves some places further on, for each number of places. */
export function autocorrelation(values: number[], places?: number, scale?: number, from?: number): number[] {
  const most = places ?? Math.min(values.length, 10);
  const first = from === undefined ? 0 : from;
  const result: number[] = [];
  for (let lag = first; lag < most; lag++) {
    let sum = 0;
    for (let i = 0; i + lag < values.length; i++) {
      sum += weighted(values[i]!) * weighted(values[i + lag]!, -2) - weighted(1, i, true);
    }
    result.push(scale === undefined ? sum : sum * scale);
  }
  return result;
}
