// Files that an edit easily damages: whatever is offered leaves every byte outside of its edits as it was, adds no diagnostic, and works.
import type { SoundnessCase } from './soundness-case.ts';

const sieve = (head: string, indent = '  ', end = ';', eol = '\n'): string =>
  [
    `${head} {`,
    `${indent}const flags = new Array<boolean>(n + 1).fill(false)${end}`,
    `${indent}let count = 0${end}`,
    `${indent}for (let i = 2${';'} i <= n; i++) {`,
    `${indent}${indent}if (flags[i]) continue${end}`,
    `${indent}${indent}count++${end}`,
    `${indent}${indent}for (let j = i * 2; j <= n; j += i) flags[j] = true${end}`,
    `${indent}}`,
    `${indent}return count${end}`,
    '}',
    '',
  ].join(eol);

const plain = (head: string): string => sieve(head).replace('<boolean>', '');
const calls = (): readonly (readonly unknown[])[] => [[0], [1], [2], [30], [200]];

export const textCases: readonly SoundnessCase[] = [
  {
    id: 'CRLF',
    trap: 'Windows line ends',
    source: sieve('export function primes(n: number): number', '  ', ';', '\r\n'),
    calls,
  },
  {
    id: 'BOM',
    trap: 'a byte order mark',
    source: `\uFEFF${sieve('export function primes(n: number): number')}`,
    select: 'primes',
    calls,
  },
  { id: 'tabs', trap: 'tabs', source: sieve('export function primes(n: number): number', '\t'), calls },
  {
    id: 'no semicolons',
    trap: 'no semicolons',
    source: sieve('export function primes(n: number): number', '  ', ''),
    calls,
  },
  {
    id: 'TSX',
    trap: 'generics look like tags',
    source: `declare namespace JSX {\n  interface IntrinsicElements {\n    b: object;\n  }\n}\n${sieve('export function primes(n: number): number')}`,
    file: 'sample.tsx',
    select: 'primes',
    calls,
  },
  {
    id: 'decorators',
    trap: 'decorators in the file',
    source: `function seen<T>(value: T, _context: ClassMethodDecoratorContext): T {\n  return value;\n}\nexport class Other {\n  @seen\n  ping(): number {\n    return 1;\n  }\n}\n${sieve('export function primes(n: number): number')}`,
    select: 'primes',
    calls,
  },
  {
    id: 'overloads',
    trap: 'overloads',
    source: `export function primes(n: number): number;\nexport function primes(n: string): number;\n${sieve('export function primes(m: number | string): number').replace('{', '{\n  const n = Number(m);')}`,
    calls: () => [[10], ['30'], ['x']],
  },
  {
    id: 'satisfies',
    trap: 'satisfies and comments inside',
    source: sieve('export function primes(n: number): number').replace(
      'let count = 0;',
      '// how many /* so far */\n  let count = 0 satisfies number; /* none */',
    ),
    calls,
  },
  {
    id: 'emoji',
    trap: 'characters of two code units before the function',
    source: `/* \u{1F600}\u{1F680} */ export const title = '\u{1F600}';\n${sieve('export function primes(n: number): number')}`,
    calls,
  },
  {
    id: 'function expression',
    trap: 'a constant holds it',
    source: sieve('export const primes = function count(n: number): number'),
    select: 'primes',
    calls,
  },
  {
    id: 'arrow',
    trap: 'an arrow',
    source: sieve('export const primes = (n: number): number =>'),
    select: 'primes',
    calls,
  },
  {
    id: 'class expression',
    trap: 'a static method of a class expression',
    source: `export const Tools = class {\n${sieve('  static primes(n: number): number')}};\n`,
    select: 'Tools.primes',
    calls,
  },
  {
    id: 'object method',
    trap: 'a method of an object',
    source: `export const tools = {\n${sieve('  primes(n: number): number').trimEnd()},\n};\n`,
    select: 'tools.primes',
    calls,
  },
  {
    id: 'default export',
    trap: 'no name at all',
    source: sieve('export default function (n: number): number'),
    select: 'default',
    calls,
  },
  {
    id: 'used before',
    trap: 'it is called above its definition',
    source: `export const ten = primes(10);\n${sieve('export function primes(n: number): number')}`,
    select: 'primes',
    calls,
  },
  {
    id: 'same names',
    trap: 'the same name in another scope',
    source: `export function other(): number {\n  const primes = (n: number): number => n;\n  return primes(3);\n}\n${sieve('export function primes(n: number): number')}`,
    select: 'primes',
    calls,
  },
  {
    id: 'hashbang',
    trap: 'a hashbang, a directive, a licence',
    source: `#!/usr/bin/env node\n'use strict';\n/*! licence */\n${plain('function primes(n)')}module.exports = { primes };\n`,
    file: 'sample.cjs',
    select: 'primes',
    calls,
  },
  {
    id: 'expected error',
    trap: 'an error is expected on the next line',
    source: `${sieve('export function primes(n: number): number')}// @ts-expect-error a number is no string\nexport const wrong: string = primes(3);\n`,
    select: 'primes',
    calls,
  },
  {
    id: 'existing errors',
    trap: 'the file has errors already',
    source: `export const broken: string = 3;\n${sieve('export function primes(n: number): number')}`,
    select: 'primes',
    calls,
  },
  {
    id: 'shadowed globals',
    trap: 'Math, Array and undefined are something else here',
    source: `const Math = { imul: (a: number, b: number): number => a - b, min: (a: number): number => a };\n${sieve('export function primes(n: number): number').replace('count++', 'count += Math.imul(3, 2)')}`,
    calls,
  },
  {
    id: 'checked JavaScript',
    trap: 'types in comments',
    source: `// @ts-check\n/**\n * @param {number} n\n * @returns {number}\n */\n${plain('export function primes(n)')}`,
    file: 'sample.mjs',
    calls,
  },
  {
    id: 'getter',
    trap: 'a getter is read, not called',
    source: `export class Table {\n  n = 30;\n  get primes(): number {\n    const n = this.n;\n${sieve('').split('\n').slice(1, -2).join('\n')}\n  }\n}\n`,
    select: 'Table.primes',
    calls: () => [],
    scenario: (_call, exports) => new (exports['Table'] as new () => { readonly primes: number })().primes,
  },
  {
    id: 'shadowed Array',
    trap: 'Array and undefined are parameters here',
    source: `${plain('export function primes(n, Array, undefined)')}`,
    file: 'sample.mjs',
    calls: () => [
      [30, Array, 1],
      [30, class extends Array {}, undefined],
      [3, () => ({ fill: () => [1, 1, 1, 1] }), 0],
    ],
  },
  {
    id: 'shadowed fs',
    trap: 'fs is an object of the file',
    source: `const read: string[] = [];\nconst fs = {\n  readFileSync(path: string, encoding: string): string {\n    read.push(path);\n    return \`\${path}\\n\${encoding}\\n\${read.length}\`;\n  },\n  appendFileSync(path: string, text: string): void {\n    read.push(path + text);\n  },\n};\nexport function lines(path: string): string[] {\n  const found: string[] = [];\n  for (const line of fs.readFileSync(path, 'utf8').split('\\n')) {\n    if (line === '') continue;\n    fs.appendFileSync(path, line);\n    found.push(line);\n  }\n  return found;\n}\n`,
    calls: () => [['a'], ['b'], ['a']],
    declines: { 'streaming-io': ['S0'] },
  },
];
