// Functions and statements of a kernel as WebAssembly. Whatever the kernel cannot do as JavaScript would (an index outside of an array, a
// throw) is a trap, upon which the original is run instead.

import { emitAddress, emitCheckedIndex } from './emit-elements.ts';
import type { Emission } from './emit-kernel.ts';
import { heap } from './emit-routines.ts';
import { emitBranch, emitTruth } from './emit-truths.ts';
import { emitAssign, emitCall, emitDouble, emitInteger, emitLowBits, emitValue } from './emit-values.ts';
import type { FunctionEmission } from './function-emission.ts';
import { checkedElement } from './kernel-facts.ts';
import {
  type ArrayLocal,
  type Expression,
  groupOf,
  type KernelFunction,
  type Local,
  type Statement,
  scalarKindOf,
} from './kernel-ir.ts';
import { type Demand, isInt32, type Storage, storageOf, typeOfLocal, typeOfResult } from './representation.ts';
import { CodeWriter, type ValueType } from './wasm-bytes.ts';

export function emitFunction(kernel: KernelFunction, module: Emission): readonly number[] {
  const emitter = new FunctionEmitter(kernel, module);
  emitter.body();
  return emitter.code.finish();
}

interface Target {
  readonly labels: readonly string[];
  readonly breakDepth: number;
  readonly continueDepth: number | undefined;
}

class FunctionEmitter implements FunctionEmission {
  readonly code: CodeWriter;
  readonly module: Emission;
  readonly #kernel: KernelFunction;
  readonly #scalars = new Map<Local, number>();
  readonly #arrays = new Map<ArrayLocal, { readonly address: number; readonly length: number }>();
  readonly #targets: Target[] = [];
  /** Where the heap was at the start, for functions whose arrays end with them. */
  readonly #heapBefore: number | undefined;

  constructor(kernel: KernelFunction, module: Emission) {
    this.module = module;
    this.#kernel = kernel;
    let count = 0;
    for (const parameter of kernel.parameters) {
      if (parameter.kind === 'array') {
        this.#arrays.set(parameter, { address: count, length: count + 1 });
        count += 2;
      } else {
        this.#scalars.set(parameter, count);
        count += 1;
      }
    }
    this.code = new CodeWriter(count);
    const freesArrays = typeof kernel.result !== 'object' && allocates(kernel.body);
    if (freesArrays) this.#heapBefore = this.code.addLocal('i32');
  }

