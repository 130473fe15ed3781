// How the lanes of a loop would share the work on its first statements: which values are the same in all lanes, which differ, and what stands in the
// way. The classes of variables grow until nothing changes any more.
import { isSquare } from './emit-arithmetic.ts';
import type { KernelFacts } from './kernel-facts.ts';
import {
  type ArrayGroup,
  type ArrayLocal,
  type Expression,
  groupOf,
  type KernelFunction,
  type Local,
  type Statement,
} from './kernel-ir.ts';
import { type Access, LaneAccesses, writesIn } from './lane-accesses.ts';
import { joinClasses, type LaneClass, sameClass, stepOf, type VectorLoop } from './lane-classes.ts';
import { changedIn, type Loop, onlyValues, readIn, setIn, withoutLoop } from './loop-changes.ts';
import { isIndexCode, isInt32, isIntegerCode, storageOf, typeOfLocal } from './representation.ts';
import { partsOf, visitStatements } from './walk-kernel.ts';

const vectorArithmetic: ReadonlySet<string> = new Set(['+', '-', '*', '/']);
const vectorMath: ReadonlySet<string> = new Set(['abs', 'sqrt', 'floor', 'ceil', 'trunc', 'min', 'max']);
const kindsOfNumbers: ReadonlySet<Expression['kind']> = new Set([
  'constant',
  'local',
  'arithmetic',
  'negate',
  'math',
  'read',
  'choose',
  'length',
]);

/** Arithmetic of one round that is worth a vector where no loop is in it. */
const leastCost = 6;
/** Statements that are written once for each lane. */
const mostInTurn = 40;
export class LanePlan {
  readonly #loop: Loop;
  readonly #together: readonly Statement[];
  readonly #inTurn: readonly Statement[];
  readonly #kernel: KernelFunction;
  readonly #counter: Local;
  readonly #facts: KernelFacts;
  readonly #classes = new Map<Local, LaneClass>();
  readonly #lanes = new Map<Expression, LaneClass>();
  readonly #indices = new Map<Expression, Expression>();
  /** Variables that only name the place of an element. */
  readonly #places = new Set<Local>();
  readonly #values: ReadonlyMap<Local, Expression>;
  readonly #set: ReadonlySet<Local>;
  readonly #setInTurn: ReadonlySet<Local>;
  readonly #changed: ReadonlySet<ArrayGroup>;
  #assigned = new Set<Local>();
  #accesses: LaneAccesses;
  #hasInnerLoop = false;
  #cost = 0;
  #loopsAround = 0;
  /** Above zero where lanes compute what they may not need: an element must be there all the same. */
  #guards = 0;
  #isStable = false;

  constructor(
    loop: Loop,
    counter: Local,
    together: readonly Statement[],
    inTurn: readonly Statement[],
    kernel: KernelFunction,
    facts: KernelFacts,
  ) {
    this.#loop = loop;
    this.#together = together;
    this.#inTurn = inTurn;
    this.#kernel = kernel;
    this.#counter = counter;
    this.#facts = facts;
    this.#set = setIn(together);
    this.#values = onlyValues(together);
    const test = loop.test === undefined ? [] : [{ kind: 'evaluate', expression: loop.test } as const];
    this.#setInTurn = setIn([...inTurn, ...test]);
    this.#changed = changedIn(inTurn, 'elements');
    this.#accesses = new LaneAccesses(this.#set, inTurn);
  }

