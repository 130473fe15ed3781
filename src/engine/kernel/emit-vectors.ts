// Loops whose rounds go on in the lanes of vectors, as planned in lane-plan.ts. Every vector holds two doubles; a few of them side by side keep
// the processor busy while each waits for its sums. What is the same in all lanes, and the place of the first lane, is emitted as ever.
import { isSquare } from './emit-arithmetic.ts';
import { emitAddress, emitCheckedIndex, emitCount, emitLongIndex } from './emit-elements.ts';
import type { FunctionEmission } from './function-emission.ts';
import type { ArrayLocal, Expression, Local, MathOperation, Statement, TypedArrayName } from './kernel-ir.ts';
import type { LaneClass, VectorLoop } from './lane-plan.ts';
import { isIntegerCode, storageOf, typeOfLocal } from './representation.ts';
import { visitStatements } from './walk-kernel.ts';
import type { PlainInstruction } from './wasm-bytes.ts';

/** Vectors side by side: more where sums wait for each other in an inner loop. */
const vectorsWithInnerLoop = 4;
const vectorsWithout = 2;
const lanesOfVector = 2;

type Part<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>;
/** Leaves the vector of that number. */
type Leaf = (vector: number) => void;

/**
 * Rounds of the loop as long as there are enough for all lanes. `inTurn` emits the rest of a round, and the step to the next one;
 * `alone` a whole round. */
export function emitVectorLoop(to: FunctionEmission, loop: VectorLoop, inTurn: () => void, alone: () => void): void {
  to.module.usesVectors = true;
  const widest = loop.hasInnerLoop ? vectorsWithInnerLoop : vectorsWithout;
  for (const vectors of new Set([widest, 1])) new LaneEmitter(to, loop, vectors).emit(inTurn, alone);
}

class LaneEmitter {
  readonly #to: FunctionEmission;
  readonly #loop: VectorLoop;
  readonly #vectors: number;
  readonly #locals = new Map<Local, readonly number[]>();
  /** By the array, or by the columns of the table: below it, the elements of all lanes are there. */
  readonly #limits = new Map<ArrayLocal | Local, number>();

  constructor(to: FunctionEmission, loop: VectorLoop, vectors: number) {
    this.#to = to;
    this.#loop = loop;
    this.#vectors = vectors;
  }

