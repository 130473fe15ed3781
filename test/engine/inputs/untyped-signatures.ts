// JavaScript functions without types, with what their guessed arguments must be like.
import { expect } from 'vitest';
import { isNumbers, isStrings, lengthOf, type Row } from './signature-row.ts';

export const untypedSignatures: readonly Row[] = [
  {
    title: 'indexing and arithmetic make a list of numbers',
    text: 'export function sum(xs) { let s = 0; for (let i = 0; i < xs.length; i++) s += xs[i] * 2; return s; }',
    check: ([xs], size) => {
      expect(lengthOf(xs)).toBe(size);
      expect(isNumbers(xs)).toBe(true);
    },
  },
  {
    title: 'methods of strings make a string',
    text: 'export function hash(t) { let h = 0; for (let i = 0; i < t.length; i++) h = (h * 31 + t.charCodeAt(i)) | 0; return h; }',
    check: ([text], size) => {
      expect(typeof text).toBe('string');
      expect(lengthOf(text)).toBe(size);
    },
  },
  {
    title: 'two indexes make a list of lists',
    text: 'export function trace(m) { let s = 0; for (let i = 0; i < m.length; i++) s += m[i][i] * 1; return s; }',
    check: ([m], size) => {
      expect(m).toHaveLength(size);
      expect((m as unknown[][]).every((row) => row.length === size && isNumbers(row))).toBe(true);
    },
  },
  {
    title: 'a text is one whose characters are gone through, too',
    text: 'export function depth(text) { text = text.trim(); let d = 0; for (const c of text) if (c === "(") d++; return d + [...text].length; }',
    check: ([text], size) => {
      expect(typeof text).toBe('string');
      expect(lengthOf(text)).toBe(size);
    },
  },
  {
    title: 'the data of an image are as many as its width and height say',
    text: 'export function brightness(image) { let s = 0; for (let y = 0; y < image.height; y++) for (let x = 0; x < image.width; x++) s += image.data[y * image.width + x] * 2; return s; }',
    check: ([image], size) => expect(image).toMatchObject({ width: size, height: size, data: { length: size ** 2 } }),
  },
  {
    title: 'two texts side by side grow both',
    text: 'export function common(a, b) { let n = 0; for (let i = 0; i < a.length; i++) for (let j = 0; j < b.length; j++) if (a.charCodeAt(i) === b.charCodeAt(j)) n++; return n; }',
    check: (texts, size) => {
      expect(isStrings(texts)).toBe(true);
      expect(texts.map(lengthOf)).toEqual([size, size]);
    },
  },
  {
    title: 'what is held against the code of a character is one, what is held against a length a whole number',
    text: 'export function count(text, code, length) { let n = 0; for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === code) n++; return text.length === length ? n : 0; }',
    check: ([text, code, length], size) => {
      expect(lengthOf(text)).toBe(size);
      expect(String.fromCharCode(code as number)).toMatch(/^[a-z]$/);
      expect(Number.isInteger(length)).toBe(true);
    },
  },
  {
    title: 'an option is one of those that the body knows',
    text: "export function reduced(list, by) { switch (by) { case 'sum': { let s = 0; for (const x of list) s += x * 1; return s; } case 'count': return list.length; default: throw new Error('no such option: ' + by); } }",
    check: ([, by]) => expect(['sum', 'count']).toContain(by),
  },
  {
    title: 'characters of words make a list of texts',
    text: 'export function initials(words) { let n = 0; for (const w of words) for (let i = 0; i < w.length; i++) if (w[i] === w[0]) n++; return n; }',
    check: ([words], size) => {
      expect(lengthOf(words)).toBe(size);
      expect(isStrings(words)).toBe(true);
    },
  },
  {
    title: 'properties of elements make a list of objects',
    text: 'export function revenue(orders) { return orders.filter((o) => o.paid === true).reduce((sum, o) => sum + o.price * o.quantity, 0); }',
    check: ([orders]) => {
      const [order] = orders as Record<string, unknown>[];
      expect(typeof order?.['paid']).toBe('boolean');
      expect(typeof order?.['price']).toBe('number');
      expect(typeof order?.['quantity']).toBe('number');
    },
  },
  {
    title: 'a loop bound is the size',
    text: 'export function count(upper) { let c = 0; for (let i = 0; i < upper; i++) c++; return c; }',
    check: (args, size) => expect(args).toEqual([size]),
  },
  {
    title: 'what is called is a function',
    text: 'export function times(count, work) { const out = []; for (let i = 0; i < count; i++) out.push(work(i)); return out; }',
    check: ([count, work], size) => {
      expect(count).toBe(size);
      expect(typeof work).toBe('function');
    },
  },
  {
    title: 'elements of a list that JSDoc leaves open are no lists themselves',
    text: '/**\n * @param {Array} values\n * @param {Function} test\n */\nexport function keep(values, test) { const out = []; for (const v of values) if (test(v)) out.push(v); return out; }',
    line: 5,
    check: ([values, test], size) => {
      expect(lengthOf(values)).toBe(size);
      expect(isNumbers(values)).toBe(true);
      expect(typeof (test as (value: unknown) => unknown)(1)).toBe('boolean');
    },
  },
  {
    title: 'JSDoc types count as types',
    text: '/**\n * @param {string[]} names\n * @param {Map<string, number>} counts\n */\nexport function tally(names, counts) { return [names, counts]; }',
    line: 5,
    check: ([names, counts]) => {
      expect(isStrings(names)).toBe(true);
      expect(counts).toBeInstanceOf(Map);
    },
  },
  {
    title: 'a value is followed into the function it is passed to',
    text: 'function lengthOfAll(list) { return list.map((entry) => entry.trim().length); }\nexport function outer(list) { return lengthOfAll(list); }',
    line: 2,
    check: ([list]) => expect(isStrings(list)).toBe(true),
  },
  {
    title: 'destructured objects are read from their names',
    text: 'export function area({ width, height }) { return width * height; }',
    check: ([box]) => expect(Object.values(box as object).every((value) => typeof value === 'number')).toBe(true),
  },
  {
    title: 'a CommonJS function is read the same way',
    file: 'old.cjs',
    text: 'exports.total = function total(values) { return values.reduce((sum, value) => sum + value, 0); };',
    check: ([values], size) => expect(lengthOf(values)).toBe(size),
  },
];
