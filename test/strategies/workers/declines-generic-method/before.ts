export class Index {
  readonly #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
  }

  hashes<Key extends string>(keys: readonly Key[]): number[] {
    return keys.map((key) => {
      let hash = this.#seed;
      for (let at = 0; at < key.length; at++) hash = Math.imul(hash, 31) + key.charCodeAt(at);
      return hash;
    });
  }
}
