interface Complex {
  re: number;
  im: number;
}

const add = (a: Complex, b: Complex): Complex => ({ re: a.re + b.re, im: a.im + b.im });
const times = (a: Complex, b: Complex): Complex => ({ re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re });

function polar({ re, im }: Complex): [number, number] {
  if (re === 0 && im === 0) return [0, 0];
  return [Math.sqrt(re * re + im * im), im / re];
}

/** Steps until a point of the plane leaves the circle of radius 2, and where it was last. */
export function julia(size: number, limit: number): number[] {
  const c: Complex = { re: -0.8, im: 0.156 };
  const found: number[] = [];
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      let z: Complex = { re: (column / size) * 3 - 1.5, im: (row / size) * 2 - 1 };
      let steps = 0;
      let radius = 0;
      let slope = 0;
      while (steps < limit && radius <= 2) {
        z = add(times(z, z), c);
        [radius, slope] = polar(z);
        steps++;
      }
      const { re } = times(z, c);
      found.push(steps + slope * re);
    }
  }
  return found;
}
