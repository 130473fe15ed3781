interface Sum {
  sum: number;
  row: number;
}

export function sums(n: number): Sum[] {
  const found: Sum[] = [];
  for (let row = 0; row < n; row++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += j * row;
    const one = { sum, row };
    found.push(one);
    found.push(one);
  }
  return found;
}