  /** The index of the first statement that cannot be done for all lanes at once; undefined when all can. */
  firstObstacle(): number | undefined {
    for (const local of this.#set) {
      const isWord = this.#facts.wordOf?.(local) !== undefined;
      const isOther = local.kind !== 'number' || isWord || this.#setInTurn.has(local);
      if (isOther) return this.#together.findIndex((statement) => setIn([statement]).has(local));
    }
    let size = 0;
    visitStatements(this.#inTurn, {
      statement: (one) => {
        size += one.kind === 'loop' ? mostInTurn + 1 : 1;
      },
      expression: (one) => {
        if (one.kind === 'call') size = mostInTurn + 1;
      },
    });
    if (size > mostInTurn) return 0;
    // Classes only grow: what is the same in all lanes may turn out not to be.
    do {
      this.#isStable = true;
      this.#assigned = new Set();
      this.#accesses = new LaneAccesses(this.#set, this.#inTurn);
      this.#cost = 0;
      for (const [index, statement] of this.#together.entries()) if (!this.#fits(statement)) return index;
    } while (!this.#hasSettled());
    if (this.#accesses.areApart()) return undefined;
    return this.#together.findIndex((statement) => writesIn(statement));
  }

  #hasSettled(): boolean {
    return this.#isStable;
  }

  isWorthIt(): boolean {
    if (this.#accesses.isWritten && this.#inTurn.length === 0) return this.#cost > 0;
    const isWorth = this.#hasInnerLoop ? this.#cost > 0 : this.#cost >= leastCost;
    return isWorth && [...this.#classes.values()].includes('different');
  }

  /** Undefined where a variable is read elsewhere that has no value of its own in each lane. */
  result(bound: Expression): VectorLoop | undefined {
    const outside = readIn(withoutLoop(this.#kernel.body, this.#loop));
    for (const local of readIn(this.#inTurn)) outside.add(local);
    if ([...this.#places].some((local) => outside.has(local))) return undefined;
    return {
      counter: this.#counter,
      bound,
      together: this.#together,
      inTurn: this.#inTurn,
      lanes: this.#lanes,
      indices: this.#indices,
      classes: this.#classes,
      handedOn: new Set([...this.#set].filter((local) => outside.has(local))),
      hasInnerLoop: this.#hasInnerLoop,
      conflicts: this.#accesses.conflicts(),
    };
  }

  #fits(statement: Statement): boolean {
    switch (statement.kind) {
      case 'evaluate': {
        const { expression } = statement;
        if (expression.kind !== 'assign') return false;
        const found = this.#classOf(expression.value);
        if (found === undefined || !this.#note(expression.local, found)) return false;
        this.#assigned.add(expression.local);
        return true;
      }
      case 'loop':
        return this.#fitsLoop(statement);
      case 'write':
        return this.#fitsWrite(statement);
      case 'if': {
        // A store that some lanes make: the others keep what is there.
        const write = statement.whenTrue.at(-1);
        if (write?.kind !== 'write' || statement.whenFalse.length > 0) return false;
        if (!this.#isCondition(statement.condition)) return false;
        const before = new Set(this.#assigned);
        const places = statement.whenTrue.slice(0, -1);
        const fits = this.#guarded(() => places.every((one) => this.#fitsPlace(one)) && this.#fitsWrite(write));
        this.#assigned = before;
        return fits;
      }
      default:
        return false;
    }
  }

  #guarded<T>(find: () => T): T {
    this.#guards += 1;
    const found = find();
    this.#guards -= 1;
    return found;
  }

  /** The index of a store, kept in a variable of its own: no lane minds having it without the store. */
  #fitsPlace(statement: Statement): boolean {
    if (statement.kind !== 'evaluate' || statement.expression.kind !== 'assign') return false;
    const { local } = statement.expression;
    if (!this.#values.has(local) || !this.#fits(statement)) return false;
    this.#places.add(local);
    return this.#classes.get(local) !== 'different';
  }

  #fitsWrite({ array, index, value, mayAppend, keptIn }: Extract<Statement, { kind: 'write' }>): boolean {
    const { name } = storageOf(array, this.#facts);
    const isMarked = mayAppend === true || keptIn !== undefined;
    const isPlain = array.isOwned !== true && !isMarked && !this.#facts.isChecked(array);
    if (!isPlain || name !== 'Float64Array' || this.#classOfPlace(array, index) !== 'different') return false;
    if (this.#computed([value], true) === undefined) return false;
    return this.#isNoted({ array, index: this.#indexOf(index), lanes: 'different' }, 'write');
  }

  /** An inner loop whose rounds are the same in all lanes. */
  #fitsLoop({ test, testsFirst, prelude = [], body, update }: Loop): boolean {
    if (test === undefined || !testsFirst) return false;
    this.#hasInnerLoop = true;
    const before = new Set(this.#assigned);
    if (!this.#isSame(test)) return false;
    this.#loopsAround += 1;
    const fits =
      prelude.every((statement) => this.#isSameStep(statement) || this.#fits(statement)) &&
      [...body, ...update].every((statement) => this.#fits(statement));
    this.#loopsAround -= 1;
    // It may have no rounds.
    this.#assigned = before;
    return fits && this.#isSame(test);
  }

  #note(local: Local, found: LaneClass): boolean {
    const before = this.#classes.get(local);
    const joined = before === undefined ? found : joinClasses(before, found);
    // So much from lane to lane: an integer of 32 bits, or nothing but the place of an element.
    if (typeof joined === 'object' && typeOfLocal(local, this.#facts) !== 'i32') {
      if (!this.#values.has(local)) return false;
      this.#places.add(local);
    }
    if (before !== undefined && sameClass(before, joined)) return true;
    this.#classes.set(local, joined);
    this.#isStable = false;
    return true;
  }

  /** Undefined: it is not computed in vectors. */
  #classOf(expression: Expression): LaneClass | undefined {
    const found = this.#findClass(expression);
    if (found !== undefined) this.#lanes.set(expression, found);
    return found;
  }

  #findClass(expression: Expression): LaneClass | undefined {
    switch (expression.kind) {
      case 'constant':
        return 'same';
      case 'length':
        return this.#changed.has(groupOf(expression.array)) ? undefined : 'same';
      case 'local':
        return this.#classOfLocal(expression.local);
      case 'arithmetic':
        return this.#classOfArithmetic(expression);
      case 'negate':
        return this.#computed([expression.operand], true);
      case 'math':
        return this.#computed(expression.operands, vectorMath.has(expression.operation));
      case 'read':
        return this.#classOfRead(expression);
      case 'choose': {
        if (!this.#isCondition(expression.condition)) return undefined;
        const arms = this.#guarded(() => this.#computed([expression.whenTrue, expression.whenFalse], true, 0));
        if (arms === undefined) return undefined;
        return arms === 'same' && this.#isSame(expression.condition) ? 'same' : 'different';
      }
      default:
        return this.#isSame(expression) ? 'same' : undefined;
    }
  }

  #classOfLocal(local: Local): LaneClass | undefined {
    if (local === this.#counter) return { step: 1 };
    // Of some variables only bits are kept, and lanes are numbers.
    if (this.#setInTurn.has(local) || this.#facts.wordOf?.(local) === 'bits') return undefined;
    if (!this.#set.has(local)) return 'same';
    // A value of the round before, in another lane.
    if (!this.#assigned.has(local)) return undefined;
    return this.#classes.get(local) ?? 'same';
  }

  #classOfArithmetic(expression: Extract<Expression, { kind: 'arithmetic' }>): LaneClass | undefined {
    const { operator, left, right } = expression;
    const [a, b] = [this.#classOf(left), this.#classOf(right)];
    if (a === undefined || b === undefined) return undefined;
    if (a === 'same' && b === 'same') return 'same';
    if (a !== 'different' && b !== 'different' && (operator === '+' || operator === '-')) {
      const [x, y] = [stepOf(a), stepOf(b)];
      const step = operator === '+' ? x + y : x - y;
      if (isIndexCode(expression, this.#facts)) return { step };
    }
    return this.#computed(
      [left, right],
      vectorArithmetic.has(operator) || isSquare(expression),
      operator === '/' ? 4 : 1,
    );
  }

  #computed(operands: readonly Expression[], isKnown: boolean, cost = 1): LaneClass | undefined {
    const found = operands.map((operand) => this.#classOf(operand));
    if (found.some((one) => one === undefined)) return undefined;
    if (found.every((one) => one === 'same')) return 'same';
    if (!isKnown || operands.some((operand, index) => typeof found[index] === 'object' && !this.#isCount(operand)))
      return undefined;
    this.#cost += cost;
    return 'different';
  }

  /** An integer in each lane, so that adding to that of the first lane gives the others. */
  #isCount(expression: Expression): boolean {
    return isInt32(this.#facts.of(expression)) && isIntegerCode(expression, this.#facts, 'exact');
  }

  #classOfRead({ array, index }: Extract<Expression, { kind: 'read' }>): LaneClass | undefined {
    const found = this.#classOfPlace(array, index);
    if (found !== 'same' && found !== 'different') return undefined;
    return this.#isNoted({ array, index: this.#indexOf(index), lanes: found }, 'read') ? found : undefined;
  }

  /** False for an element that some lanes do not come to, where it is not sure to be there. */
  #isNoted(access: Access, kind: 'read' | 'write'): boolean {
    if (this.#guards > 0 && !this.#accesses.isCertain(access)) return false;
    this.#accesses.add(access, kind, this.#loopsAround > 0);
    return true;
  }

  #classOfPlace(array: ArrayLocal, index: Expression): LaneClass | undefined {
    const group = groupOf(array);
    if (this.#changed.has(group) || group.elements !== 'number') return undefined;
    if (index.kind === 'local' && !this.#isSettled(index.local)) return undefined;
    if (index.kind === 'place') {
      const { rows, columns } = index.table;
      const counts = [rows, columns].map((local) => this.#classOfLocal(local));
      if (counts.some((one) => one !== 'same') || this.#classOf(index.row) !== 'same') return undefined;
      return this.#classOfIndex(index.column);
    }
    return this.#classOfIndex(index);
  }

  /** What the variable stands for, where it stands for an index that the lanes do not change. */
  #indexOf(index: Expression): Expression {
    const value = index.kind === 'local' ? this.#values.get(index.local) : undefined;
    return value !== undefined && this.#accesses.isKnownBefore(value) ? value : index;
  }

  /** A variable of its own for an index has been set before. */
  #isSettled(local: Local): boolean {
    return !this.#set.has(local) || this.#assigned.has(local);
  }

  #classOfIndex(named: Expression): LaneClass | undefined {
    const found = this.#classOf(named);
    if (found === 'same') return 'same';
    if (typeof found !== 'object') return undefined;
    const index = this.#indexOf(named);
    if (index !== named) {
      this.#indices.set(named, index);
      this.#classOf(index);
    }
    const isCounted = isIntegerCode(index, this.#facts, 'zeros alike') || isIndexCode(index, this.#facts);
    return found.step === 1 && isCounted ? 'different' : undefined;
  }

  /** A condition of numbers, in each lane its own. */
  #isCondition(condition: Expression): boolean {
    switch (condition.kind) {
      case 'compare':
        return (
          [condition.left, condition.right].every((side) => kindsOfNumbers.has(side.kind)) &&
          this.#computed([condition.left, condition.right], true) !== undefined
        );
      case 'not':
        return this.#isCondition(condition.operand);
      case 'both':
      case 'either':
        return this.#isCondition(condition.left) && this.#guarded(() => this.#isCondition(condition.right));
      default:
        return this.#isSame(condition);
    }
  }

  /** Computed once for all lanes: nothing in it depends on the counter, or on what the lanes do in turn. */
  #isSame(expression: Expression): boolean {
    switch (expression.kind) {
      case 'assign':
      case 'postfix':
      case 'call':
        return false;
      case 'read':
        return groupOf(expression.array).elements === 'number' && this.#classOf(expression) === 'same';
      case 'length':
        return !this.#changed.has(groupOf(expression.array));
      case 'place':
        if ([expression.table.rows, expression.table.columns].some((one) => this.#classOfLocal(one) !== 'same'))
          return false;
        break;
      case 'local':
        return this.#classOfLocal(expression.local) === 'same';
      case 'sequence':
        return expression.first.every((one) => this.#isSameStep(one)) && this.#isSame(expression.last);
      default:
    }
    return partsOf(expression).every((part) => this.#isSame(part));
  }

  /** What is computed once for all lanes, or the row that they all work on; the original takes over where something does not hold. */
  #isSameStep(statement: Statement): boolean {
    switch (statement.kind) {
      case 'row': {
        const { rows, columns } = statement.table;
        return [rows, columns].every((one) => this.#classOfLocal(one) === 'same') && this.#isSame(statement.index);
      }
      case 'evaluate': {
        const { expression } = statement;
        if (expression.kind !== 'assign' || !this.#isSame(expression.value)) return false;
        if (!this.#note(expression.local, 'same')) return false;
        this.#assigned.add(expression.local);
        return true;
      }
      case 'if':
        return (
          this.#isSame(statement.condition) &&
          [...statement.whenTrue, ...statement.whenFalse].every((one) => one.kind === 'giveUp')
        );
      default:
        return false;
    }
  }
}
