// Functions and statements of a kernel as WebAssembly. Whatever the kernel cannot do as JavaScript would (an index outside of an array, a
// throw) is a trap, upon which the original is run instead.

import { emitAllocate, emitFill, emitResult, emitRow, emitShare, emitWrite } from './emit-arrays.ts';
import { isProvenInside } from './emit-elements.ts';
import { emitAppend, emitCut, emitEmpty, emitPush } from './emit-growing.ts';
import type { Emission } from './emit-kernel.ts';
import { heap } from './emit-routines.ts';
import { emitSearch } from './emit-search.ts';
import { emitSeveralRounds, type NearPlace, type NearPlaces } from './emit-several-rounds.ts';
import { emitBranch, emitTruth } from './emit-truths.ts';
import { emitAssign, emitCall, emitDouble, emitInteger, emitLowBits, emitValue } from './emit-values.ts';
import { emitVectorLoop } from './emit-vectors.ts';
import type { FunctionEmission } from './function-emission.ts';
import {
  type ArrayLocal,
  type Expression,
  groupOf,
  type KernelFunction,
  type Local,
  type Operand,
  type Statement,
  scalarKindOf,
} from './kernel-ir.ts';
import { type Demand, typeOfLocal, typeOfResult } from './representation.ts';
import { searchLoop } from './search-loops.ts';
import { type Access, severalRounds } from './several-rounds.ts';
import { vectorLoop } from './vector-loops.ts';
import { allocates, isScalar, visitStatements } from './walk-kernel.ts';
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
  readonly #capacities = new Map<ArrayLocal, number>();
  readonly #targets: Target[] = [];
  #near: NearPlaces = new Map();
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
      } else if (parameter.kind === 'table') {
        this.#arrays.set(parameter.cells, { address: count, length: count + 1 });
        this.#scalars.set(parameter.rows, count + 2);
        this.#scalars.set(parameter.columns, count + 3);
        count += 4;
      } else if (parameter.kind === 'records') {
        this.#scalars.set(parameter.count, count);
        count += 1;
        for (const field of parameter.fields.values()) {
          this.#arrays.set(field, { address: count, length: count + 1 });
          count += 2;
        }
      } else {
        this.#scalars.set(parameter, count);
        count += 1;
      }
    }
    this.code = new CodeWriter(count);
    const freesArrays = typeof kernel.result !== 'object' && allocates(kernel);
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
      if (!leaves(this.#kernel.body)) this.module.noteTrap();
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

  capacityIndex(array: ArrayLocal): number {
    let index = this.#capacities.get(array);
    if (index === undefined) {
      index = this.code.addLocal('i32');
      this.#capacities.set(array, index);
    }
    return index;
  }

  placeNear(access: Access): NearPlace | undefined {
    return this.#near.get(access);
  }

  scratch(type: ValueType): number {
    return this.code.addLocal(type);
  }

  trapIf(): void {
    this.module.noteTrap();
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

  #noteWrites(statements: readonly Statement[]): void {
    visitStatements(statements, {
      statement: (one) => {
        if ((one.kind === 'write' || one.kind === 'fill') && groupOf(one.array).isFromOutside) this.module.noteWrite();
      },
    });
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
        emitWrite(this, statement);
        this.#noteWrites([statement]);
        return;
      case 'share':
        emitShare(this, statement);
        return;
      case 'allocate':
        emitAllocate(this, statement);
        return;
      case 'fill':
        emitFill(this, statement);
        this.#noteWrites([statement]);
        return;
      case 'empty':
        emitEmpty(this, statement);
        return;
      case 'push':
        emitPush(this, statement);
        return;
      case 'append':
        emitAppend(this, statement);
        return;
      case 'cut':
        emitCut(this, statement);
        return;
      case 'row':
        emitRow(this, statement);
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
        this.module.noteTrap();
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

  /** Tested once before, and then at the end of each round. What lanes of vectors can do comes before, and leaves the last rounds. */
  #loop(loop: Extract<Statement, { kind: 'loop' }>): void {
    const { code } = this;
    const { test, testsFirst, prelude = [], body, update, labels } = loop;
    code.open('block');
    const breakDepth = code.depth;
    if (prelude.length > 0) {
      if (testsFirst && test !== undefined) emitBranch(this, test, false, breakDepth);
      this.run(prelude);
    }
    this.#noteWrites([{ ...loop, prelude: [] }]);
    const vector = vectorLoop(loop, this.#kernel, this.module.facts);
    if (vector !== undefined)
      emitVectorLoop(
        this,
        vector,
        () => this.#round(loop, vector.inTurn, breakDepth),
        () => this.#round(loop, body, breakDepth),
      );
    const search = vector === undefined ? searchLoop(loop, this.module.facts) : undefined;
    if (search !== undefined && test !== undefined)
      emitSearch(
        this,
        search,
        () => emitBranch(this, test, false, breakDepth),
        () => this.#round(loop, body, breakDepth),
      );
    const isPlain = vector === undefined && search === undefined;
    const several = isPlain
      ? severalRounds(loop, this.module.facts, (access) => isProvenInside(access, this.module.facts))
      : undefined;
    if (several !== undefined)
      emitSeveralRounds(this, several, (near) => {
        this.#near = near;
        this.#round(loop, body, breakDepth);
        this.#near = new Map();
      });
    const isTested = prelude.length > 0 && isPlain && several === undefined;
    if (testsFirst && test !== undefined && !isTested) emitBranch(this, test, false, breakDepth);
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

  /** The statements of one round, and the step to the next one. */
  #round(
    { labels, update }: Extract<Statement, { kind: 'loop' }>,
    statements: readonly Statement[],
    breakDepth: number,
  ): void {
    this.code.open('block');
    this.#targets.push({ labels, breakDepth, continueDepth: this.code.depth });
    this.run(statements);
    this.#targets.pop();
    this.code.op('end');
    this.run(update);
  }

  #jump(kind: 'break' | 'continue', label: string): void {
    const target = this.#targets.findLast(
      ({ labels, continueDepth }) => labels.includes(label) && (kind === 'break' || continueDepth !== undefined),
    );
    const depth = kind === 'break' ? target?.breakDepth : target?.continueDepth;
    if (depth === undefined) throw new Error(`There is no target for ${kind} ${label}.`);
    this.code.branch('br', this.code.depth - depth);
  }

  #return(value: Operand | undefined): void {
    const { code } = this;
    if (value !== undefined && !isScalar(value)) emitResult(this, value);
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
