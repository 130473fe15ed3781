export interface Sample {
  readonly id: string;
  readonly features: number[];
}

/** A net of one layer. */
export class Net {
  readonly #bias: number;
  private readonly scale: number;

  constructor(
    private readonly weights: readonly number[],
    bias: number,
    scale: number,
  ) {
    this.#bias = bias;
    this.scale = scale;
  }

  predictAll(samples: readonly Sample[], cut: number): { id: string; value: number }[] {
    return samples.map((sample) => {
      const value = this.#squash(this.activation(sample.features), cut);
      return { id: sample.id, value };
    });
  }

  /** Before it is squashed. */
  private activation(features: readonly number[]): number {
    let sum = this.#bias;
    for (let i = 0; i < features.length; i++) sum += features[i]! * this.weights[i]!;
    if (Number.isNaN(sum)) throw new TypeError(`no weights for ${features.length} features`);
    return sum;
  }

  #squash(value: number, cut: number): number {
    const scale = Math.min(cut, this.scale);
    return this.rounded(1 / (1 + Math.exp(-value * scale)));
  }

  // To six places.
  private rounded(value: number): number {
    return Math.round(value * 1e6) / 1e6;
  }
}
