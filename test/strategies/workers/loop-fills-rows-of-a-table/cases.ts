import type { FixtureCases } from '../../../support/check-strategy.ts';

const places = (count: number) => Array.from({ length: count }, (_, i) => ({ x: (i * 37) % 11, y: i }));

export default {
  calls: () => [[places(20)], [[]], [places(1)], [[...places(3), undefined, ...places(2)] as never]],
} satisfies FixtureCases;
