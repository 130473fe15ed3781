import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => {
    const users = [{ id: 1, email: 'a@x' }, { id: 2 }, { id: 3, email: 'b@x' }];
    return [
      [['a@x', 'c@x', ''], users, ['b@x', undefined]],
      [['a@x'], [], [undefined]],
      [[], users, []],
    ];
  },
} satisfies FixtureCases;
