let step = (x: number): number => {
  step = (y) => y + 2;
  return x + 1;
};

export function steps(xs: number[]): number[] {
  return xs.map(step);
}
