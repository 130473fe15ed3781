/** `taken` is read before the callbacks change it. */
export function takenAndLarge(values: number[]): number[] {
  let taken = 0;
  return [
    taken,
    ...values
      .map((value) => {
        if (value < 0) return 0;
        taken += value;
        return value;
      })
      .filter((value) => value > 10),
  ];
}
