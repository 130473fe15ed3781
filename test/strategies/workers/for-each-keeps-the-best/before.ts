interface Best {
  readonly score: number;
  readonly at: number;
}

export function heaviestRow(rows: number[][], limit: number): Best {
  let best = limit;
  let at = -1;
  let seen = 0;
  rows.forEach((row) => {
    let score = 0;
    for (const x of row) score += Math.sqrt(x * x + row.length);
    if (score > best) {
      best = score;
      at = seen;
    }
    seen++;
  });
  return { score: best, at };
}
