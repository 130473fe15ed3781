import type { FixtureCases } from '../../../support/check-strategy.ts';

const items = Array.from({ length: 9 }, (_, i) => ({ name: `item ${i}`, mass: i / 2, parts: ['a', 'b'].slice(i % 3), rest: new Map() }));

/** It weighs more each time. */
class Growing {
  parts: readonly string[] = [];
  #mass = 0;
  get mass(): number {
    this.#mass += 1;
    return this.#mass;
  }
}

export default {
  calls: () => [
    [items],
    [[]],
    [[, ...items]],
    [[new Growing(), new Growing()]],
    [[{ mass: 4 }]],
    [[{ mass: '4', parts: [] }]],
    [[{ mass: 4, parts: 'abc' }]],
    [[{ mass: new Date(3), parts: [] }]],
    [[null]],
    [new Set(items)],
    [undefined],
  ],
  observed: () => [[items]],
} satisfies FixtureCases;
