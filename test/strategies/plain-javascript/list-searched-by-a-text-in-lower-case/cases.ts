import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => {
    const users = [
      { name: 'Ada', email: 'a' },
      { name: 'BO', email: 'b' },
      { name: 'ada', email: 'c' },
    ];
    return [
      [['bo ', 'ADA', 'x'], users],
      [['x'], []],
    ];
  },
} satisfies FixtureCases;
