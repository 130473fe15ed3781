// Everyday code on text and on records of it: parsers, formatters, word counts, stacks.
import type { SoundnessCase } from './soundness-case.ts';

export const everydayTextCases: readonly SoundnessCase[] = [
  {
    id: 'everyday-text-1',
    trap: 'parser with a position that moves on in helpers',
    source: `
export function parseNumbers(text: string): number[] {
  let at = 0;
  const out: number[] = [];
  const skip = (): void => { while (at < text.length && text[at] === ' ') at++; };
  const digit = (): number => {
    const start = at;
    while (at < text.length && text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at++;
    if (start === at) throw new SyntaxError('digit expected at ' + at);
    return Number(text.slice(start, at));
  };
  while (at < text.length) { skip(); if (at >= text.length) break; out.push(digit()); }
  return out;
}
`,
    calls: () => [['1 2 33'], [''], ['  '], ['1 x'], ['007'], ['1 2 33']],
    scenario: async (call) => {
      const a = (await call('1 2')) as number[];
      a.push(9);
      return call('1 2');
    },
  },
  {
    id: 'everyday-text-2',
    trap: 'calculator by recursive descent',
    source: `
export function evaluate(expression: string): number {
  let position = 0;
  function factor(): number {
    if (expression[position] === '(') {
      position++;
      const value = sum();
      position++;
      return value;
    }
    if (expression[position] === '-') { position++; return -factor(); }
    let value = 0;
    while (expression[position]! >= '0' && expression[position]! <= '9') value = value * 10 + Number(expression[position++]);
    return value;
  }
  function product(): number {
    let value = factor();
    while (expression[position] === '*' || expression[position] === '/') {
      if (expression[position++] === '*') value *= factor(); else value /= factor();
    }
    return value;
  }
  function sum(): number {
    let value = product();
    while (expression[position] === '+' || expression[position] === '-') {
      if (expression[position++] === '+') value += product(); else value -= product();
    }
    return value;
  }
  return sum();
}
`,
    calls: () => [['1+2*3'], ['-(2-2)'], ['0*-1'], ['1/0'], ['0/0'], ['(((7)))-8/2/2'], [''], ['-(2-2)']],
  },
  {
    id: 'everyday-text-3',
    trap: 'a string builder with rare separators',
    source: `
export function csv(rows: readonly (readonly string[])[]): string {
  let out = '';
  for (let i = 0; i < rows.length; i++) {
    let line = '';
    for (const cell of rows[i]!) {
      if (line !== '') line += ',';
      line += /[",\\n]/.test(cell) ? '"' + cell.replace(/"/g, '""') + '"' : cell;
    }
    out += line + (i < rows.length - 1 ? '\\n' : '');
  }
  return out;
}
`,
    calls: () => [[[['a', 'b"c'], ['', ''], ['1']]], [[]], [[[]]], [[['x,y', '\n']]]],
  },
  {
    id: 'everyday-text-4',
    trap: 'word counts keyed like prototypes, in order',
    source: `
export function topWords(text: string, n: number): [string, number][] {
  const counts: Record<string, number> = {};
  for (const word of text.toLowerCase().split(/\\W+/)) if (word) counts[word] = (counts[word] ?? 0) + 1;
  return Object.entries(counts).sort((a, b) => b[1] - a[1]).slice(0, n);
}
`,
    calls: () => [
      ['b a b 10 9 a c', 9],
      ['', 3],
      ['constructor __proto__ toString constructor', 5],
      ['b a b 10 9 a c', 9],
    ],
    scenario: (call) => {
      const a = call('x y x', 2) as [string, number][];
      if (Array.isArray(a) && a[0]) a[0][1] = 99;
      return call('x y x', 2);
    },
  },
  {
    id: 'everyday-text-5',
    trap: 'indexed with spread and overwritten keys',
    source: `
export function index(items: { id: string; n: number }[]): Record<string, number> {
  return items.reduce<Record<string, number>>((acc, { id, n }) => ({ ...acc, [id]: (acc[id] ?? 0) + n, last: n }), { first: 1 });
}
`,
    calls: () => [
      [
        [
          { id: 'a', n: 1 },
          { id: '2', n: 2 },
          { id: '1', n: 2 },
          { id: 'a', n: 5 },
          { id: 'last', n: 7 },
        ],
      ],
      [[]],
      [[{ id: '__proto__', n: 3 }]],
      [[{ id: 'toString', n: 3 }]],
    ],
  },
  {
    id: 'everyday-text-6',
    trap: 'the error is caught, counted and the loop goes on',
    source: `
export function tryAll(texts: string[]): { ok: number; bad: string[] } {
  const bad: string[] = [];
  let ok = 0;
  for (const text of texts) {
    try { JSON.parse(text); ok++; } catch (error) { bad.push((error as Error).name + text); }
  }
  return { ok, bad };
}
`,
    calls: () => [[['1', '{', '[]', '']], [[]]],
  },
  {
    id: 'everyday-text-7',
    trap: 'index as a string key and for in order',
    source: `
export function keysOf(n: number): string {
  const o: Record<string, number> = { b: 1 };
  for (let i = n; i >= 0; i--) o[i] = i;
  o.a = 2;
  let s = '';
  for (const k in o) s += k + o[k];
  return s;
}
`,
    calls: () => [[3], [0], [-1], [1.5]],
  },
  {
    id: 'everyday-text-8',
    trap: 'edit distance that is stopped early',
    source: `
export function within(a: string, b: string, most: number): boolean {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      current[j] = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      least = Math.min(least, current[j]!);
    }
    if (least > most) return false;
    previous = current;
  }
  return previous[b.length]! <= most;
}
`,
    calls: () => [
      ['kitten', 'sitting', 3],
      ['kitten', 'sitting', 2],
      ['', '', 0],
      ['', 'a', 0],
      ['a', '', NaN],
      ['ab', 'ba', -1],
    ],
  },
  {
    id: 'everyday-text-9',
    trap: 'recursion in strings with two ends',
    source: `
export function palindromes(s: string, i = 0, j = s.length - 1): number {
  if (i > j) return 0;
  if (i === j) return 1;
  if (s[i] === s[j]) return palindromes(s, i + 1, j) + palindromes(s, i, j - 1) + 1;
  return palindromes(s, i + 1, j) + palindromes(s, i, j - 1) - palindromes(s, i + 1, j - 1);
}
`,
    calls: () => [['abcba'], [''], ['aa'], ['abc', 1], ['abc', 1, 2], ['abc', -1, 1], ['abca', undefined, 3]],
  },
  {
    id: 'everyday-text-10',
    trap: 'strings cut by code point and by unit',
    source: `
export function mask(text: string, every: number): string {
  const letters = [...text];
  for (let i = 0; i < letters.length; i++) if (i % every === 0) letters[i] = '*';
  return letters.join('');
}
`,
    calls: () => [
      ['a😀b', 2],
      ['', 1],
      ['abc', 0],
      ['abc', NaN],
      ['abc', -2],
      ['e\u0301x', 1],
      ['a😀b', 2],
    ],
  },
  {
    id: 'everyday-text-11',
    trap: 'a regular expression with state of the module',
    source: `
const word = /\\w+/g;
export function count(text: string): number {
  let n = 0;
  while (word.exec(text) !== null) n++;
  return n;
}
export function has(lines: string[]): boolean[] { return lines.map((line) => word.test(line)); }
`,
    calls: () => [[['ab', 'ab', '', 'ab']], [[]]],
  },
  {
    id: 'everyday-text-12',
    trap: 'an infinite loop guard with a queue that is refilled in an inner function',
    source: `
export function process(jobs: string[]): string {
  const queue = [...jobs];
  let out = '';
  const add = (job: string): void => { if (out.length < 20) queue.push(job + '!'); };
  while (queue.length) {
    const job = queue.shift()!;
    out += job + queue.length;
    if (job.length < 3) add(job);
  }
  return out;
}
`,
    calls: () => [[['a', 'b']], [[]], [['abc', 'x']]],
  },
  {
    id: 'everyday-text-13',
    trap: 'string positions, negative and beyond',
    source: `
export function countRuns(text: string, from: number, to: number): number {
  let runs = 0;
  for (let i = from; i < to; i++) if (text.charCodeAt(i) !== text.charCodeAt(i - 1)) runs++;
  return runs;
}
`,
    calls: () => [
      ['aabbb', 0, 5],
      ['aabbb', -2, 9],
      ['', 0, 2],
      ['a😀😀', 0, 5],
      ['abc', 0.5, 2],
      ['abc', NaN, 2],
      ['abc', 0, NaN],
    ],
  },
  {
    id: 'everyday-text-14',
    trap: 'a matching of brackets with a stack and an early end',
    source: `
export function balanced(text: string): number {
  const stack: string[] = [];
  const pairs: Record<string, string> = { ')': '(', ']': '[', '}': '{' };
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if ('([{'.includes(c)) stack.push(c);
    else if (c in pairs && stack.pop() !== pairs[c]) return i;
  }
  return stack.length === 0 ? -1 : text.length;
}
`,
    calls: () => [['([]{})'], ['(]'], [''], ['('], ['constructor)'], [')']],
  },
];
