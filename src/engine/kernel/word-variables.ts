// Variables that are kept in 32 bits although their numbers do not fit into 32 bits with a sign: checksums, hashes, states of random numbers. It
// is enough that only bits are looked at, or that the numbers are integers without a sign. Contexts follow those of emit-values.ts.
import { isInteger, type NumberFact } from '../source/ranges/number-fact.ts';
import type { KernelFacts, Word } from './kernel-facts.ts';
import { type Expression, groupOf, type KernelModule, type Local, type Statement } from './kernel-ir.ts';
import {
  bitOperators,
  isInt32,
  isWordEquality,
  isWordTruth,
  isWrappedArithmetic,
  isWrappedCode,
  storageOf,
} from './representation.ts';
import { expressionsOf, isScalar, partsOf, statementsOf } from './walk-kernel.ts';

/** The same facts, and which variables are words. */
export function withWordVariables(module: KernelModule, facts: KernelFacts): KernelFacts {
  const words = new Map<Local, Word>();
  for (const { locals } of module.functions) {
    for (const local of locals) {
      const fact = local.kind === 'number' ? facts.ofLocal(local) : undefined;
      if (local.kind === 'number' && fact !== undefined && !isInt32(fact))
        words.set(local, isUnsigned(fact) ? 'unsigned' : 'bits');
    }
  }
  for (;;) {
    const known = withWords(facts, words);
    const uses = new WordUses(known);
    for (const kernel of module.functions) uses.run(kernel.body);
    const unfit = [...words].filter(([local, word]) => !uses.areFor(local, word));
    if (unfit.length === 0) return known;
    for (const [local] of unfit) words.delete(local);
  }
}

function isUnsigned(fact: NumberFact): boolean {
  return isInteger(fact) && fact.low >= 0 && fact.high < 2 ** 32 && !fact.negativeZero;
}

function withWords(facts: KernelFacts, words: ReadonlyMap<Local, Word>): KernelFacts {
  return {
    of: (expression) => facts.of(expression),
    ofLocal: (local) => facts.ofLocal(local),
    ofResult: (kernel) => facts.ofResult(kernel),
    ofElements: (array) => facts.ofElements(array),
    isChecked: (array) => facts.isChecked(array),
    ofLength: (array) => facts.ofLength(array),
    unset: facts.unset,
    wordOf: (local) => words.get(local),
  };
}

/** How variables are used that may be words. */
class WordUses {
  readonly #known: KernelFacts;
  readonly #readAsNumbers = new Set<Local>();
  readonly #readAsBits = new Set<Local>();
  readonly #setFromBits = new Set<Local>();
  /** To what is no integer before, again and again, or in a way that needs the number. */
  readonly #setOtherwise = new Set<Local>();
  #loops = 0;

  constructor(known: KernelFacts) {
    this.#known = known;
  }

  /** Whether it can be kept so, and whether that spares conversions. */
  areFor(local: Local, word: Word): boolean {
    if (word === 'bits' && this.#readAsNumbers.has(local)) return false;
    return this.#readAsBits.has(local) && this.#setFromBits.has(local) && !this.#setOtherwise.has(local);
  }

  run(statements: readonly Statement[]): void {
    for (const statement of statements) this.#statement(statement);
  }

  #statement(statement: Statement): void {
    if (statement.kind === 'loop') this.#loops += 1;
    if (statement.kind === 'evaluate' && statement.expression.kind === 'assign') this.#set(statement.expression);
    else if (statement.kind === 'write' || statement.kind === 'fill' || statement.kind === 'push') {
      if (statement.kind === 'write') this.#number(statement.index);
      if (this.#keepsBits(statement)) this.#bits(statement.value);
      else this.#number(statement.value);
    } else for (const expression of expressionsOf(statement)) this.#number(expression);
    for (const inner of statementsOf(statement)) this.run(inner);
    if (statement.kind === 'loop') this.#loops -= 1;
  }

  #keepsBits({ array }: Extract<Statement, { kind: 'write' | 'fill' | 'push' }>): boolean {
    const group = groupOf(array);
    const { name } = storageOf(group, this.#known);
    const isOther = name === 'Float64Array' || name === 'Float32Array' || name === 'Uint8ClampedArray';
    return !isOther && group.elements === 'number' && !this.#known.isChecked(group);
  }

  #set({ local, value }: Extract<Expression, { kind: 'assign' }>): void {
    if (this.#known.wordOf?.(local) === undefined) {
      this.#number(value);
      return;
    }
    this.#bits(value);
    if (isWrappedCode(value, this.#known)) this.#setFromBits.add(local);
    else if (this.#loops > 0) this.#setOtherwise.add(local);
  }

  /** The number itself is wanted. */
  #number(expression: Expression): void {
    switch (expression.kind) {
      case 'local':
        if (!isInt32(this.#known.of(expression))) this.#readAsNumbers.add(expression.local);
        return;
      case 'assign':
        this.#set(expression);
        this.#readAsNumbers.add(expression.local);
        return;
      case 'postfix':
        this.#setOtherwise.add(expression.local);
        return;
      case 'arithmetic':
        if (bitOperators.has(expression.operator)) this.#bits(expression);
        else for (const part of partsOf(expression)) this.#number(part);
        return;
      case 'math':
        if (expression.operation === 'imul' || expression.operation === 'clz32')
          for (const operand of expression.operands) this.#bits(operand);
        else for (const operand of expression.operands) this.#number(operand);
        return;
      case 'compare':
        for (const part of partsOf(expression)) {
          if (isWordEquality(expression, this.#known)) this.#bits(part);
          else this.#number(part);
        }
        return;
      case 'isTruthy':
        if (isWordTruth(expression.operand, this.#known)) this.#bits(expression.operand);
        else this.#number(expression.operand);
        return;
      case 'sequence':
        this.run(expression.first);
        this.#number(expression.last);
        return;
      case 'call':
        for (const operand of expression.operands) if (isScalar(operand)) this.#number(operand);
        return;
      default:
        for (const part of partsOf(expression)) this.#number(part);
    }
  }

  /** Only what ToInt32 makes of it is wanted. */
  #bits(expression: Expression): void {
    switch (expression.kind) {
      case 'local':
        this.#readAsBits.add(expression.local);
        return;
      case 'assign':
        this.#set(expression);
        this.#readAsBits.add(expression.local);
        return;
      case 'choose':
        this.#number(expression.condition);
        this.#bits(expression.whenTrue);
        this.#bits(expression.whenFalse);
        return;
      case 'sequence':
        this.run(expression.first);
        this.#bits(expression.last);
        return;
      case 'arithmetic': {
        const isOfBits = bitOperators.has(expression.operator) || isWrappedArithmetic(expression, this.#known);
        for (const part of partsOf(expression)) {
          if (isOfBits) this.#bits(part);
          else this.#number(part);
        }
        return;
      }
      default:
        this.#number(expression);
    }
  }
}
