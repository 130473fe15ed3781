// What random functions of many constructs are made of: expressions, conditions and statements over the names that a place knows, among which those of
// the constructs of the function are strewn. Each of them is noted when it is used, so that a run can tell how often it was compiled.
import type { Random } from './random-kernels.ts';

export type Maker = (scope: ConstructScope) => string;

/** One construct of a function: what it adds to expressions, conditions and statements, and how the function may end with it. */
export interface Construct {
  readonly name: string;
  readonly numbers?: readonly Maker[];
  readonly truths?: readonly Maker[];
  readonly statements?: readonly Maker[];
  /** What the function returns then, with its type. */
  readonly ends?: readonly { readonly type: string; readonly statement: Maker }[];
}

export interface ConstructScope {
  readonly random: Random;
  /** Loops around the place. */
  readonly depth: number;
  readonly numbers: readonly string[];
  /** Those of them that may be set. */
  readonly settable: readonly string[];
  /** Counters, which mostly are indices of the arrays. */
  readonly counters: readonly string[];
  readonly arrays: readonly string[];
  readonly tables: readonly string[];
  readonly constructs: readonly Construct[];
  readonly program: {
    /** Functions, tables and types beside the function. */
    readonly beside: string[];
    /** Declarations at its beginning. */
    readonly declared: string[];
    readonly used: Set<string>;
    names: number;
  };
}

export function int(random: Random, below: number): number {
  return Math.floor(random() * below);
}

export function pick<T>(random: Random, choices: readonly T[]): T {
  const choice = choices[int(random, choices.length)];
  if (choice === undefined) throw new Error('There is nothing to choose from.');
  return choice;
}

export function chance(random: Random, share: number): boolean {
  return random() < share;
}

export function made(scope: ConstructScope, choices: readonly Maker[]): string {
  return pick(scope.random, choices)(scope);
}

/** A name that nothing else in the function has. */
export function freshName({ program }: ConstructScope, wish: string): string {
  program.names += 1;
  return `${wish}${program.names}`;
}

/** Within a function beside the function, which knows its own parameters only. */
export function ofHelper(scope: ConstructScope, numbers: readonly string[], settable: readonly string[] = []) {
  return { ...scope, depth: 2, numbers, settable, counters: [], arrays: [], tables: [], constructs: [] };
}

export function within(scope: ConstructScope, numbers: readonly string[], counters: readonly string[]): ConstructScope {
  return {
    ...scope,
    depth: scope.depth + 1,
    numbers: [...scope.numbers, ...numbers, ...counters],
    counters: [...scope.counters, ...counters],
  };
}

/** An index that mostly fits. */
export function index({ random, counters }: ConstructScope): string {
  const counter = counters.length === 0 || chance(random, 0.15) ? '0' : pick(random, counters);
  return chance(random, 0.01) ? `${counter} ${pick(random, ['+ 1', '- 1', '* 0.5', '* -1'])}` : counter;
}

export function number(scope: ConstructScope, depth: number): string {
  const { random, constructs } = scope;
  const own = constructs.filter(({ numbers }) => numbers !== undefined);
  if (own.length > 0 && chance(random, scope.depth > 2 ? 0.05 : depth === 0 ? 0.15 : 0.3))
    return fromOne(scope, own, 'numbers');
  if (depth === 0) return leaf(scope);
  const part = (): string => number(scope, depth - 1);
  return made(scope, [
    () => leaf(scope),
    () => `(${part()} ${pick(random, ['+', '-', '*'])} ${part()})`,
    () => `(${part()} ${pick(random, ['+', '-', '*', '/', '%'])} ${part()})`,
    () => `(${part()} ${pick(random, ['|', '&', '>>', '>>>', '^'])} ${pick(random, ['0', '1', '7', part()])})`,
    () => `Math.${pick(random, ['abs', 'floor', 'sqrt', 'trunc', 'round', 'sign'])}(${part()})`,
    () => `Math.${pick(random, ['min', 'max'])}(${part()}, ${part()})`,
    () => `(${truth(scope, depth - 1)} ? ${part()} : ${part()})`,
    () => setWithin(scope, part),
  ]);
}

/** Without constructs in it. */
export function plain(scope: ConstructScope, depth = 1): string {
  return number({ ...scope, constructs: [] }, depth);
}

