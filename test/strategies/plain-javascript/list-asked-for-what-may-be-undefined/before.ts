export function known(asked: (string | undefined)[], names: (string | undefined)[]): number[] {
  return asked.map((one) => (names.some((name) => name === one) ? names.findIndex((name) => name === one) : -1));
}
