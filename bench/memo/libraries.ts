// The functions of subjects.ts behind two well-known libraries, as their documentation says: keys of several arguments through JSON. Recursions are
// written out once more, with the cached function as an argument; recursions inside of a function cannot be reached from outside.
import { LRUCache } from 'lru-cache';
import memoize, { memoizeClear } from 'memoize';

export type Library = 'memoize' | 'lru-cache';
type Call = (...args: readonly unknown[]) => unknown;

export interface Forgetful {
  readonly call: Call;
  readonly forget: () => void;
}

type Sum = (...args: readonly number[]) => number;

const open: Readonly<Record<string, (self: Sum) => Sum>> = {
  fibonacci: (self) => (n) => (n! < 2 ? n! : self(n! - 1) + self(n! - 2)),
  tribonacci: (self) => (n) => (n! <= 0 ? 0 : n! < 3 ? 1 : self(n! - 1) + self(n! - 2) + self(n! - 3)),
  gridPaths: (self) => (rows, columns) =>
    rows === 0 || columns === 0 ? 1 : self(rows! - 1, columns!) + self(rows!, columns! - 1),
  binomial: (self) => (n, k) => (k === 0 || k === n ? 1 : self(n! - 1, k! - 1) + self(n! - 1, k!)),
  catalan: (self) => (n) => {
    if (n! < 2) return 1;
    let sum = 0;
    for (let i = 0; i < n!; i++) sum += self(i) * self(n! - 1 - i);
    return sum;
  },
};

export function behindLibrary(library: Library, name: string, original: Call): Forgetful {
  const wrap = library === 'memoize' ? withMemoize : withLru;
  const opened = Object.hasOwn(open, name) ? open[name] : undefined;
  if (opened === undefined) return wrap(original);
  const self = wrap((...args) => (compute as Call)(...args));
  const compute = opened(self.call as Sum);
  return self;
}

function withMemoize(compute: Call): Forgetful {
  const call = memoize(compute, { cacheKey: (args) => (args.length === 1 ? args[0] : JSON.stringify(args)) });
  return { call, forget: () => memoizeClear(call) };
}

function withLru(compute: Call): Forgetful {
  const cache = new LRUCache<string | number, { readonly result: unknown }>({ max: 100_000 });
  const call: Call = (...args) => {
    const key = args.length === 1 ? (args[0] as string | number) : JSON.stringify(args);
    const found = cache.get(key);
    if (found !== undefined) return found.result;
    const result = compute(...args);
    cache.set(key, { result });
    return result;
  };
  return { call, forget: () => cache.clear() };
}
