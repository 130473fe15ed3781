function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

interface Asset {
  readonly name: string;
  readonly price: number;
}

/** What each asset may be worth, from numbers drawn anew for each. */
export function simulate(assets: readonly Asset[], paths: number, seed: number): { name: string; worth: number }[] {
  return assets.map(({ name, price }, at) => {
    const random = mulberry(seed + at);
    let sum = 0;
    for (let path = 0; path < paths; path++) sum += price * Math.exp(0.2 * gaussian(random) + 0.01 * random());
    return { name, worth: sum / paths };
  });
}
