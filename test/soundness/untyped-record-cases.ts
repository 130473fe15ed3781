// Objects of plain JavaScript, of which only some fields were seen, and only what they held: everything else that comes must take the old way.
import type { SoundnessCase } from './soundness-case.ts';
import { withHole } from './sparse.ts';

function afterHole([first, ...rest]: readonly unknown[]): unknown[] {
  return withHole(first, ...rest);
}

/** Another price each time it is asked. */
class Moody {
  readonly id = 1;
  readonly name = 'moody';
  #asked = 0;
  get price(): number {
    this.#asked += 1;
    return this.#asked;
  }
}

class Odd {
  trim(): string {
    return 'odd';
  }
}

const orders = [
  { id: 1, price: 3, name: 'a', tags: ['x', 'y'] },
  { id: 2, price: 0.5, name: 'b', tags: [] },
  { id: 3, price: -0, name: 'c', tags: ['x'] },
];

const mine = (): string => 'mine';

const template = Object.freeze({ id: 2, price: 0.5, name: 'b', tags: Object.freeze([]) });

/** Lists of what was never seen. */
const others = (): readonly unknown[] => [
  [],
  afterHole(orders),
  [...orders, null],
  [undefined, ...orders],
  [{ id: 1 }, ...orders],
  [{ ...orders[0], price: '3' }, ...orders],
  [{ ...orders[0], price: Number.NaN, name: undefined }],
  [{ ...orders[0], price: new Date(5), name: new String('s') }],
  [new Moody(), new Moody()],
  [Object.assign(Object.create(null), orders[0])],
  [Object.create(template)],
  [['a'], orders],
  [1, 'two', true],
  new Set(orders),
  'text',
  { length: 1, 0: orders[0] },
  null,
  undefined,
];

const seen = (): readonly (readonly unknown[])[] => [[orders]];
const calls = (): readonly (readonly unknown[])[] => [[orders], ...others().map((other) => [other])];

const searched = [
  { key: 1, label: 'one' },
  { key: 2, label: 'two' },
];

