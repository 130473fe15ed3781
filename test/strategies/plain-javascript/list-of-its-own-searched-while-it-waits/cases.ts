import type { FixtureCases } from '../../../support/check-strategy.ts';

const send = async (): Promise<void> => {};

export default {
  calls: () => [
    [['a', 'b', 'c'], 'b,x', send],
    [[], '', send],
  ],
} satisfies FixtureCases;
