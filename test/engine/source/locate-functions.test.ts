import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LocatedFunction, locateFunctions } from '../../../src/engine/source/locate-functions.ts';
import type { AccessPath } from '../../../src/engine/source/subject.ts';

function names(text: string, file = 'a.ts'): string[] {
  return locateFunctions(file, text).map(({ listing }) => listing.name);
}

function kinds(text: string, file = 'a.ts'): string[] {
  return locateFunctions(file, text).map(({ listing }) => `${listing.name}: ${listing.kind}`);
}

function one(text: string, name: string, file = 'a.ts'): LocatedFunction {
  const found = locateFunctions(file, text).filter(({ listing }) => listing.name === name);
  expect(found).toHaveLength(1);
  return found[0] as LocatedFunction;
}

function reason(text: string, name: string, file = 'a.ts'): string {
  const { notRunnable } = one(text, name, file).listing;
  return notRunnable === undefined ? 'runnable' : `${notRunnable.code}: ${notRunnable.message}`;
}

/** A JavaScript expression for the function itself; undefined for what is private or belongs to instances. */
function expressionOf(access: AccessPath): string | undefined {
  if (access.kind === 'binding') return access.name;
  if (access.kind === 'object-member') return [access.binding, ...access.path].join('.');
  if (access.kind === 'default-export' || access.isPrivate || access.as === 'constructor') return undefined;
  if (access.as === 'field' && !access.isStatic) return undefined;
  const owner = access.isStatic ? access.className : `${access.className}.prototype`;
  const descriptor = `Object.getOwnPropertyDescriptor(${owner}, '${access.member}')`;
  return `${descriptor}.${access.as === 'getter' ? 'get' : access.as === 'setter' ? 'set' : 'value'}`;
}

const everyKind = `
function plain() {}
const expression = function () {};
const arrow = () => 1;
class Grid {
  constructor() {}
  step() {}
  static make() {}
  #mix() {}
  static #spread() {}
  get size() { return 1; }
  set size(value) {}
  static get total() { return 1; }
  onTick = () => {};
  #queue = function () {};
  static later = async () => {};
}
const tools = { scale() {}, shift: () => 1, deep: { turn: function () {} } };
async function wait() {}
function* count() {}
const stream = async function* () {};
`;

const everyKindListed = [
  'plain: function',
  'expression: function-expression',
  'arrow: arrow',
  'Grid.constructor: constructor',
  'Grid.step: method',
  'Grid.make: static-method',
  'Grid.#mix: private-method',
  'Grid.#spread: private-method',
  'Grid.size: getter',
  'Grid.size: setter',
  'Grid.total: getter',
  'Grid.onTick: field',
  'Grid.#queue: field',
  'Grid.later: field',
  'tools.scale: object-method',
  'tools.shift: object-method',
  'tools.deep.turn: object-method',
  'wait: function',
  'count: function',
  'stream: function-expression',
];

describe('every kind of function', () => {
  test.each(['js', 'mjs', 'cjs', 'jsx', 'ts', 'mts', 'cts', 'tsx'])(
    'is listed in a .%s file, and can be run',
    (extension) => {
      const located = locateFunctions(`a.${extension}`, everyKind);
      expect(located.map(({ listing }) => `${listing.name}: ${listing.kind}`)).toEqual(everyKindListed);
      expect(located.filter(({ listing, access }) => listing.notRunnable || access === undefined)).toEqual([]);
    },
  );

  test('async and generator functions say so', () => {
    const flags = locateFunctions('a.ts', everyKind)
      .filter(({ listing }) => listing.isAsync || listing.isGenerator)
      .map(({ listing }) => [listing.name, listing.isAsync, listing.isGenerator]);
    expect(flags).toEqual([
      ['Grid.later', true, false],
      ['wait', true, false],
      ['count', false, true],
      ['stream', true, true],
    ]);
  });

  test('class members are reached through the class', () => {
    expect(one(everyKind, 'Grid.#spread').access).toEqual({
      kind: 'class-member',
      className: 'Grid',
      member: '#spread',
      isStatic: true,
      isPrivate: true,
      as: 'method',
    });
    expect(one(everyKind, 'Grid.later').access).toMatchObject({ member: 'later', isStatic: true, as: 'field' });
    expect(one(everyKind, 'Grid.constructor').access).toMatchObject({ member: 'constructor', as: 'constructor' });
  });

  test('every access path leads to exactly the function that is listed', () => {
    const reached = locateFunctions('a.js', everyKind).flatMap(({ access, node, listing }) => {
      const expression = access && expressionOf(access);
      // The text of a function is its source: the strictest proof of identity there is from outside.
      const source = everyKind.slice(node.pos, node.end).trim();
      if (expression === undefined) return [];
      const value: unknown = new Function(`${everyKind}; return ${expression};`)();
      return [[listing.name, source.endsWith(String(value))]];
    });
    expect(reached.filter(([, same]) => same)).toHaveLength(15);
    expect(reached.filter(([, same]) => !same)).toEqual([]);
  });

  test('object members are reached by their path', () => {
    expect(one(everyKind, 'tools.deep.turn').access).toEqual({
      kind: 'object-member',
      binding: 'tools',
      path: ['deep', 'turn'],
    });
  });
});

