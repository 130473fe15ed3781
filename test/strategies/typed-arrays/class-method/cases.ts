import type { FixtureCases } from '../../../support/check-strategy.ts';

interface Exports {
  readonly Series: new (values: number[]) => unknown;
}

export default {
  select: 'Series.longestRise',
  calls: () => [[]],
  receiver: (exports) => new (exports as unknown as Exports).Series([3, 1, 2, -5, 0, 9, Number.NaN, 4]),
} satisfies FixtureCases;