  emit(inTurn: () => void, alone: () => void): void {
    const { code } = this.#to;
    const { counter, bound, together } = this.#loop;
    this.#findLimits();
    code.open('block');
    const end = code.depth;
    code.open('loop');
    const start = code.depth;
    code.local('get', this.#to.localIndex(counter));
    code.i32(this.#lanes - 1);
    code.op('i32.add');
    this.#to.integer(bound, 'zeros alike');
    code.op('i32.ge_s');
    code.branch('br_if', code.depth - end);
    if (this.#loop.conflicts.length > 0) {
      this.#conflicts();
      code.open('if');
      alone();
      code.branch('br', code.depth - start);
      code.op('end');
    }
    this.#run(together);
    for (let lane = 0; lane < this.#lanes; lane += 1) {
      this.#handOn(lane);
      inTurn();
    }
    code.branch('br', code.depth - start);
    code.op('end', 'end');
  }

  /** Neither the arrays nor their lengths change in the loop. */
  #findLimits(): void {
    const { code } = this.#to;
    const note = (key: ArrayLocal | Local, count: () => void): void => {
      if (this.#limits.has(key)) return;
      const limit = this.#to.scratch('i32');
      count();
      code.i32(this.#lanes - 1);
      code.op('i32.sub');
      code.local('tee', limit);
      code.i32(0);
      code.local('get', limit);
      code.i32(0);
      code.op('i32.gt_s', 'select');
      code.local('set', limit);
      this.#limits.set(key, limit);
    };
    const noteAccess = (array: ArrayLocal, named: Expression): void => {
      const index = this.#loop.indices.get(named) ?? named;
      if (index.kind === 'place') note(index.table.columns, () => emitCount(this.#to, index.table, 'columns'));
      if (index.kind !== 'place' || index.table.isGrowing === true)
        note(array, () => code.local('get', this.#to.arrayIndex(array).length));
    };
    visitStatements(this.#loop.together, {
      expression: (one) => {
        if (one.kind === 'read' && this.#loop.lanes.get(one) === 'different') noteAccess(one.array, one.index);
      },
      statement: (one) => {
        if (one.kind === 'write') noteAccess(one.array, one.index);
      },
    });
  }

  get #lanes(): number {
    return this.#vectors * lanesOfVector;
  }

  /** The variables have the values of the lane from here on. */
  #handOn(lane: number): void {
    const { code, module } = this.#to;
    for (const local of this.#loop.handedOn) {
      const found = this.#classOf(local);
      if (found === 'same') continue;
      const index = this.#to.localIndex(local);
      if (found === 'different') {
        code.local('get', this.#vectorLocal(local, Math.floor(lane / lanesOfVector)));
        code.lane('extract', lane % lanesOfVector === 0 ? 0 : 1);
        if (typeOfLocal(local, module.facts) === 'i32') code.op('i32.trunc_sat_f64_s');
      } else if (lane > 0) {
        code.local('get', index);
        code.i32(found.step);
        code.op('i32.add');
      } else continue;
      code.local('set', index);
    }
  }

  #classOf(local: Local): LaneClass {
    if (local === this.#loop.counter) return { step: 1 };
    return this.#loop.classes.get(local) ?? 'same';
  }

  #vectorLocal(local: Local, vector: number): number {
    let indices = this.#locals.get(local);
    if (indices === undefined) {
      indices = Array.from({ length: this.#vectors }, () => this.#to.scratch('v128'));
      this.#locals.set(local, indices);
    }
    return indices[vector] ?? 0;
  }

  #run(statements: readonly Statement[]): void {
    for (const statement of statements) this.#statement(statement);
  }

  #statement(statement: Statement): void {
    const { code } = this.#to;
    if (statement.kind === 'loop') {
      this.#innerLoop(statement);
      return;
    }
    if (statement.kind === 'write') {
      this.#write(statement, undefined);
      return;
    }
    if (statement.kind === 'if') {
      const write = statement.whenTrue.at(-1);
      this.#run(statement.whenTrue.slice(0, -1));
      if (write?.kind === 'write') this.#write(write, statement.condition);
      return;
    }
    const assigned = statement.kind === 'evaluate' && statement.expression.kind === 'assign';
    if (!assigned) throw new Error(`${statement.kind} is not done in lanes.`);
    const { local, value } = statement.expression as Part<'assign'>;
    if (this.#classOf(local) !== 'different') {
      this.#to.run([statement]);
      return;
    }
    const leaf = this.#vector(value);
    // One after the other: none of them reads another one's.
    for (let vector = 0; vector < this.#vectors; vector += 1) {
      leaf(vector);
      code.local('set', this.#vectorLocal(local, vector));
    }
  }

  /** Leaves whether what one lane writes is what another one reads or writes. Addresses of the first lane tell. */
  #conflicts(): void {
    const { code } = this.#to;
    const bytes = this.#lanes * 8;
    code.i32(0);
    for (const { written, other } of this.#loop.conflicts) {
      const apart = this.#to.scratch('i32');
      if (other.lanes === 'different') code.local('get', this.#address(other.array, other.index));
      else emitAddress(this.#to, other.array, other.index);
      code.local('get', this.#address(written.array, written.index));
      code.op('i32.sub');
      code.local('tee', apart);
      if (other.lanes === 'same') {
        // One element: in none of the lanes.
        code.i32(bytes);
        code.op('i32.lt_u');
      } else {
        // As many elements: the very same, or none in common.
        code.i32(bytes - 1);
        code.op('i32.add');
        code.i32(2 * bytes - 1);
        code.op('i32.lt_u');
        code.local('get', apart);
        code.i32(0);
        code.op('i32.ne', 'i32.and');
      }
      code.op('i32.or');
    }
  }

  /** In the lanes where the condition holds; without one, in all. */
  #write({ array, index, value }: Extract<Statement, { kind: 'write' }>, condition: Expression | undefined): void {
    const { code } = this.#to;
    const mask = condition === undefined ? undefined : this.#mask(condition);
    const leaf = this.#vector(value);
    const address = this.#address(array, index);
    for (let vector = 0; vector < this.#vectors; vector += 1) {
      const offset = vector * lanesOfVector * 8;
      code.local('get', address);
      leaf(vector);
      if (mask !== undefined) {
        code.local('get', address);
        code.memory('v128.load', offset);
        mask(vector);
        code.op('v128.bitselect');
      }
      code.memory('v128.store', offset);
    }
  }

  #innerLoop({ test, body, update }: Extract<Statement, { kind: 'loop' }>): void {
    const { code } = this.#to;
    if (test === undefined) throw new Error('A loop without a test is not done in lanes.');
    code.open('block');
    const end = code.depth;
    this.#to.truth(test);
    code.op('i32.eqz');
    code.branch('br_if', code.depth - end);
    code.open('loop');
    const start = code.depth;
    this.#run(body);
    this.#run(update);
    this.#to.truth(test);
    code.branch('br_if', code.depth - start);
    code.op('end', 'end');
  }

  /** What all vectors share is computed at once; the rest when the leaf is asked for. */
  #vector(expression: Expression): Leaf {
    const { code } = this.#to;
    const inLanes = this.#loop.lanes.get(expression);
    if (inLanes === undefined) throw new Error(`${expression.kind} is not done in lanes.`);
    if (inLanes === 'same') {
      const kept = this.#to.scratch('v128');
      this.#to.double(expression);
      code.op('f64x2.splat');
      code.local('set', kept);
      return () => code.local('get', kept);
    }
    if (inLanes !== 'different') return this.#counted(expression, inLanes.step);
    switch (expression.kind) {
      case 'local': {
        const { local } = expression;
        return (vector) => code.local('get', this.#vectorLocal(local, vector));
      }
      case 'arithmetic':
        if (isSquare(expression)) return this.#square(expression.left);
        return this.#operation(vectorOf(arithmetic, expression.operator), [expression.left, expression.right]);
      case 'negate':
        return this.#operation('f64x2.neg', [expression.operand]);
      case 'math':
        return this.#operation(vectorOf(math, expression.operation), expression.operands);
      case 'read':
        return this.#read(expression);
      case 'choose': {
        const yes = this.#vector(expression.whenTrue);
        const no = this.#vector(expression.whenFalse);
        const mask = this.#mask(expression.condition);
        return (vector) => {
          yes(vector);
          no(vector);
          mask(vector);
          code.op('v128.bitselect');
        };
      }
      default:
        throw new Error(`${expression.kind} is not done in lanes.`);
    }
  }

  #operation(instruction: PlainInstruction, operands: readonly Expression[]): Leaf {
    const leaves = operands.map((operand) => this.#vector(operand));
    return (vector) => {
      for (const leaf of leaves) leaf(vector);
      this.#to.code.op(instruction);
    };
  }

  #square(base: Expression): Leaf {
    const { code } = this.#to;
    const leaf = this.#vector(base);
    return (vector) => {
      const kept = this.#to.scratch('v128');
      leaf(vector);
      code.local('tee', kept);
      code.local('get', kept);
      code.op('f64x2.mul');
    };
  }

  /** Integers, each lane so much more than the one before. */
  #counted(expression: Expression, step: number): Leaf {
    const { code } = this.#to;
    const first = this.#to.scratch('v128');
    this.#to.double(expression);
    code.op('f64x2.splat');
    code.f64(0);
    code.op('f64x2.splat');
    code.f64(step);
    code.lane('replace', 1);
    code.op('f64x2.add');
    code.local('set', first);
    return (vector) => {
      code.local('get', first);
      if (vector === 0) return;
      code.f64(step * vector * lanesOfVector);
      code.op('f64x2.splat', 'f64x2.add');
    };
  }

  /** Elements side by side. */
  #read(expression: Part<'read'>): Leaf {
    const { code, module } = this.#to;
    const { array, index } = expression;
    const storage = storageOf(array, module.facts);
    const address = this.#address(array, index);
    return (vector) => {
      const offset = vector * lanesOfVector * 2 ** storage.shift;
      const direct = directLoads[storage.name];
      code.local('get', address);
      if (storage.name === 'Float64Array') code.memory('v128.load', offset);
      else if (direct !== undefined) {
        code.memory('v128.load64_zero', offset);
        code.op(direct);
      } else {
        code.memory(storage.load, offset);
        code.op('f64.convert_i32_s', 'f64x2.splat');
        code.local('get', address);
        code.memory(storage.load, offset + 2 ** storage.shift);
        code.op('f64.convert_i32_s');
        code.lane('replace', 1);
      }
    };
  }

  /** Where the first lane's element is. Where that of another lane is not there, the original has to take over. */
  #address(array: ArrayLocal, named: Expression): number {
    const { code, module } = this.#to;
    const index = this.#loop.indices.get(named) ?? named;
    const { shift } = storageOf(array, module.facts);
    const [element, address] = [this.#to.scratch('i32'), this.#to.scratch('i32')];
    if (index.kind === 'place') this.#place(index, array, element);
    else this.#index(index, array, element);
    code.local('get', this.#to.arrayIndex(array).address);
    code.local('get', element);
    if (shift > 0) {
      code.i32(shift);
      code.op('i32.shl');
    }
    code.op('i32.add');
    code.local('set', address);
    return address;
  }

  /** The index of the first lane's element; that of the last one is there as well. */
  #index(index: Expression, array: ArrayLocal, element: number): void {
    const { code, module } = this.#to;
    const limit = this.#limits.get(array) ?? 0;
    if (isIntegerCode(index, module.facts, 'zeros alike')) {
      this.#to.integer(index, 'zeros alike');
      code.local('tee', element);
      code.local('get', limit);
      code.op('i32.ge_u');
      this.#to.trapIf();
    } else {
      emitLongIndex(this.#to, index, limit);
      code.local('set', element);
    }
  }

  #place({ row, column, table }: Part<'place'>, array: ArrayLocal, element: number): void {
    const { code } = this.#to;
    const [rowIndex, columnIndex] = [this.#to.scratch('i32'), this.#to.scratch('i32')];
    this.#checked(row, rowIndex, () => emitCount(this.#to, table, 'rows'));
    this.#checked(column, columnIndex, () => code.local('get', this.#limits.get(table.columns) ?? 0));
    code.local('get', rowIndex);
    emitCount(this.#to, table, 'columns');
    code.op('i32.mul');
    code.local('get', columnIndex);
    code.op('i32.add');
    code.local('set', element);
    if (table.isGrowing !== true) return;
    // The last row may lack cells.
    code.local('get', element);
    code.local('get', this.#limits.get(array) ?? 0);
    code.op('i32.ge_u');
    this.#to.trapIf();
  }

  #checked(index: Expression, local: number, limit: () => void): void {
    const { code, module } = this.#to;
    if (isIntegerCode(index, module.facts, 'zeros alike')) this.#to.integer(index, 'zeros alike');
    else emitCheckedIndex(this.#to, index);
    code.local('tee', local);
    limit();
    code.op('i32.ge_u');
    this.#to.trapIf();
  }

  #mask(condition: Expression): Leaf {
    const { code } = this.#to;
    switch (condition.kind) {
      case 'compare': {
        const { left, right, operator } = condition;
        if ([left, right].every((side) => this.#loop.lanes.get(side) === 'same')) break;
        return this.#operation(comparisons[operator], [left, right]);
      }
      case 'not': {
        const inner = this.#mask(condition.operand);
        return (vector) => {
          inner(vector);
          code.op('v128.not');
        };
      }
      case 'both':
      case 'either': {
        const [left, right] = [this.#mask(condition.left), this.#mask(condition.right)];
        return (vector) => {
          left(vector);
          right(vector);
          code.op(condition.kind === 'both' ? 'v128.and' : 'v128.or');
        };
      }
      default:
    }
    const kept = this.#to.scratch('v128');
    // All bits of a truth.
    code.i32(0);
    this.#to.truth(condition);
    code.op('i32.sub', 'i64.extend_i32_s', 'i64x2.splat');
    code.local('set', kept);
    return () => code.local('get', kept);
  }
}

const arithmetic: Partial<Record<Part<'arithmetic'>['operator'], PlainInstruction>> = {
  '+': 'f64x2.add',
  '-': 'f64x2.sub',
  '*': 'f64x2.mul',
  '/': 'f64x2.div',
};

const math: Partial<Record<MathOperation, PlainInstruction>> = {
  abs: 'f64x2.abs',
  sqrt: 'f64x2.sqrt',
  floor: 'f64x2.floor',
  ceil: 'f64x2.ceil',
  trunc: 'f64x2.trunc',
  min: 'f64x2.min',
  max: 'f64x2.max',
};

const comparisons: Readonly<Record<Part<'compare'>['operator'], PlainInstruction>> = {
  '<': 'f64x2.lt',
  '<=': 'f64x2.le',
  '>': 'f64x2.gt',
  '>=': 'f64x2.ge',
  '===': 'f64x2.eq',
  '!==': 'f64x2.ne',
};

/** What makes doubles of two elements side by side. */
const directLoads: Partial<Record<TypedArrayName, PlainInstruction>> = {
  Float32Array: 'f64x2.promote_low_f32x4',
  Int32Array: 'f64x2.convert_low_i32x4_s',
  Uint32Array: 'f64x2.convert_low_i32x4_u',
};

function vectorOf<K extends string>(
  instructions: Partial<Record<K, PlainInstruction>>,
  operation: K,
): PlainInstruction {
  const instruction = instructions[operation];
  if (instruction === undefined) throw new Error(`${operation} is not done in lanes.`);
  return instruction;
}
