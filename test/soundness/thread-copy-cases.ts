// Objects that fit a declared type and are more than their copies in another thread: instances of classes with getters and methods, fields that no type
// tells of, classes that extend Map and Date, objects without a prototype.
import type { SoundnessCase } from './soundness-case.ts';

class Place {
  readonly #x: number;
  constructor(x: number) {
    this.#x = x;
  }
  get x(): number {
    return this.#x;
  }
}

class Money {
  readonly cents: number;
  constructor(cents: number) {
    this.cents = cents;
  }
  toJSON(): string {
    return `${this.cents} ct`;
  }
}

class Counting extends Map<string, number> {
  override get(key: string): number {
    return super.get(key) ?? 7;
  }
}

class Noon extends Date {
  override getHours(): number {
    return 12;
  }
}

const four = { x: 4 };

const label = Symbol('label');
const hiddenX = (x: number) => Object.defineProperty({ name: 'hidden' }, 'x', { value: x, enumerable: false });

const work = `function work(n: number): number {
  let sum = 0;
  for (let i = 0; i < 1000; i++) sum += (i * n) % 7;
  return sum;
}
`;

export const threadCopyCases: readonly SoundnessCase[] = [
  {
    id: 'copy-1',
    trap: 'a field of an element is an instance with a getter, or the element is one',
    source: `${work}
interface Item {
  readonly x: number;
  readonly place?: { readonly x: number } | null;
}
export function sums(items: Item[]): number[] {
  const all: number[] = [];
  for (const item of items) all.push(work(item.x + (item.place?.x ?? 0)));
  return all;
}
`,
    calls: () => [
      [[{ x: 1, place: { x: 3 } }, { x: 2 }]],
      [
        [
          { x: 1, place: new Place(3) },
          { x: 2, place: null },
        ],
      ],
      [[new Place(5), { x: 1 }]],
      [[Object.create(four), { x: 1 }]],
      [[]],
    ],
    observed: () => [[[{ x: 1, place: { x: 3 } }, { x: 2 }]]],
  },
  {
    id: 'copy-2',
    trap: 'settings are an instance with a getter, or missing',
    source: `${work}
interface Settings {
  readonly x: number;
}
export function scaled(values: number[], settings?: Settings): number[] {
  return values.map((value) => work(value * (settings?.x ?? 2)));
}
`,
    calls: () => [[[1, 2], { x: 3 }], [[1, 2], new Place(4)], [[1, 2]], [[3], undefined], [[], new Place(1)]],
    observed: () => [[[1, 2], { x: 3 }]],
  },
  {
    id: 'copy-3',
    trap: 'a field that no type tells of is an instance, and handed on with the rest',
    source: `${work}
interface Item {
  readonly x: number;
}
export function rated(items: Item[]): (Item & { rating: number })[] {
  return items.map((item) => ({ ...item, rating: work(item.x) }));
}
`,
    calls: () => [
      [[{ x: 1 }, { x: 2 }]],
      [[{ x: 1, price: new Money(3) }, { x: 2 }]],
      [
        [
          { x: 1, tags: [new Money(3)] },
          { x: 2, bare: Object.create(null) },
        ],
      ],
    ],
    observed: () => [[[{ x: 1 }, { x: 2 }]]],
  },
  {
    id: 'copy-4',
    trap: 'an element says itself how it is written as JSON',
    source: `${work}
interface Item {
  readonly cents: number;
}
export function printed(items: Item[]): string[] {
  return items.map((item) => JSON.stringify(item) + work(item.cents));
}
`,
    calls: () => [[[{ cents: 1 }, { cents: 2 }]], [[{ cents: 1 }, new Money(2)]]],
    observed: () => [[[{ cents: 1 }, { cents: 2 }]]],
  },
  {
    id: 'copy-5',
    trap: 'a class extends Map and answers for what is missing, another one Date',
    source: `${work}
export function counted(words: string[], counts: Map<string, number>, day: Date): number[] {
  return words.map((word) => work((counts.get(word) ?? 0) + day.getHours()));
}
`,
    calls: () => [
      [['a', 'b'], new Map([['a', 1]]), new Date(2020, 1, 1)],
      [['a', 'b'], new Counting([['a', 1]]), new Date(2020, 1, 1)],
      [['a', 'b'], new Map(), new Noon(2020, 1, 1)],
    ],
    observed: () => [[['a', 'b'], new Map([['a', 1]]), new Date(2020, 1, 1)]],
  },
  {
    id: 'copy-6',
    trap: 'elements hold each other, and one of them is an instance far down',
    source: `${work}
interface Part {
  readonly x: number;
  readonly parts: Part[];
  within?: Part;
}
function total(part: Part): number {
  return work(part.x) + part.parts.reduce((sum, inner) => sum + total(inner), 0);
}
export function totals(parts: Part[]): number[] {
  return parts.map((part) => total(part));
}
`,
    calls: () => [
      [[{ x: 1, parts: [{ x: 2, parts: [] }] }]],
      [[heldByItsParts()]],
      [[{ x: 1, parts: [{ x: 2, parts: [Object.assign(new Place(9), { parts: [] })] }] }]],
    ],
    observed: () => [[[{ x: 1, parts: [{ x: 2, parts: [] }] }]]],
  },
  {
    id: 'copy-7',
    trap: 'what comes back is declared as an interface, and an instance with a getter for some elements only',
    source: `${work}
export interface Shape {
  readonly r: number;
}
class Circle implements Shape {
  constructor(private readonly d: number) {}
  get r(): number {
    return this.d / 2;
  }
}
const shapeOf = (n: number): Shape => (n > 100 ? new Circle(n) : { r: n });
export function shapes(values: number[]): Shape[] {
  return values.map((value) => shapeOf(value + work(value) * 0));
}
`,
    calls: () => [[[1, 2]]],
    scenario: async (call) => ((await call([1, 200])) as { r: number }[]).map(({ r }) => r),
    declines: { workers: ['W6'] },
  },
  {
    id: 'copy-8',
    trap: 'a callback takes the elements under another type that fits, and makes text of all that they hold',
    source: `${work}
interface Item {
  readonly x: number;
}
function shown(item: { readonly x: number }): string {
  return work(item.x) + JSON.stringify(item);
}
export function texts(items: Item[]): string[] {
  return items.map(shown);
}
`,
    calls: () => [[[{ x: 1 }, { x: 2 }]], [[Object.assign({ x: 1 }, { price: new Money(5) }), { x: 2 }]]],
  },
  {
    id: 'copy-9',
    trap: 'what a record holds is not enumerable',
    source: `${work}
interface Item {
  readonly x: number;
}
export function sums(items: readonly Item[]): number[] {
  const all: number[] = [];
  for (const item of items) all.push(work(item.x));
  return all;
}
`,
    calls: () => [[[{ x: 1 }, hiddenX(5)]], [[hiddenX(2)]], [[{ x: 1 }]], [[]]],
    observed: () => [[[{ x: 1 }, { x: 2 }]]],
  },
  {
    id: 'copy-10',
    trap: 'an element has a symbol for a name, or hides something, and is handed on with the rest',
    source: `
interface Item {
  readonly name: string;
  readonly x: number;
}
export function worked(items: readonly Item[]): Item[] {
  return items.map((item) => {
    let sum = item.x;
    for (let i = 0; i < 200; i++) sum = (sum * 31 + i) % 1009;
    return { ...item, x: sum };
  });
}
`,
    calls: () => [[[{ name: 'a', x: 1, [label]: 3 }]], [[hiddenX(4)]], [[{ name: 'b', x: 1 }]], [[]]],
    observed: () => [[[{ name: 'a', x: 1 }]]],
  },
];

function heldByItsParts(): object {
  const inner = { x: 2, parts: [] as object[], within: {} };
  const outer = { x: 1, parts: [inner] };
  inner.within = outer;
  return outer;
}
