const sum = (a: number, b: number): number => a + b;

function item(x: number): boolean {
  return x > 1;
}

function x(value: number): number {
  return value * 2;
}

function i(value: number): number {
  return value + 1;
}

export function result(xs: number[]): number {
  let result2 = 0;
  for (let j = 0; j < xs.length; j++) {
    if (!(j in xs)) continue; // filter skips holes
    const x2 = xs[j]!;
    if (!item(x2)) continue;
    result2 = sum(result2, i(x(x2)));
  }
  return result2;
}
