// Loops whose rounds go on in the lanes of vectors, as planned in lane-plan.ts. Every vector holds two doubles; a few of them side by side keep
// the processor busy while each waits for its sums. What is the same in all lanes, and the place of the first lane, is emitted as ever.
import { isSquare } from './emit-arithmetic.ts';
import { LaneAddresses } from './emit-lane-addresses.ts';
import type { FunctionEmission } from './function-emission.ts';
import type { ArrayLocal, Expression, Local, Statement } from './kernel-ir.ts';
import type { LaneClass, VectorLoop } from './lane-classes.ts';
import { storageOf, typeOfLocal } from './representation.ts';
import { directLoads, vectorArithmetic, vectorComparisons, vectorMath, vectorOf } from './vector-instructions.ts';
import type { PlainInstruction } from './wasm-bytes.ts';

/** Vectors side by side: more where sums wait for each other in an inner loop. */
const vectorsWithInnerLoop = 4;
const vectorsWithout = 4;
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
  readonly #addresses: LaneAddresses;
  #innerLoops = 0;

  constructor(to: FunctionEmission, loop: VectorLoop, vectors: number) {
    this.#to = to;
    this.#loop = loop;
    this.#vectors = vectors;
    this.#addresses = new LaneAddresses(to, loop, this.#lanes);
  }

  emit(inTurn: () => void, alone: () => void): void {
    const { code } = this.#to;
    const { counter, bound, together } = this.#loop;
    this.#addresses.findLimits();
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
      this.#addresses.conflicts();
      code.open('if');
      alone();
      code.branch('br', code.depth - start);
      code.op('end');
    }
    this.#addresses.beginBlock();
    this.#run(together);
    for (let lane = 0; lane < this.#lanes; lane += 1) {
      this.#handOn(lane);
      inTurn();
    }
    code.branch('br', code.depth - start);
    code.op('end', 'end');
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
    if (statement.kind === 'row') {
      // The same for all lanes. From here on it is known how many elements there are for them.
      this.#to.run([statement]);
      this.#addresses.noteRow(statement.array);
      return;
    }
    if (statement.kind === 'if') {
      const write = statement.whenTrue.at(-1);
      if (write?.kind !== 'write') {
        this.#to.run([statement]);
        return;
      }
      this.#run(statement.whenTrue.slice(0, -1));
      this.#write(write, statement.condition);
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

  /** In the lanes where the condition holds; without one, in all. */
  #write(
    { array, index, value, isInside }: Extract<Statement, { kind: 'write' }>,
    condition: Expression | undefined,
  ): void {
    const { code } = this.#to;
    const mask = condition === undefined ? undefined : this.#mask(condition);
    const leaf = this.#vector(value);
    const address = this.#addressOf(array, index, isInside);
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

  /** Outside of inner loops every round comes to the element: what is known of one index holds for those of all lanes. */
  #addressOf(array: ArrayLocal, index: Expression, isInside = false): number {
    const isOfRound = this.#innerLoops === 0;
    return this.#addresses.of(array, index, { isInside: isInside && isOfRound, isKept: isOfRound });
  }

  #innerLoop({ test, prelude = [], body, update }: Extract<Statement, { kind: 'loop' }>): void {
    const { code } = this.#to;
    if (test === undefined) throw new Error('A loop without a test is not done in lanes.');
    code.open('block');
    const end = code.depth;
    this.#to.truth(test);
    code.op('i32.eqz');
    code.branch('br_if', code.depth - end);
    this.#innerLoops += 1;
    this.#run(prelude);
    code.open('loop');
    const start = code.depth;
    this.#run(body);
    this.#run(update);
    this.#innerLoops -= 1;
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
        return this.#operation(vectorOf(vectorArithmetic, expression.operator), [expression.left, expression.right]);
      case 'negate':
        return this.#operation('f64x2.neg', [expression.operand]);
      case 'math':
        return this.#operation(vectorOf(vectorMath, expression.operation), expression.operands);
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
    const { array, index, isInside } = expression;
    const storage = storageOf(array, module.facts);
    const address = this.#addressOf(array, index, isInside);
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

  #mask(condition: Expression): Leaf {
    const { code } = this.#to;
    switch (condition.kind) {
      case 'compare': {
        const { left, right, operator } = condition;
        if ([left, right].every((side) => this.#loop.lanes.get(side) === 'same')) break;
        return this.#operation(vectorComparisons[operator], [left, right]);
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
