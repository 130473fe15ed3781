import type { FixtureCases } from '../../../support/check-strategy.ts';

const customers = [
  { id: 1, name: 'Ada' },
  { id: 2, name: 'Bob' },
];
const orders = [
  { id: 'a', customerId: 2 },
  { id: 'b', customerId: 1 },
  { id: 'c', customerId: 3 },
];

/** Its id is another one each time it is read. */
class Moving {
  #reads = 0;
  readonly name = 'moving';
  get id(): number {
    this.#reads += 1;
    return this.#reads;
  }
}

export default {
  calls: () => [
    [orders, customers],
    [orders, []],
    [[], customers],
    [orders, [null]],
    [[], [null]],
    [orders, [{ id: 2, name: 'first' }, null]],
    [orders, [{ id: '2', name: 'text' }, { id: 2, name: 'number' }]],
    [orders, [{ id: Number.NaN, name: 'none' }]],
    [[{ id: 'a', customerId: Number.NaN }], [{ id: Number.NaN, name: 'none' }]],
    [orders, [new Moving(), new Moving()]],
    [orders, [Object.create(null), { id: 2, name: 'there' }]],
    [orders, [, ...customers]],
    [[, ...orders], customers],
    [new Set(orders), customers],
    [orders, new Set(customers)],
    [orders, undefined],
    [undefined, customers],
    [[{ id: 'a', customerId: undefined }], [{ name: 'nobody' }]],
  ],
  observed: () => [[orders, customers]],
} satisfies FixtureCases;
