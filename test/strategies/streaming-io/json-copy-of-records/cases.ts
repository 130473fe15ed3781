class Money {
  constructor(
    readonly amount: number,
    readonly currency: string,
  ) {}

  get cents(): number {
    return this.amount * 100;
  }
}

class Named {
  toJSON(key: string): string {
    return `as ${key}`;
  }
}

function circle(): object {
  const child: Record<string, unknown> = { title: 'child' };
  return { title: 'root', children: [child, { of: child }], child: Object.assign(child, { parent: [child] }) };
}

function nested(levels: number): object {
  let value: object = { title: 'innermost', due: new Date(0) };
  for (let i = 0; i < levels; i++) value = i % 2 === 0 ? { value } : [value];
  return value;
}

function withOwn(name: string, value: unknown): object {
  return Object.defineProperty({ title: 'own' }, name, { value, enumerable: true });
}

const shared = { tags: ['a'] };

/** Everything that JSON keeps, drops, turns into something else, refuses or asks. */
const lists: readonly unknown[] = [
  [{ title: 'plain', done: false, tags: ['a', '"b"\\'], nothing: null, empty: {}, none: [] }],
  [{ b: 1, a: 2, 2: 'two', 1: 'one' }],
  [{ due: new Date(86_400_000) }, { due: new Date(Number.NaN) }],
  [{ due: undefined, gone: () => 1, symbol: Symbol('s'), [Symbol('key')]: 1, constructor: () => 1 }],
  [undefined, () => 1, Symbol('s'), null],
  [-0, Number.NaN, Number.POSITIVE_INFINITY, 1e21, 5e-324, 0.1],
  [{ constructor: undefined, toString: undefined, valueOf: 'text' }, Object.create(null)],
  [new Money(1, 'EUR'), new Named(), { named: new Named(), list: [new Named()] }],
  [new Map([[1, 2]]), new Set([1]), new Uint8Array([1, 2]), /pattern/g, new Error('no')],
  [new Number(-0), new String('text'), new Boolean(false), Object(Symbol('s'))],
  [withOwn('__proto__', { polluted: true }), withOwn('__proto__', 1), withOwn('toJSON', 'text')],
  [withOwn('toJSON', () => ({ replaced: true })), withOwn('toJSON', () => undefined), Object.freeze([1, 2])],
  [Object.assign(() => 1, { toJSON: (key: string) => key }), Object.assign([1], { more: 1, toJSON: () => -0 })],
  // biome-ignore lint/suspicious/noSparseArray: its holes become null
  [[1, , 3], new Array(2), Object.assign([1], { more: 1 })],
  [shared, shared, { shared }],
  [{ title: 'lone \uD800 and \u2028' }],
  [Object.create({ inherited: 1 }, { own: { value: 1, enumerable: true }, hidden: { value: 2 } })],
  [{ count: 1n }],
  [Object(1n)],
  [nested(90), nested(99), nested(100), nested(101), nested(250)],
  [circle()],
  [new (class Owner {
    readonly owned = [this];
  })()],
  [{ get title() {
    throw new RangeError('no title');
  } }],
];

/** The functions in them are the same for all versions. */
export default { calls: () => lists.map((tasks) => [tasks]) };
