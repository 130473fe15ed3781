const isEven = (x: number): boolean => x % 2 === 0;

function scaled(value: number): number {
  return value / 3;
}

function add(sum: number, value: number): number {
  return sum + value;
}

export function total(xs: number[]): number {
  let sum = 0;
  for (let i = 0; i < xs.length; i++) {
    if (!(i in xs)) continue; // map skips holes
    const x = scaled(xs[i]!);
    if (!isEven(x)) continue;
    sum = add(sum, scaled(x));
  }
  return sum;
}
