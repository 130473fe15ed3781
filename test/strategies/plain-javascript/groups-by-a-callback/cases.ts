import type { FixtureCases } from '../../../support/check-strategy.ts';

// Compared by identity, so both sides get the same ones.
const parity = (x: number) => (x % 2 ? 'odd' : 'even');
const proto = () => '__proto__';

export default {
  calls: () => [
    [[1, 2, 3, 4, 5, 6], parity],
    [[7], proto],
    [[], parity],
  ],
} satisfies FixtureCases;
