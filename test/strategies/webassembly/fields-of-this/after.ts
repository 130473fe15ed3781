import { heatSpreadKernel } from './before.heat.spread.wasm.ts';

export class Heat {
  readonly #cells: Float64Array;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.#cells = new Float64Array(width * height).map((_, i) => (i * 7) % 11);
  }

  spread(rounds: number): number {
    const fast = heatSpreadKernel(rounds, this.height, this.width, this.#cells);
    if (fast !== undefined) return fast;
    for (let round = 0; round < rounds; round++) {
      for (let y = 1; y < this.height - 1; y++) {
        for (let x = 1; x < this.width - 1; x++) {
          const i = y * this.width + x;
          this.#cells[i] = (this.#cells[i - 1]! + this.#cells[i + 1]! + this.#cells[i - this.width]! + this.#cells[i + this.width]!) / 4;
        }
      }
    }
    return this.#cells[this.width + 1]!;
  }
}