  body(): void {
    if (this.#heapBefore !== undefined) {
      this.code.global('get', heap);
      this.code.local('set', this.#heapBefore);
    }
    this.run(this.#kernel.body);
    this.#freeArrays();
    // Without a result the end is a return; with one, coming here means that the function ends without a value.
    if (this.#kernel.result !== 'nothing') {
      this.code.op('unreachable');
      if (!leaves(this.#kernel.body)) this.module.mayTrap = true;
    }
  }

  localIndex(local: Local): number {
    let index = this.#scalars.get(local);
    if (index === undefined) {
      index = this.code.addLocal(typeOfLocal(local, this.module.facts));
      this.#scalars.set(local, index);
    }
    return index;
  }

  arrayIndex(array: ArrayLocal): { readonly address: number; readonly length: number } {
    let index = this.#arrays.get(array);
    if (index === undefined) {
      index = { address: this.code.addLocal('i32'), length: this.code.addLocal('i32') };
      this.#arrays.set(array, index);
    }
    return index;
  }

  scratch(type: ValueType): number {
    return this.code.addLocal(type);
  }

  trapIf(): void {
    this.module.mayTrap = true;
    this.code.open('if');
    this.code.op('unreachable', 'end');
  }

  double(expression: Expression, demand?: Demand): void {
    emitDouble(this, expression, demand);
  }

  integer(expression: Expression, demand?: Demand): void {
    emitInteger(this, expression, demand);
  }

  lowBits(expression: Expression): void {
    emitLowBits(this, expression);
  }

  truth(expression: Expression): void {
    emitTruth(this, expression);
  }

  run(statements: readonly Statement[]): void {
    for (const statement of statements) this.#emit(statement);
  }

  #freeArrays(): void {
    if (this.#heapBefore === undefined) return;
    this.code.local('get', this.#heapBefore);
    this.code.global('set', heap);
  }

  #emit(statement: Statement): void {
    const { code } = this;
    switch (statement.kind) {
      case 'evaluate':
        this.#evaluate(statement.expression);
        return;
      case 'write':
        emitAddress(this, statement.array, statement.index);
        this.#storeValue(statement.array, statement.value);
        return;
      case 'share': {
        const [to, from] = [this.arrayIndex(statement.array), this.arrayIndex(statement.from)];
        code.local('get', from.address);
        code.local('set', to.address);
        code.local('get', from.length);
        code.local('set', to.length);
        return;
      }
      case 'allocate':
        this.#allocate(statement);
        return;
      case 'fill':
        this.#fill(statement.array, statement.value);
        return;
      case 'forget':
        return;
      case 'if':
        this.#branch(statement);
        return;
      case 'loop':
        this.#loop(statement);
        return;
      case 'block':
        code.open('block');
        this.#targets.push({ labels: statement.labels, breakDepth: code.depth, continueDepth: undefined });
        this.run(statement.body);
        this.#targets.pop();
        code.op('end');
        return;
      case 'break':
      case 'continue':
        this.#jump(statement.kind, statement.label);
        return;
      case 'return':
        this.#return(statement.value);
        return;
      case 'giveUp':
        this.module.mayTrap = true;
        code.op('unreachable');
    }
  }

  #evaluate(expression: Expression): void {
    const { code } = this;
    if (expression.kind === 'assign') {
      emitAssign(this, expression, 'set');
      return;
    }
    if (expression.kind === 'call') {
      emitCall(this, expression.callee, expression.operands);
      if (typeOfResult(expression.callee, this.module.facts) !== undefined) code.op('drop');
      return;
    }
    if (scalarKindOf(expression) === 'boolean') this.truth(expression);
    else this.double(expression);
    code.op('drop');
  }

  /** The address of the element is on the stack. */
  #storeValue(array: ArrayLocal, value: Expression): void {
    const { code } = this;
    const group = groupOf(array);
    const { name, store } = storageOf(array, this.module.facts);
    if (group.elements === 'boolean') this.truth(value);
    else if (this.module.facts.isChecked(group)) this.#checkedInteger(value);
    else if (name === 'Float64Array') this.double(value);
    else if (name === 'Float32Array') {
      this.double(value);
      code.op('f32.demote_f64');
    } else if (name === 'Uint8ClampedArray') this.#clamped(value);
    else this.lowBits(value);
    code.memory(store);
  }

  /** An integer that may lie outside of what the elements are taken for; then the original has to take over. */
  #checkedInteger(value: Expression): void {
    const { code } = this;
    this.integer(value, 'exact');
    const fact = this.module.facts.of(value);
    if (fact !== undefined && fact.low >= checkedElement.low && fact.high <= checkedElement.high) return;
    const kept = this.scratch('i32');
    code.local('tee', kept);
    code.i32(-checkedElement.low);
    code.op('i32.add');
    // In 32 bits without a sign: what is too small has become larger than all that fits.
    code.i32(checkedElement.high - checkedElement.low);
    code.op('i32.gt_u');
    this.trapIf();
    code.local('get', kept);
  }

  /** ToUint8Clamp: to the nearest integer between 0 and 255, to the even one of two; NaN becomes 0. */
  #clamped(value: Expression): void {
    const { code } = this;
    this.double(value, 'zeros alike');
    code.f64(0);
    code.op('f64.max');
    code.f64(255);
    code.op('f64.min', 'f64.nearest', 'i32.trunc_sat_f64_u');
  }

