/** Of 0 and -0, which are not less than each other, the first stays. */
export function lowest(rows: readonly (readonly number[])[]): number {
  let low = 1;
  for (const row of rows) {
    let sum = row.length === 0 ? 1 : 0;
    for (const value of row) sum *= value;
    if (low > sum) low = sum;
  }
  return low;
}