describe('default exports', () => {
  test('an anonymous function is called default', () => {
    for (const text of [
      'export default function () {}',
      'export default () => 1;',
      'export default (async () => 1);',
    ]) {
      expect(one(text, 'default').access).toEqual({ kind: 'default-export' });
    }
  });

  test('a declaration keeps its name and is a binding', () => {
    expect(one('export default function area() {}', 'area').access).toEqual({ kind: 'binding', name: 'area' });
  });

  test('a parenthesised function keeps its name, which is no binding', () => {
    expect(one('export default (function area() {});', 'area').access).toEqual({ kind: 'default-export' });
  });

  test('members of an anonymous class and of an object belong to default', () => {
    expect(one('export default class { area() {} }', 'default.area').access).toMatchObject({
      className: 'default',
      member: 'area',
    });
    expect(one('export default { area() {} };', 'default.area').access).toEqual({
      kind: 'object-member',
      binding: 'default',
      path: ['area'],
    });
  });

  test('export = is the value of the module', () => {
    expect(one('export = function area() {};', 'area', 'a.cts').access).toEqual({ kind: 'default-export' });
  });
});

describe('CommonJS', () => {
  test('module.exports and exports.x are listed by the name they are asked for with', () => {
    expect(kinds('module.exports = function () {};', 'a.cjs')).toEqual(['module.exports: function-expression']);
    expect(kinds('module.exports = function area() {};', 'a.cjs')).toEqual(['area: function-expression']);
    expect(kinds('exports.area = () => 1; module.exports.volume = function () {};', 'a.js')).toEqual([
      'area: object-method',
      'volume: object-method',
    ]);
    expect(kinds('module.exports = { area() {}, volume: () => 1 };', 'a.js')).toEqual([
      'area: object-method',
      'volume: object-method',
    ]);
    expect(kinds('module.exports = class Grid { step() {} };', 'a.js')).toEqual(['Grid.step: method']);
  });

  test('they are reached through the value of the module', () => {
    expect(one('module.exports = function () {};', 'module.exports', 'a.cjs').access).toEqual({
      kind: 'default-export',
    });
    const member = { kind: 'object-member', binding: 'default', path: ['area'] };
    expect(one('exports.area = () => 1;', 'area', 'a.cjs').access).toEqual(member);
    expect(one('module.exports.area = () => 1;', 'area', 'a.cjs').access).toEqual(member);
    expect(one('const area = module.exports = () => 1;', 'area', 'a.cjs').access).toEqual({
      kind: 'binding',
      name: 'area',
    });
    expect(one('exports = module.exports = () => 1;', 'module.exports', 'a.cjs').access).toEqual({
      kind: 'default-export',
    });
  });

  test('exports is a name like any other in an ES module', () => {
    expect(reason('export {}; exports.area = () => 1;', 'exports.area', 'a.js')).toMatch(
      /^foreign: it is put on exports/,
    );
  });

  test('methods on a prototype are methods', () => {
    const text =
      'function Grid() {}\nGrid.prototype.step = function () {};\nGrid.prototype = { jump() {} };\nGrid.make = () => 1;';
    expect(kinds(text, 'a.js')).toEqual([
      'Grid: function',
      'Grid.step: method',
      'Grid.jump: method',
      'Grid.make: object-method',
    ]);
    expect(one(text, 'Grid.step', 'a.js').access).toMatchObject({
      kind: 'class-member',
      className: 'Grid',
      member: 'step',
      as: 'method',
    });
    expect(one(text, 'Grid.jump', 'a.js').access).toMatchObject({ className: 'Grid', member: 'jump' });
  });
});

