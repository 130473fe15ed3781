import type { FixtureCases } from '../../../support/check-strategy.ts';

const row = (id: number, name: string) => ({ id, name });

export default {
  calls: () => [
    [[], []],
    [[row(1, 'a'), row(2, 'b'), row(1, 'c'), row(Number.NaN, 'd')], ['a', 'b', 'a']],
    [[row(0, 'a'), row(-0, 'b')], ['a']],
  ],
} satisfies FixtureCases;
