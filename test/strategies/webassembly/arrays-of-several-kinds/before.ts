export type Numbers = readonly number[] | Float32Array | Float64Array | Uint8Array;

function checkLengths(a: Numbers, b: Numbers): void {
  if (a.length !== b.length) throw new RangeError('as many of the one as of the other');
}

export function crossCorrelation(a: Numbers, b: Numbers): Float64Array {
  checkLengths(a, b);
  const result = new Float64Array(a.length);
  for (let lag = 0; lag < a.length; lag++) {
    let sum = 0;
    for (let i = 0; i + lag < a.length; i++) sum += a[i]! * b[i + lag]!;
    result[lag] = sum / (a.length - lag);
  }
  return result;
}