describe('what is not listed', () => {
  test('overload signatures and ambient declarations', () => {
    const text = `
      function area(a: number): number;
      function area(a: string): string;
      function area(a: any) { return a; }
      class Grid { step(a: number): void; step(a: any) {} constructor(a: number); constructor(a: any) {} }
      declare function host(): void;
      declare class Host { run(): void }
      declare namespace Lib { function call(): void }
      interface Shape { area(): number }
      type F = () => void;
    `;
    expect(names(text)).toEqual(['area', 'Grid.step', 'Grid.constructor']);
    expect(one(text, 'area').listing.line).toBe(4);
    expect(names('export declare function area(): void; export function volume() {}', 'a.d.ts')).toEqual([]);
  });

  test('inline callbacks', () => {
    expect(names('[1].map((x) => x); run({ setup() {}, done: () => 1 }); const f = memo(() => 1);')).toEqual([]);
  });
});

describe('functions that cannot be run alone', () => {
  test('closures name what they capture, and the function around', () => {
    const text =
      'function outer(total: number) {\n  const rate = 2;\n  function inner(x: number) { return x * rate + total + top; }\n  return inner;\n}\nconst top = 1;';
    expect(reason(text, 'outer.inner')).toBe(
      'closure: it is a closure inside outer (line 1) and captures rate and total',
    );
  });

  test('a nested function that captures nothing could move out', () => {
    const text = 'function outer() { const inner = (x: number) => x + 1; return inner; }';
    expect(reason(text, 'outer.inner')).toBe(
      'nested: it stands inside outer (line 1), where nothing outside can reach it; it captures nothing, so it could move to the top level',
    );
  });

  test.each([
    ['variables declared later', 'const inner = () => late; let late = 1;', 'late'],
    ['var from an inner block', '{ var deep = 1; } const inner = () => deep;', 'deep'],
    ['sibling functions', 'const inner = () => sibling(); function sibling() {}', 'sibling'],
    ['destructured and rest variables', 'const { a, b: [c], ...d } = q; const inner = () => a + c + d;', 'a, c and d'],
    ['caught errors', 'try {} catch (problem) { var inner = () => problem; }', 'problem'],
    ['loop variables', 'for (const step of q) { var inner = () => step; }', 'step'],
    ['inherited this and arguments', 'const inner = () => [this, arguments];', 'this and arguments'],
    ['variables that are only written', 'let count = 0; const inner = () => { count += 1; };', 'count'],
    ['shorthand properties', 'const key = 1; const inner = () => ({ key });', 'key'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source text.
    ['variables in template and tag', 'const tag = q; const inner = () => tag`${1}`;', 'tag'],
    [
      'many variables, abridged',
      'let a, b, c, d, e, f, g; const inner = () => [a, b, c, d, e, f, g];',
      'a, b, c, d, e and 2 more',
    ],
  ])('captures are found: %s', (_, body, captured) => {
    expect(reason(`function outer(q: any) { ${body} }`, 'outer.inner')).toBe(
      `closure: it is a closure inside outer (line 1) and captures ${captured}`,
    );
  });

  test.each([
    ['its own parameters and variables', 'const inner = (a, { b }, ...c) => { let d; return a + b + c + d; };'],
    ['its own name', 'const inner = function self() { return self; };'],
    ['a name that it shadows', 'const x = 1; const inner = (x) => x;'],
    [
      'property names, keys and labels',
      'const x = 1; const inner = (o) => { x: for (;;) { break x; } return { x: o.x }; };',
    ],
    ['types', 'type T = number; const x = 1; const inner = (o: { x: T }): T => o as unknown as T;'],
    ['this of its own', 'const inner = function () { return this; };'],
    ['a variable of a block beside', '{ const x = 1; } const inner = () => x;'],
  ])('captures are not imagined: %s', (_, body) => {
    expect(reason(`function outer() { ${body} }`, 'outer.inner')).toMatch(/^nested: /);
  });

  test('captures count through every function between', () => {
    const text = 'function outer(a) { const middle = () => { const inner = () => a; return inner; }; }';
    expect(reason(text, 'outer.middle')).toMatch(/captures a$/);
    expect(reason(text, 'outer.middle.inner')).toBe(
      'closure: it is a closure inside outer.middle (line 1) and captures a',
    );
  });

  test('a callback around is named by its line', () => {
    const text = 'run(\n  () => { const n = 1; function inner() { return n; } });';
    expect(reason(text, 'inner')).toBe('closure: it is a closure inside the function on line 2 and captures n');
  });

  test('members of classes inside functions', () => {
    const text = 'function outer(n) { return class Box { open() { return n; } shut() {} }; }';
    expect(reason(text, 'outer.Box.open')).toBe(
      'nested-class: its class stands inside outer (line 1), and it captures n',
    );
    expect(reason(text, 'outer.Box.shut')).toBe('nested-class: its class stands inside outer (line 1)');
  });

  test.each([
    ['abstract: it is abstract and has no body', 'abstract class A { abstract f(): void }', 'A.f'],
    [
      'abstract: its class is abstract and cannot be constructed',
      'abstract class A { constructor() {} }',
      'A.constructor',
    ],
    ['runnable', 'abstract class A { f() {} }', 'A.f'],
    [
      'computed-name: its name is computed while the program runs',
      'class A { [Symbol.iterator]() {} }',
      'A.[Symbol.iterator]',
    ],
    ['runnable', 'class A { ["f"]() {} }', 'A.f'],
    [
      'object-accessor: it is an accessor of an object literal; only accessors of classes can be run',
      'const o = { get f() { return 1; } };',
      'o.f',
    ],
    [
      'inside-block: it is declared inside a block, where nothing outside can reach it',
      'if (1) { const f = () => 1; }',
      'f',
    ],
    ['runnable', 'if (1) { var f = () => 1; }', 'f'],
    ['inline: it stands in the middle of an expression and is bound to no name', 'run(function f() {});', 'f'],
    ['not-exported: the namespace N does not export it', 'namespace N { function f() {} }', 'N.f'],
    ['runnable', 'namespace N.M { export function f() {} }', 'N.M.f'],
    [
      'not-exported: the namespace N does not export it',
      'namespace N { namespace M { export function f() {} } }',
      'N.M.f',
    ],
    ['overridden: a spread after it may replace it', 'const o = { f() {}, ...p };', 'o.f'],
    ['runnable', 'const o = { ...p, f() {} };', 'o.f'],
    ['reassigned: f is given another value elsewhere in the file', 'let f = () => 1; f = memo(f);', 'f'],
    ['reassigned: f is given another value elsewhere in the file', 'function f() {} function g() { f = 1; }', 'f'],
    ['runnable', 'let f; f = () => 1;', 'f'],
    ['runnable', 'function f() {} function g(f) { f = 1; }', 'f'],
    ['reassigned: A is given another value elsewhere in the file', 'let A = class { f() {} }; A = wrap(A);', 'A.f'],
    ['reassigned: o is given another value elsewhere in the file', 'let o = { f() {} }; [o] = [1];', 'o.f'],
    ['foreign: it is put on Array, which this file does not declare', 'Array.prototype.f = function () {};', 'Array.f'],
    ['unreachable: no name of the module leads to it', 'class A { handlers = { f() {} }; }', 'A.handlers.f'],
  ])('%s: %s', (expected, text, name) => {
    expect(reason(text, name)).toBe(expected);
  });

  test('of two definitions the last counts, and both are told apart by line', () => {
    const located = locateFunctions(
      'a.js',
      'function f() {}\nfunction g() {}\nclass A { m() {}\nm() {} }\nexports.x = () => 1;\nexports.x = () => 2;',
    );
    expect(located.map(({ listing }) => [listing.name, listing.line, listing.notRunnable?.message])).toEqual([
      ['f', 1, undefined],
      ['g', 2, undefined],
      ['A.m', 3, 'it is defined again on line 4'],
      ['A.m', 4, undefined],
      ['x', 5, 'it is defined again on line 6'],
      ['x', 6, undefined],
    ]);
  });

  test('definitions that depend on a condition rule each other out', () => {
    const located = locateFunctions('a.js', 'if (a) {\nexports.x = () => 1;\n} else {\nexports.x = () => 2; }');
    expect(located.map(({ listing }) => listing.notRunnable?.code)).toEqual(['redefined', 'redefined']);
  });
});

describe('positions', () => {
  test('line and column are those of the name, the range is the whole declaration', () => {
    const text = '/** Doc. */\nexport const area =\n  async () => 1;\n';
    const { listing } = one(text, 'area');
    expect(listing).toMatchObject({ line: 2, column: 14, endLine: 3, isAsync: true });
    expect(text.slice(listing.start, listing.end)).toBe('export const area =\n  async () => 1;');
  });

  test('an anonymous function stands where it starts', () => {
    expect(one('\n  export default () => 1;', 'default').listing).toMatchObject({ line: 2, column: 3 });
  });

  test('a byte order mark, CRLF, tabs, a hashbang and emoji leave offsets in the text as given', () => {
    const plain = "#!/usr/bin/env node\r\nconst s = '😀';\r\n\tfunction area() {\r\n\t\treturn s;\r\n\t}\r\n";
    const { listing } = one(plain, 'area', 'a.mjs');
    expect(listing).toMatchObject({ line: 3, column: 11, endLine: 5 });
    expect(plain.slice(listing.start, listing.end)).toMatch(/^function area.*\}$/s);
    const marked = "\uFEFFconst s = '😀'; function area() {}";
    expect(one(marked, 'area').listing).toMatchObject({ line: 1, column: 26 });
    expect(marked.slice(one(marked, 'area').listing.start)).toBe('function area() {}');
  });

  test('decorators belong to the declaration', () => {
    const text = '@log\nclass Grid {\n  @memo()\n  step() {}\n}';
    const { listing } = one(text, 'Grid.step');
    expect(listing.line).toBe(4);
    expect(text.slice(listing.start, listing.end)).toBe('@memo()\n  step() {}');
  });

  test('TSX and type arguments do not confuse each other', () => {
    expect(
      names(
        'const id = <T,>(x: T) => x; export function View() { return <div onClick={() => 1}>{id(1)}</div>; }',
        'a.tsx',
      ),
    ).toEqual(['id', 'View']);
  });
});

