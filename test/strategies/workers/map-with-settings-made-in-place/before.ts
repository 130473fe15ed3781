export interface Row {
  readonly id: number;
  readonly score: number;
  readonly note?: string | null;
}

interface Options {
  weight: number;
  rounds: number;
}

function rate({ id, score }: Row, options: Options, known: ReadonlySet<string>): number {
  let value = score * options.weight;
  for (let i = 0; i < options.rounds; i++) value = value * 0.99 + Math.sin(value + id);
  return known.has(String(id)) ? value : -value;
}

export function rateAll(rows: readonly Row[], weight: number, known: readonly string[]): number[] {
  const options = { weight, rounds: 30 };
  const names = new Set(known);
  return rows.map((row) => rate(row, options, names) + (row.note?.length ?? 0));
}
