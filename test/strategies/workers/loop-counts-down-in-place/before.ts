/** Where each value ends, the last one first. */
export function endsOf(values: Float64Array): Float64Array {
  const ends = new Float64Array(values.length);
  for (let i = values.length - 1; i >= 0; i--) {
    let end = values[i] ?? 0;
    for (let round = 0; round < 100; round++) end = Math.cos(end * 1.5) + i / 100;
    ends[i] = end;
  }
  return ends;
}