describe('any text', () => {
  test.each([
    'function area( {',
    'class { step() { } }',
    'const f = () =>',
    'export default',
    'function () {}',
    'const { a = () => 1 } = {};',
    '}}}} function f() {}',
    '`${',
    '',
    '\uFEFF',
  ])('is taken without a complaint: %s', (text) => {
    for (const file of ['a.ts', 'a.tsx', 'a.js', 'a.cjs'])
      expect(Array.isArray(locateFunctions(file, text))).toBe(true);
  });

  test('pieces of source in any order are taken, and every listing is in order and in bounds', () => {
    const pieces = fc.constantFrom(
      'function f(',
      ') {',
      '}',
      'class A {',
      'm() {',
      'static ',
      '#p',
      '=> ',
      'const x = ',
      '(',
      '...',
      'export default ',
      'get ',
      '\n',
      '"',
      '`',
      ';',
      '@d ',
      'async ',
      '*',
      'namespace N {',
      '<T>',
      'if (x) ',
      'module.exports = ',
      '= ',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        for (const file of ['a.ts', 'a.js']) {
          for (const { listing } of locateFunctions(file, text)) {
            expect(listing.start).toBeLessThanOrEqual(listing.end);
            expect(listing.end).toBeLessThanOrEqual(text.length);
            expect(listing.line).toBeGreaterThanOrEqual(1);
          }
        }
      }),
      { seed: 7, numRuns: 400 },
    );
  });

  test('very long chains and lists do not overflow the stack', () => {
    const chain = `const s = ${Array.from({ length: 12_000 }, (_, i) => `'${i}'`).join(' + ')}; function f() {}`;
    expect(names(chain)).toEqual(['f']);
    const list = `const s = [${Array.from({ length: 130_000 }, () => '1').join(',')}]; function f() {}`;
    expect(names(list)).toEqual(['f']);
  });

  test('work grows in proportion to the text: one huge closure of nested functions', () => {
    const textOf = (count: number): string => {
      const functions = Array.from(
        { length: count },
        (_, i) => `function f${i}(a) { return g${i} + f${(i * 7) % count}(a); } var g${i} = ${i};`,
      );
      return `function outer() { ${functions.join('\n')} }`;
    };
    const fastestOf = (text: string): number => {
      const times = Array.from({ length: 4 }, () => {
        const start = performance.now();
        locateFunctions('a.js', text);
        return performance.now() - start;
      });
      return Math.min(...times);
    };
    expect(locateFunctions('a.js', textOf(300))).toHaveLength(301);
    const small = fastestOf(textOf(300));
    // Ten times the text: a scan per function would take a hundred times as long.
    expect(fastestOf(textOf(3000)) / small).toBeLessThan(40);
  });
});