export const untypedRecordCases: readonly SoundnessCase[] = [
  {
    id: 'untyped-records-1',
    trap: 'a sum of what may be text',
    file: 'sample.js',
    source: `
export function total(orders) {
  let sum = 0;
  for (const order of orders) sum += order.price;
  return sum;
}
`,
    calls,
    observed: seen,
  },
  {
    id: 'untyped-records-2',
    trap: 'steps that throw in another order when a name is missing',
    file: 'sample.js',
    source: `
export function names(orders) {
  return orders.filter((o) => o.price.toFixed(1) !== '0.5').map((o) => o.name.toUpperCase()).join(' ');
}
`,
    calls,
    observed: seen,
  },
  {
    id: 'untyped-records-3',
    trap: 'a search whose list holds other things',
    file: 'sample.js',
    source: `
export function labels(orders, list) {
  const out = [];
  for (const order of orders) {
    const found = list.find((one) => one.key === order.id);
    if (found) out.push(found.label);
  }
  return out;
}
`,
    calls: () => [
      [orders, searched],
      [orders, []],
      [[], [null]],
      [orders, [...searched, null]],
      [orders, afterHole(searched)],
      [orders, [{ label: 'no key' }, ...searched]],
      [
        orders,
        [
          { key: Number.NaN, label: 'none' },
          { key: '1', label: 'text' },
        ],
      ],
      ...others().map((other) => [other, searched]),
      ...others().map((other) => [orders, other]),
    ],
    observed: () => [[orders, searched]],
  },
  {
    id: 'untyped-records-4',
    trap: 'a helper that is called with two kinds of things',
    file: 'sample.js',
    source: `
const weigh = (one) => one.price * 2 + (one.tags ? one.tags.length : 0);
export function weights(orders) {
  const extra = weigh({ price: 'x', tags: 'abc' });
  return orders.map((order) => weigh(order)).filter((w) => w > 0).concat(extra);
}
`,
    calls,
    observed: seen,
  },
  {
    id: 'untyped-records-5',
    trap: 'a helper that changes what it was given',
    file: 'sample.js',
    source: `
function spend(order) {
  order.price = order.price > 1 ? 'spent' : order.price - 1;
  return order.price;
}
export function left(orders) {
  return orders.map((order) => spend(order)).filter((p) => p < 0).map((p) => p * 2);
}
`,
    calls: () => [
      [orders.map((order) => ({ ...order }))],
      [[{ price: 5 }, { price: 0 }]],
      [[null]],
      [[{ price: '2' }]],
    ],
    observed: seen,
  },
  {
    id: 'untyped-records-6',
    trap: 'a helper that goes down a chain of objects',
    file: 'sample.js',
    source: `
function depth(node) {
  return node.next ? depth(node.next) + node.price : node.price;
}
export function depths(nodes) {
  return nodes.map((node) => depth(node)).filter((d) => d > 1).map((d) => d + 1);
}
`,
    calls: () => [
      [[{ price: 1, next: { price: 2 } }, { price: 3 }]],
      [[{ price: 1, next: { price: '2' } }]],
      [[{ price: 1, next: new Moody() }]],
      [[{ price: 1, next: 7 }]],
    ],
    observed: () => [[[{ price: 1, next: { price: 2 } }]]],
  },
  {
    id: 'untyped-records-7',
    trap: 'a callback that changes the objects between two looks at them',
    file: 'sample.js',
    source: `
export function changed(orders, change) {
  let sum = 0;
  for (const order of orders) {
    change(order);
    sum += order.price * 2;
  }
  return sum;
}
`,
    calls: () => [
      [
        orders.map((one) => ({ ...one })),
        (one: { price: unknown }) => {
          one.price = '7';
        },
      ],
      [[{ price: 1 }], (one: { price: unknown }) => void Object.defineProperty(one, 'price', { get: () => 4 })],
    ],
    observed: () => [[orders, () => {}]],
  },
  {
    id: 'untyped-records-8',
    trap: 'the same list under two names, written through one of them',
    file: 'sample.js',
    source: `
export function carry(orders, sums) {
  for (let i = 1; i < orders.length; i++) sums[i].price = orders[i - 1].price + orders[i].price;
  return sums.map((s) => s.price).filter((p) => p > 1).map((p) => p * 2);
}
`,
    calls: () => {
      const one = orders.map((order) => ({ ...order }));
      return [
        [one, one],
        [orders.map((order) => ({ ...order })), orders.map((order) => ({ ...order }))],
        [[], []],
        [orders, [1, 2, 3]],
      ];
    },
    observed: () => [[orders, orders.map((order) => ({ ...order }))]],
  },
  {
    id: 'untyped-records-9',
    trap: 'objects that say how they are written',
    file: 'sample.js',
    source: `
export function lines(orders) {
  return orders.map((order) => JSON.stringify(order) + order.price).filter((line) => line.length > 2).map((line) => line.trim());
}
`,
    calls: () => [
      ...calls(),
      [
        [
          { price: 1, toJSON: mine },
          { price: 2, self: 1n },
        ],
      ],
      [[{ price: 1, when: new Date(0), list: [undefined] }]],
    ],
    observed: seen,
  },
  {
    id: 'untyped-records-10',
    trap: 'fields with values of their own when they are missing',
    file: 'sample.js',
    source: `
export function priced(orders) {
  return orders.map(({ price = 1, name }) => price + (name ?? '-').length).filter((n) => n > 1).map((n) => n * n);
}
`,
    calls,
    observed: () => [[orders], [[{ name: 'a' }, { price: 4, name: null }]]],
  },
  {
    id: 'untyped-records-11',
    trap: 'fields that may be null, and are not',
    file: 'sample.js',
    source: `
export function zips(people) {
  return people.filter((p) => p.address.zip !== null).map((p) => p.address.zip.trim()).filter((z) => z !== '');
}
`,
    calls: () => [
      [[{ address: { zip: ' 1 ' } }, { address: { zip: null } }]],
      [[{ address: { zip: undefined } }]],
      [[{ address: null }]],
      [[{ address: { zip: new Odd() } }]],
      [[{ address: new Moody() }]],
      [[{}]],
    ],
    observed: () => [[[{ address: { zip: ' 1 ' } }, { address: { zip: null } }]]],
  },
  {
    id: 'untyped-records-12',
    trap: 'groups under a name that every object has',
    file: 'sample.js',
    source: `
export function grouped(orders) {
  return orders.reduce((groups, order) => {
    groups[order.name] = [...(groups[order.name] || []), order.price];
    return groups;
  }, {});
}
`,
    calls: () => [
      ...calls(),
      [
        [
          { name: '__proto__', price: 1 },
          { name: 'constructor', price: 2 },
          { name: 'toString', price: 3 },
        ],
      ],
    ],
    observed: seen,
  },
  {
    id: 'untyped-records-13',
    trap: 'settings that are asked again in every round',
    file: 'sample.js',
    source: `
export function steps(config) {
  let x = config.start;
  const seen = [];
  for (let i = 0; i < config.steps; i++) {
    x = (x * config.factor) % 101;
    seen.push(x);
  }
  return seen;
}
`,
    calls: () => [
      [{ start: 1, steps: 5, factor: 3 }],
      [{ start: '1', steps: 3, factor: 3 }],
      [{ start: 1, steps: '2', factor: 3 }],
      [{ start: 1, steps: 2 }],
      [
        {
          start: 1,
          get steps(): number {
            return Math.random() < 2 ? 2 : 0;
          },
          factor: 2,
        },
      ],
      [new Moody()],
      [null],
    ],
    observed: () => [[{ start: 1, steps: 5, factor: 3 }]],
  },
  {
    id: 'untyped-records-14',
    trap: 'objects in objects in lists',
    file: 'sample.js',
    source: `
export function pairs(nodes) {
  const out = [];
  for (let i = 0; i < nodes.length; i++) {
    for (let j = i + 1; j < nodes.length; j++) {
      const dx = nodes[i].at.x - nodes[j].at.x;
      const dy = nodes[i].at.y - nodes[j].at.y;
      if (dx * dx + dy * dy < 4) out.push([nodes[i].id, nodes[j].id]);
    }
  }
  return out;
}
`,
    calls: () => {
      const nodes = Array.from({ length: 6 }, (_, id) => ({ id, at: { x: id % 3, y: id / 2 } }));
      return [
        [nodes],
        [[]],
        [afterHole(nodes)],
        [[...nodes, null]],
        [[...nodes, { id: 7, at: null }]],
        [[...nodes, { id: 7, at: { x: '1', y: 0 } }]],
        [[...nodes, { id: new Date(0), at: { x: 1, y: 1 } }]],
      ];
    },
    observed: () => [[Array.from({ length: 6 }, (_, id) => ({ id, at: { x: id % 3, y: id / 2 } }))]],
  },
  {
    id: 'untyped-records-15',
    trap: 'the objects themselves are given back, and compared',
    file: 'sample.js',
    source: `
export function cheapest(orders) {
  const sorted = [...orders].sort((a, b) => a.price - b.price);
  const firsts = sorted.filter((o) => o.price >= 0).map((o) => o).slice(0, 2);
  return { firsts, same: firsts[0] === orders[2] };
}
`,
    calls,
    observed: seen,
  },
  {
    id: 'untyped-records-16',
    trap: 'fields of the objects are counted by name',
    file: 'sample.js',
    source: `
export function widths(orders) {
  return orders.map((order) => Object.keys(order).length + order.price).filter((n) => n > 2).map((n) => n - 1);
}
`,
    calls: () => [...calls(), [[Object.assign({ price: 1 }, { b: 1, c: 2 })]]],
    observed: seen,
  },
  {
    id: 'untyped-records-17',
    trap: 'tags of objects that are no lists',
    file: 'sample.js',
    source: `
export function tags(orders) {
  const seen = [];
  for (const order of orders) for (const tag of order.tags) if (!seen.includes(tag)) seen.push(tag);
  return seen;
}
`,
    calls: () => [
      ...calls(),
      [[{ tags: 'abca' }, { tags: new Set([1, 1, Number.NaN]) }]],
      [[{ tags: [Number.NaN, Number.NaN, 0, -0] }]],
      [[{ tags: afterHole(['a', undefined]) }]],
    ],
    observed: seen,
  },
  {
    id: 'untyped-records-18',
    trap: 'a helper handed on as a callback gets more than one argument',
    file: 'sample.js',
    source: `
function shown(order, index = 0, all = []) {
  return order.name + index + all.length;
}
export function shownAll(orders) {
  return orders.map(shown).filter((s) => s.length > 1).map((s) => s + shown({ name: s }));
}
`,
    calls,
    observed: seen,
  },
  {
    id: 'untyped-records-19',
    trap: 'a helper that gives its parameter another value',
    file: 'sample.js',
    source: `
function first(item) {
  if (item.tags.length > 1) item = item.tags;
  return item.length ?? item.price;
}
export function firsts(orders) {
  return orders.map((order) => first(order)).filter((n) => n >= 0).map((n) => n + 1);
}
`,
    calls,
    observed: seen,
  },
  {
    id: 'untyped-records-20',
    trap: 'numbers of objects that are compared with texts',
    file: 'sample.js',
    source: `
export function near(orders, limit) {
  let count = 0;
  for (let i = 0; i < orders.length; i++) {
    for (let j = 0; j < orders.length; j++) {
      if (orders[i].price - orders[j].price < limit && orders[i].id != orders[j].id) count++;
    }
  }
  return count;
}
`,
    calls: () => [...calls().map((args) => [...args, 1]), [orders, '1'], [orders, undefined], [orders, null]],
    observed: () => [[orders, 1]],
  },
  {
    id: 'untyped-records-21',
    trap: 'an error that says by which name the missing object is known',
    file: 'sample.js',
    source: `
export function cities(people) {
  return people.map(({ name, address }) => ({ name: name.trim(), city: address.city }));
}
`,
    calls: () => [
      [[{ name: ' a', address: { city: 'x' } }]],
      [[{ name: ' a', address: { city: 'x' } }, null]],
      [[undefined]],
      [[5]],
      [[{ name: 'a' }]],
    ],
    observed: () => [[[{ name: ' a', address: { city: 'x' } }]]],
  },
  {
    id: 'untyped-records-22',
    trap: 'an error that says by which name the missing row is known',
    file: 'sample.js',
    source: `
export function sums(rows) {
  return rows.map(([a, b]) => a + b);
}
`,
    calls: () => [[[[1, 2]]], [[[1, 2], null]], [[undefined]], [[5]], [['ab', 'cd']], [[new Set([1, 2])]]],
    observed: () => [
      [
        [
          [1, 2],
          [3, 4],
        ],
      ],
    ],
  },
  {
    id: 'untyped-records-23',
    trap: 'what is left of an object besides the fields that are read',
    file: 'sample.js',
    source: `
export function without(orders) {
  return orders.map(({ price, ...rest }) => {
    let cost = 0;
    for (let k = 1; k < 50; k++) cost += Math.sqrt(price * k);
    return { ...rest, cost };
  });
}
`,
    calls: () => [...calls(), [[{ price: 1, owner: new Odd() }]]],
    observed: seen,
  },
  {
    id: 'untyped-records-24',
    trap: 'what is left of the objects that a loop goes through',
    file: 'sample.js',
    source: `
export function without(orders) {
  const out = [];
  for (const { price, ...rest } of orders) {
    let cost = 0;
    for (let k = 1; k < 50; k++) cost += Math.sqrt(price * k);
    out.push({ ...rest, cost });
  }
  return out;
}
`,
    calls: () => [...calls(), [[{ price: 1, owner: new Odd() }]]],
    observed: seen,
  },
  {
    id: 'untyped-records-25',
    trap: 'a helper of reduce that begins with a number and gives text',
    file: 'sample.js',
    source: `
function add(sum, order) {
  return order.price > 1 ? sum + order.name : sum + order.price;
}
export function joined(orders) {
  return orders.filter((order) => order.price >= 0).map((order) => order).reduce(add, 0);
}
`,
    calls,
    observed: seen,
  },
];