function setWithin({ random, settable }: ConstructScope, part: () => string): string {
  if (settable.length === 0 || chance(random, 0.6)) return part();
  const target = pick(random, settable);
  return pick(random, [`${target}++`, `--${target}`, `(${target} = ${part()})`, `(${target} += ${part()})`]);
}

function leaf(scope: ConstructScope): string {
  const { random, numbers, arrays, tables } = scope;
  const choices: Maker[] = [
    () => pick(random, numbers),
    () => pick(random, numbers),
    () => pick(random, ['0', '1', '2', '0.5', '-1', '3', '-0', '10', '1e9']),
  ];
  if (arrays.length > 0)
    choices.push(
      () => `${pick(random, arrays)}[${index(scope)}]!`,
      () => `${pick(random, arrays)}.length`,
    );
  if (tables.length > 0) choices.push(() => `${pick(random, tables)}[${index(scope)}]![${index(scope)}]!`);
  return made(scope, choices);
}

export function truth(scope: ConstructScope, depth: number): string {
  const { random, constructs } = scope;
  const own = constructs.filter(({ truths }) => truths !== undefined);
  if (own.length > 0 && chance(random, 0.25)) return fromOne(scope, own, 'truths');
  const part = (): string => number(scope, Math.max(0, depth - 1));
  return made(scope, [
    () => `(${part()} ${pick(random, ['<', '<='])} ${part()})`,
    // TypeScript refuses to compare two literals.
    () => `(${pick(random, scope.numbers)} ${pick(random, ['<', '===', '!=='])} ${part()})`,
    // After a `>` nothing in parentheses: TypeScript takes `x < (y > (z))` for type arguments.
    () => `(${part()} ${pick(random, ['>', '>='])} ${pick(random, [...scope.numbers, '0', '1'])})`,
    () => `Number.is${pick(random, ['NaN', 'Integer', 'Finite'])}(${part()})`,
    () =>
      depth === 0
        ? `(${part()} < 1)`
        : `(${truth(scope, depth - 1)} ${pick(random, ['&&', '||'])} ${truth(scope, depth - 1)})`,
    () => `!(${part()} < ${part()})`,
  ]);
}

function fromOne(scope: ConstructScope, own: readonly Construct[], which: 'numbers' | 'truths' | 'statements'): string {
  const construct = pick(scope.random, own);
  scope.program.used.add(construct.name);
  return made(scope, construct[which] ?? []);
}

export function statements(scope: ConstructScope, count: number): string {
  return Array.from({ length: count }, () => statement(scope)).join(' ');
}

export function statement(scope: ConstructScope): string {
  const { random, constructs, settable } = scope;
  const own = constructs.filter((one) => one.statements !== undefined);
  // What is known of loops in loops in loops takes long to tell.
  if (own.length > 0 && scope.depth < 3 && chance(random, 0.5)) return fromOne(scope, own, 'statements');
  const deeper = { ...scope, depth: scope.depth + 1 };
  const target = () => pick(random, settable);
  return made(scope, [
    () => `${target()} = ${number(scope, 2)};`,
    () => `${target()} ${pick(random, ['+=', '-=', '*='])} ${number(scope, 2)};`,
    () =>
      scope.depth > 2
        ? `${target()} += 1;`
        : `if (${truth(scope, 1)}) { ${statement(deeper)} } else { ${statement(deeper)} }`,
    () => (scope.depth > 2 ? `${target()} *= 0.5;` : `if (${truth(scope, 1)}) { ${statement(deeper)} }`),
    () => loop(scope),
    () => loop(scope),
  ]);
}

export function loop(scope: ConstructScope): string {
  const { random } = scope;
  if (scope.depth > 0) return `${pick(random, scope.settable)} -= ${number(scope, 1)};`;
  const counter = freshName(scope, 'k');
  const inner = within(scope, [], [counter]);
  const leave = chance(random, 0.15) ? `if (${truth(inner, 0)}) ${pick(random, ['continue', 'break'])};` : '';
  const body = (deeper: ConstructScope) =>
    `if (++fuel > 900) break; ${leave} ${statements(deeper, 1 + int(random, 2))}`;
  return made(scope, [
    () => `for (let ${counter} = 0; ${counter} < ${pick(random, ['n', 'v.length'])}; ${counter}++) { ${body(inner)} }`,
    () => `for (let ${counter} = v.length - 1; ${counter} >= 0; ${counter}--) { ${body(inner)} }`,
    () => `for (const ${counter} of v) { ${body(within(scope, [counter], []))} }`,
  ]);
}
