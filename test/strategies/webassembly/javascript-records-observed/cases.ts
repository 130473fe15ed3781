import type { FixtureCases } from '../../../support/check-strategy.ts';

const points = Array.from({ length: 12 }, (_, i) => ({ x: (i * 7) % 5, y: i / 3, label: `p${i}` }));
const queries = Array.from({ length: 5 }, (_, i) => ({ x: i, y: i % 2 }));

/** It moves each time it is asked. */
class Moving {
  readonly y = 0;
  #x = 0;
  get x(): number {
    this.#x += 1;
    return this.#x;
  }
}

export default {
  calls: () => [
    [points, queries],
    [points, []],
    [[], queries],
    [[{ x: Number.NaN, y: 0 }], queries],
    [[{ x: -0, y: Infinity }], queries],
    [[{ x: '1', y: 0 }, ...points], queries],
    [[new Moving(), new Moving()], queries],
    [points, [new Moving()]],
    [[, ...points], queries],
    [points, [null]],
    [[null], []],
    [[null], queries],
    [points, undefined],
    [new Set(points), queries],
  ],
  observed: () => [[points, queries]],
} satisfies FixtureCases;
