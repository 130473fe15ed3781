// What calling a method says about the value it is called on. A table.

interface MethodEvidence {
  readonly of: 'text' | 'list' | 'sequence' | 'map' | 'set' | 'date' | 'pattern' | 'promise' | 'number';
  /** Which parameter of the callback is an element. */
  readonly elementParameter?: number;
  /** The first argument is an element. */
  readonly takesElement?: boolean;
  /** The result is an element. */
  readonly givesElement?: boolean;
  /** The result is again a list (or text) of the same elements. */
  readonly givesSame?: boolean;
}

const perElement: MethodEvidence = { of: 'list', elementParameter: 0 };
const text: MethodEvidence = { of: 'text' };

const methods: Readonly<Record<string, MethodEvidence>> = {
  map: perElement,
  flatMap: perElement,
  forEach: perElement,
  some: perElement,
  every: perElement,
  findIndex: perElement,
  filter: { of: 'list', elementParameter: 0, givesSame: true },
  find: { of: 'list', elementParameter: 0, givesElement: true },
  reduce: { of: 'list', elementParameter: 1 },
  reduceRight: { of: 'list', elementParameter: 1 },
  sort: { of: 'list', elementParameter: 0, givesSame: true },
  toSorted: { of: 'list', elementParameter: 0, givesSame: true },
  reverse: { of: 'list', givesSame: true },
  push: { of: 'list', takesElement: true },
  unshift: { of: 'list', takesElement: true },
  pop: { of: 'list', givesElement: true },
  shift: { of: 'list', givesElement: true },
  splice: { of: 'list' },
  fill: { of: 'list' },
  join: { of: 'list' },
  flat: { of: 'list' },
  slice: { of: 'sequence', givesSame: true },
  concat: { of: 'sequence', givesSame: true },
  indexOf: { of: 'sequence', takesElement: true },
  includes: { of: 'sequence', takesElement: true },
  at: { of: 'sequence', givesElement: true },
  charCodeAt: text,
  charAt: text,
  codePointAt: text,
  split: text,
  substring: text,
  substr: text,
  toUpperCase: text,
  toLowerCase: text,
  trim: { of: 'text', givesSame: true },
  trimStart: { of: 'text', givesSame: true },
  trimEnd: { of: 'text', givesSame: true },
  padStart: text,
  padEnd: text,
  startsWith: { of: 'text', takesElement: true },
  endsWith: text,
  replace: text,
  replaceAll: text,
  match: text,
  matchAll: text,
  normalize: text,
  localeCompare: text,
  repeat: text,
  search: text,
  toFixed: { of: 'number' },
  toPrecision: { of: 'number' },
  get: { of: 'map' },
  set: { of: 'map' },
  entries: { of: 'map' },
  has: { of: 'set' },
  add: { of: 'set' },
  getTime: { of: 'date' },
  getFullYear: { of: 'date' },
  getMonth: { of: 'date' },
  getDate: { of: 'date' },
  toISOString: { of: 'date' },
  test: { of: 'pattern' },
  exec: { of: 'pattern' },
  catch: { of: 'promise' },
  finally: { of: 'promise' },
};

export function methodEvidence(name: string): MethodEvidence | undefined {
  // Not in the table: an object with a `then` of its own is taken for a promise.
  if (name === 'then') return { of: 'promise' };
  return Object.hasOwn(methods, name) ? methods[name] : undefined;
}
