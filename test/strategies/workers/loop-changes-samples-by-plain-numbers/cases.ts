import type { FixtureCases } from '../../../support/check-strategy.ts';

const samples = (count: number) => Float32Array.from({ length: count }, (_, i) => ((i * 37) % 11) / 7);
const odd = (...given: unknown[]) => given as number[];

export default {
  calls: () => [
    [samples(40), [1, 2, 3]],
    [samples(40), [0.5, 1.5]],
    [samples(0), [1]],
    [samples(9), []],
    [samples(9), odd(1, undefined, '2', null)],
    [samples(9), [Number.NaN, -0]],
  ],
} satisfies FixtureCases;
