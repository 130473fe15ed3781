// Where the elements are that the lanes of a vector loop work on: the address of the first lane's, once it is sure that those of the others are
// there as well, and whether one lane writes what another one reads.
import { emitAddress, emitCheckedIndex, emitCount, emitLongIndex, isKnownInside } from './emit-elements.ts';
import { ExpressionKeys } from './expression-keys.ts';
import type { FunctionEmission } from './function-emission.ts';
import type { ArrayLocal, Expression, Local, Statement } from './kernel-ir.ts';
import type { VectorLoop } from './lane-classes.ts';
import { isInt32, isIntegerCode, storageOf } from './representation.ts';
import { partsOf, visitStatements } from './walk-kernel.ts';

type Place = Extract<Expression, { kind: 'place' }>;

export class LaneAddresses {
  readonly #to: FunctionEmission;
  readonly #loop: VectorLoop;
  readonly #lanes: number;
  /** By the array, or by the columns of the table: below it, the elements of all lanes are there. */
  readonly #limits = new Map<ArrayLocal | Local, number>();

  readonly #rows: ReadonlySet<ArrayLocal>;
  readonly #keys = new ExpressionKeys();
  /** Addresses that have been found in this block of rounds. */
  readonly #known = new Map<string, number>();

  constructor(to: FunctionEmission, loop: VectorLoop, lanes: number) {
    this.#to = to;
    this.#loop = loop;
    this.#lanes = lanes;
    this.#rows = rowsIn(loop.together);
  }

  /** The array has become another row of its table. */
  noteRow(array: ArrayLocal): void {
    this.#note(array, () => this.#to.code.local('get', this.#to.arrayIndex(array).length));
  }

  /** Neither the arrays nor their lengths change in the loop. */
  findLimits(): void {
    const { code } = this.#to;
    const note = (key: ArrayLocal | Local, count: () => void): void => {
      if (!this.#limits.has(key)) this.#note(key, count);
    };
    const noteAccess = (array: ArrayLocal, named: Expression): void => {
      const index = this.#loop.indices.get(named) ?? named;
      if (index.kind === 'place') note(index.table.columns, () => emitCount(this.#to, index.table, 'columns'));
      if (index.kind !== 'place' || index.table.isGrowing === true)
        note(array, () => code.local('get', this.#to.arrayIndex(array).length));
    };
    const rows = this.#rows;
    visitStatements(this.#loop.together, {
      expression: (one) => {
        const isInLanes = one.kind === 'read' && this.#loop.lanes.get(one) === 'different';
        if (isInLanes && !rows.has(one.array)) noteAccess(one.array, one.index);
      },
      statement: (one) => {
        if (one.kind === 'write' && !rows.has(one.array)) noteAccess(one.array, one.index);
      },
    });
  }

  #note(key: ArrayLocal | Local, count: () => void): void {
    const { code } = this.#to;
    const limit = this.#limits.get(key) ?? this.#to.scratch('i32');
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
  }

  /** Leaves whether what one lane writes is what another one reads or writes. Addresses of the first lane tell. */
  conflicts(): void {
    const { code } = this.#to;
    const bytes = this.#lanes * 8;
    code.i32(0);
    for (const { written, other } of this.#loop.conflicts) {
      const apart = this.#to.scratch('i32');
      if (other.lanes === 'different') code.local('get', this.of(other.array, other.index));
      else emitAddress(this.#to, other);
      code.local('get', this.of(written.array, written.index));
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

  /** A block of rounds begins: other elements are meant from here on. */
  beginBlock(): void {
    this.#known.clear();
  }

  /**
   * Where the first lane's element is. Where that of another lane is not there, the original has to take over. `isInside`: all of them are known
   * to be there. `isKept`: the address is that of the whole block. */
  of(array: ArrayLocal, named: Expression, { isInside = false, isKept = false } = {}): number {
    const index = this.#loop.indices.get(named) ?? named;
    const key = isKept && this.#isSameInBlock(array, index) ? this.#keyOf(array, index) : undefined;
    const known = key === undefined ? undefined : this.#known.get(key);
    if (known !== undefined) return known;
    const address = this.#found(array, index, isInside);
    if (key !== undefined) this.#known.set(key, address);
    return address;
  }

  #keyOf(array: ArrayLocal, index: Expression): string {
    return `${this.#keys.ofObject(array)}[${this.#keys.of(index)}]`;
  }

  /** Nothing that the block sets is in it. */
  #isSameInBlock(array: ArrayLocal, index: Expression): boolean {
    const isSet = (one: Expression): boolean =>
      (one.kind === 'local' && this.#loop.classes.has(one.local)) || partsOf(one).some(isSet);
    return !this.#rows.has(array) && !isSet(index);
  }

  #found(array: ArrayLocal, index: Expression, isInside: boolean): number {
    const { code, module } = this.#to;
    const { shift } = storageOf(array, module.facts);
    const [element, address] = [this.#to.scratch('i32'), this.#to.scratch('i32')];
    if (index.kind === 'place') this.#place(index, array, element);
    else this.#index(index, array, element, isInside);
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
  #index(index: Expression, array: ArrayLocal, element: number, isInside: boolean): void {
    const { code, module } = this.#to;
    const limit = this.#limits.get(array) ?? 0;
    const fact = module.facts.of(index);
    if (isInside && isInt32(fact, 'zeros alike') && fact !== undefined && fact.low >= 0) {
      this.#to.integer(index, 'zeros alike');
      code.local('set', element);
      return;
    }
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

  #place(place: Place, array: ArrayLocal, element: number): void {
    const { code } = this.#to;
    const { row, column, table } = place;
    const [rowIndex, columnIndex] = [this.#to.scratch('i32'), this.#to.scratch('i32')];
    if (isKnownInside(this.#to, place, 'rows')) {
      this.#to.integer(row, 'zeros alike');
      code.local('set', rowIndex);
    } else this.#checked(row, rowIndex, () => emitCount(this.#to, table, 'rows'));
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
}

/** Arrays that become rows of tables on the way. */
function rowsIn(statements: readonly Statement[]): ReadonlySet<ArrayLocal> {
  const rows = new Set<ArrayLocal>();
  visitStatements(statements, {
    statement: (one) => {
      if (one.kind === 'row') rows.add(one.array);
    },
  });
  return rows;
}
