export interface Line {
  price: number;
  count: number;
}

export interface Priced {
  total: number;
  kind: 'large' | 'small';
}

export function priceAll(lines: Line[][]): Priced[] {
  return lines.map((list) => {
    let total = 0;
    for (let round = 1; round < 50; round++) for (const { price, count } of list) total += (price * count) / round;
    return { total, kind: total > 100 ? 'large' : 'small' };
  });
}
