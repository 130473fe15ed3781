import type { FixtureCases } from '../../../support/check-strategy.ts';

class Money {
  readonly cents = 3;
  toJSON(): string {
    return `${this.cents} ct`;
  }
}

export default {
  calls: () => [
    [[{ id: 1, score: 2 }, { id: 2, score: 3 }]],
    // What no type tells of, and what is more than its fields.
    [[{ id: 1, score: 2, price: new Money() }]],
    [[Object.assign(new Money(), { id: 1, score: 2 })]],
    [[]],
  ],
} satisfies FixtureCases;
