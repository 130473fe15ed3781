export function trace(values: number[], log: string[]): number[] {
  return values
    .map((value) => {
      log.push(`double ${value}`);
      return 2 * value;
    })
    .filter((value) => {
      log.push(`test ${value}`);
      return value > 2;
    });
}
