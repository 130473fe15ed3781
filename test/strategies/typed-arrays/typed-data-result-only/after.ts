/** The squares below the limit. */
export function squares(count: number): number[] {
  const result: number[] = new Array(count);
  for (let i = 0; i < count; i++) result[i] = i * i;
  return result;
}

/** `squares` with its numbers in a typed array. */
export function squaresTyped(count: number): Float64Array {
  // A plain array throws for what is no array length; a typed array would round it.
  if (count >>> 0 !== count) throw new RangeError('Invalid array length');
  const result = new Float64Array(count);
  for (let i = 0; i < count; i++) result[i] = i * i;
  return result;
}
