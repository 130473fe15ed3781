export function powers(values: readonly number[]): readonly (readonly number[])[] {
  return values.map((value) => {
    const row: number[] = [];
    for (let power = 1; power <= value; power++) row.push(value ** power);
    return Object.freeze(row);
  });
}
