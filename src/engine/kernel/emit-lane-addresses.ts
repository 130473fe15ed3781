// Where the elements are that the lanes of a vector loop work on: the address of the first lane's, once it is sure that those of the others are
// there as well, and whether one lane writes what another one reads.
import { emitAddress, emitCheckedIndex, emitCount, emitLongIndex } from './emit-elements.ts';
import type { FunctionEmission } from './function-emission.ts';
import type { ArrayLocal, Expression, Local, Statement } from './kernel-ir.ts';
import type { VectorLoop } from './lane-classes.ts';
import { isIntegerCode, storageOf } from './representation.ts';
import { visitStatements } from './walk-kernel.ts';

type Place = Extract<Expression, { kind: 'place' }>;

export class LaneAddresses {
  readonly #to: FunctionEmission;
  readonly #loop: VectorLoop;
  readonly #lanes: number;
  /** By the array, or by the columns of the table: below it, the elements of all lanes are there. */
  readonly #limits = new Map<ArrayLocal | Local, number>();

  constructor(to: FunctionEmission, loop: VectorLoop, lanes: number) {
    this.#to = to;
    this.#loop = loop;
    this.#lanes = lanes;
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
    const rows = rowsIn(this.#loop.together);
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

  /** Where the first lane's element is. Where that of another lane is not there, the original has to take over. */
  of(array: ArrayLocal, named: Expression): number {
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

  #place({ row, column, table }: Place, array: ArrayLocal, element: number): void {
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