  #allocate({ array, length, elements }: Extract<Statement, { kind: 'allocate' }>): void {
    const { code } = this;
    const place = this.arrayIndex(array);
    const storage = storageOf(array, this.module.facts);
    const kept = elements.map((element) => {
      const isTruth = scalarKindOf(element) === 'boolean';
      const type: ValueType = isTruth || isInt32(this.module.facts.of(element)) ? 'i32' : 'f64';
      const local = this.scratch(type);
      if (isTruth) this.truth(element);
      else emitValue(this, element, type);
      code.local('set', local);
      return { local, type };
    });
    if (isInt32(this.module.facts.of(length), 'zeros alike')) this.integer(length, 'zeros alike');
    else emitCheckedIndex(this, length);
    code.local('set', place.length);
    code.local('get', place.length);
    code.i32(storage.shift);
    code.i32(1);
    code.call(this.module.routineIndex('allocate'));
    code.local('set', place.address);
    this.module.mayTrap = true;
    kept.forEach(({ local, type }, index) => {
      code.local('get', place.address);
      code.local('get', local);
      this.#convertForStore(storage, type);
      code.memory(storage.store, index * 2 ** storage.shift);
    });
  }

  #convertForStore({ name }: Storage, type: ValueType): void {
    const isFloat = name === 'Float64Array' || name === 'Float32Array';
    if (isFloat && type === 'i32') this.code.op('f64.convert_i32_s');
    if (name === 'Float32Array') this.code.op('f32.demote_f64');
    if (!isFloat && type === 'f64') this.code.op('i32.trunc_sat_f64_s');
  }

  #fill(array: ArrayLocal, value: Expression): void {
    const { code } = this;
    const place = this.arrayIndex(array);
    const storage = storageOf(array, this.module.facts);
    const [at, end] = [this.scratch('i32'), this.scratch('i32')];
    const isFloat = storage.name === 'Float64Array' || storage.name === 'Float32Array';
    const kept = this.scratch(isFloat ? 'f64' : 'i32');
    if (groupOf(array).elements === 'boolean') this.truth(value);
    else if (isFloat) this.double(value);
    else if (storage.name === 'Uint8ClampedArray') this.#clamped(value);
    else this.lowBits(value);
    code.local('set', kept);
    code.local('get', place.address);
    code.local('tee', at);
    code.local('get', place.length);
    code.i32(storage.shift);
    code.op('i32.shl', 'i32.add');
    code.local('set', end);
    code.open('block');
    code.open('loop');
    code.local('get', at);
    code.local('get', end);
    code.op('i32.ge_u');
    code.branch('br_if', 1);
    code.local('get', at);
    code.local('get', kept);
    if (storage.name === 'Float32Array') code.op('f32.demote_f64');
    code.memory(storage.store);
    code.local('get', at);
    code.i32(2 ** storage.shift);
    code.op('i32.add');
    code.local('set', at);
    code.branch('br', 0);
    code.op('end', 'end');
  }

  #branch({ condition, whenTrue, whenFalse }: Extract<Statement, { kind: 'if' }>): void {
    const { code } = this;
    if (condition.kind !== 'both' && condition.kind !== 'either' && condition.kind !== 'not') {
      this.truth(condition);
      code.open('if');
      this.run(whenTrue);
      if (whenFalse.length > 0) {
        code.op('else');
        this.run(whenFalse);
      }
      code.op('end');
      return;
    }
    code.open('block');
    const end = code.depth;
    if (whenFalse.length > 0) code.open('block');
    emitBranch(this, condition, false, code.depth);
    this.run(whenTrue);
    if (whenFalse.length > 0) {
      code.branch('br', code.depth - end);
      code.op('end');
      this.run(whenFalse);
    }
    code.op('end');
  }

  /** Tested once before, and then at the end of each round. */
  #loop({ test, testsFirst, body, update, labels }: Extract<Statement, { kind: 'loop' }>): void {
    const { code } = this;
    code.open('block');
    const breakDepth = code.depth;
    if (testsFirst && test !== undefined) emitBranch(this, test, false, breakDepth);
    code.open('loop');
    const loopDepth = code.depth;
    code.open('block');
    this.#targets.push({ labels, breakDepth, continueDepth: code.depth });
    this.run(body);
    this.#targets.pop();
    code.op('end');
    this.run(update);
    if (test === undefined) code.branch('br', code.depth - loopDepth);
    else emitBranch(this, test, true, loopDepth);
    code.op('end', 'end');
  }

  #jump(kind: 'break' | 'continue', label: string): void {
    const target = this.#targets.findLast(
      ({ labels, continueDepth }) => labels.includes(label) && (kind === 'break' || continueDepth !== undefined),
    );
    const depth = kind === 'break' ? target?.breakDepth : target?.continueDepth;
    if (depth === undefined) throw new Error(`There is no target for ${kind} ${label}.`);
    this.code.branch('br', this.code.depth - depth);
  }

  #return(value: Expression | ArrayLocal | undefined): void {
    const { code } = this;
    if (value?.kind === 'array') code.local('get', this.arrayIndex(value).address);
    else if (value !== undefined && scalarKindOf(value) === 'boolean') this.truth(value);
    else if (value !== undefined) emitValue(this, value, typeOfResult(this.#kernel, this.module.facts) ?? 'f64');
    this.#freeArrays();
    code.op('return');
  }
}

/** Whether control cannot come out at the end. */
function leaves(statements: readonly Statement[]): boolean {
  return statements.some((statement) => {
    if (statement.kind === 'return') return true;
    if (statement.kind === 'if') return leaves(statement.whenTrue) && leaves(statement.whenFalse);
    return false;
  });
}

function allocates(statements: readonly Statement[]): boolean {
  return statements.some((statement) => {
    switch (statement.kind) {
      case 'allocate':
        return true;
      case 'if':
        return allocates(statement.whenTrue) || allocates(statement.whenFalse);
      case 'loop':
      case 'block':
        return allocates(statement.body);
      default:
        return false;
    }
  });
}
