import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => {
    const customers = [
      { id: 'a', name: 'Ada' },
      { id: 'b', name: 'Bo' },
      { id: 'a', name: 'second of that id' },
      { id: '__proto__', name: 'odd' },
    ];
    const orders = ['b', 'a', 'c', '__proto__', 'b'].map((customer, total) => ({ customer, total }));
    return [
      [orders, customers],
      [orders, []],
      [[], customers],
    ];
  },
} satisfies FixtureCases;
