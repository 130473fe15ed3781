export interface Row {
  id: string;
  values: number[];
}

const BASE = 0.25;

export class Scorer {
  constructor(
    private readonly weights: readonly number[],
    private readonly _bias: number,
  ) {}

  scoreAll(rows: readonly Row[], weights: readonly number[]): { id: string; score: number }[] {
    const scored = rows.map((row) => {
      let sum = this._bias;
      for (let i = 0; i < row.values.length; i++) sum += row.values[i]! * this.weights[i]! * weights[i]!;
      if (Number.isNaN(sum)) throw new TypeError(`no weights for ${row.id}`);
      return { id: row.id, score: BASE + 1 / (1 + Math.exp(-sum)) };
    });
    return scored.sort((a, b) => b.score - a.score);
  }

  best(rows: readonly Row[]): string {
    return this.scoreAll(rows, this.weights)[0]?.id ?? '';
  }
} // scores
