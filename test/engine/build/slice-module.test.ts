import { describe, expect, it } from 'vitest';
import { sliceModule } from '../../../src/engine/build/slice-module.ts';

function slice(text: string, ...roots: string[]) {
  return sliceModule('/project/hot.ts', text, new Set(roots));
}

function keptLines(text: string, ...roots: string[]): number[] {
  return slice(text, ...roots)
    .text.split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]));
}

describe('a slice keeps', () => {
  it('declarations and imports that the function reaches, and drops the others', () => {
    const text = `import { a } from './a.ts';
import { b } from './b.ts';
const used = a(1);
const unused = b(2);
function helper(x: number) { return x + used; }
export function hot(x: number) { return helper(x); }
export function cold() { return unused; }`;
    expect(keptLines(text, 'hot')).toEqual([1, 3, 5, 6]);
  });

  it('a statement that fills a kept table, directly or through a helper', () => {
    const text = `const TABLE: number[] = [];
const registry = new Map<string, number>();
function register(name: string, value: number) { registry.set(name, value); }
for (let i = 0; i < 4; i++) TABLE[i] = i * i;
register('b', 20);
console.log('started');
export function hot(x: number) { return TABLE[x]! + registry.get('b')!; }`;
    expect(keptLines(text, 'hot')).toEqual([1, 2, 3, 4, 5, 7]);
  });

  it('a declaration whose initializer changes something kept, and a change through an alias', () => {
    const text = `const registry = new Map<string, number>();
const alias = registry;
const register = (name: string) => registry.set(name, 1);
const done = register('a');
alias.set('c', 3);
export function hot(x: string) { return registry.get(x); }`;
    expect(keptLines(text, 'hot')).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('side-effect imports, directives and types', () => {
    const text = `'use strict';
import './polyfill.ts';
interface Shape { x: number }
start();
export function hot(s: Shape) { return s.x; }`;
    expect(keptLines(text, 'hot')).toEqual([1, 2, 3, 5]);
  });

  it('only the kept names in an export list', () => {
    const { text } = slice('const app = make();\nfunction hot() { return 1; }\nexport { app, hot as warm };\n', 'hot');
    expect(text.trim()).toBe('function hot() { return 1; }\nexport { hot as warm };');
  });
});

describe('a slice leaves out', () => {
  it('a server that listens, even when its handler calls the function, and names the line', () => {
    const text = `import express from 'express';
const app = express();
const TABLE = [1, 2, 3];
app.get('/', (req, res) => res.json(hot(1)));
app.listen(3000);
export function hot(i: number) { return TABLE[i]; }`;
    const { leftOut } = slice(text, 'hot');
    expect(keptLines(text, 'hot')).toEqual([3, 6]);
    expect(leftOut).toEqual([{ line: 4 }, { line: 5, call: 'app.listen' }]);
  });

  it('a dangerous statement although it would change something kept', () => {
    const text = `const cache = new Map<string, number>();
setInterval(() => cache.clear(), 1000);
export function hot(key: string) { return cache.get(key); }`;
    expect(slice(text, 'hot').leftOut).toEqual([{ line: 2, call: 'setInterval' }]);
  });

  it('a throw at the top of the module', () => {
    const text = `if (!process.env.DATABASE) throw new Error('DATABASE is not set');
export function hot() { return 1; }`;
    expect(keptLines(text, 'hot')).toEqual([2]);
  });
});
