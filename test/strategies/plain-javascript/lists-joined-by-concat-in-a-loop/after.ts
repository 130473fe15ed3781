export function joined(rows: number[][], limit: number): number[] {
  const all: number[] = [0];
  for (const row of rows)
    if (all.length < limit) {
      for (let j = 0; j < row.length; j++) {
        if (j in row) all.push(row[j]!);
        else all.length++; // concat keeps holes
      }
    }
    else {
      if (row.length > 1) all.push(row[0] ?? 0, -1);
    }
  return all;
}
