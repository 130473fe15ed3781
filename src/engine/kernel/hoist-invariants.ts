// What comes out the same in every round of a loop is computed once, before the first one: elements of arrays that the loop does not write to,
// the rows of tables, divisions, and products in an index. Sums and differences are left to the engine's compiler, which moves them by itself.
// Only what the first round comes to in any case is moved, for it may hand the call over to the original.
import { withBoundsChecked } from './check-bounds-before.ts';
import { KernelCopy } from './copy-kernel.ts';
import { ExpressionKeys } from './expression-keys.ts';
import {
  type ArrayLocal,
  type Expression,
  type KernelFunction,
  type Local,
  longestKernelArray,
  type Statement,
  scalarKindOf,
  type TableLocal,
} from './kernel-ir.ts';
import { assign, constant, read, unless } from './kernel-steps.ts';
import { Changes, changesOf, type Loop, movable, onlyValues, setIn } from './loop-changes.ts';
import { CertainVisit } from './visit-certain.ts';
import { partsOf, visitStatements } from './walk-kernel.ts';

type Place = Extract<Expression, { kind: 'place' }>;

export function hoistInvariants(kernel: KernelFunction): void {
  const hoisting = new Hoisting(kernel.body);
  const body = hoisting.statements(kernel.body);
  kernel.body = hoisting.withSharedLengths(body, setIn(kernel.body));
  kernel.locals = [...kernel.locals, ...hoisting.locals];
}

/** What is computed before, by the key of the expression. */
interface Found {
  readonly values: Map<string, { readonly local: Local; readonly value: Expression; readonly isFactor: boolean }>;
  readonly rows: Map<string, { readonly array: ArrayLocal; readonly place: Place }>;
}

class Hoisting {
  readonly locals: (Local | ArrayLocal)[] = [];
  readonly #keys = new ExpressionKeys();
  /** Of which table the arrays are rows that have been taken before loops which leave the table as it is. */
  readonly #rows = new Map<ArrayLocal, TableLocal>();
  /** Variables that only name a cell: what they stand for. */
  readonly #cells: ReadonlyMap<Local, Place>;
  /** Variables that are only read as an index. */
  readonly #indexNames: ReadonlySet<Local>;

  constructor(body: readonly Statement[]) {
    this.#indexNames = indexNames(body);
    this.#cells = cellNames(body, this.#indexNames);
  }

  statements(statements: readonly Statement[]): readonly Statement[] {
    return statements.map((statement) => {
      switch (statement.kind) {
        case 'if': {
          const { whenTrue, whenFalse } = statement;
          return { ...statement, whenTrue: this.statements(whenTrue), whenFalse: this.statements(whenFalse) };
        }
        case 'block':
          return { ...statement, body: this.statements(statement.body) };
        case 'loop':
          return this.#loop({ ...statement, body: this.statements(statement.body) });
        default:
          return statement;
      }
    });
  }

  #loop(loop: Loop): Loop {
    const moved = this.#moved(loop);
    const shared = { ...moved, body: this.#withSharedQuotients(moved.body) };
    return withBoundsChecked(shared, changesOf(shared), this.#keys, this.#rows);
  }

  #moved(loop: Loop): Loop {
    const changes = changesOf(loop);
    const found: Found = { values: new Map(), rows: new Map() };
    const takeRow = (expression: Expression): void => {
      const place = this.#placeIn(expression);
      if (place !== undefined) this.#takeRow(place, changes, found);
    };
    const visit = (expression: Expression, isIndex: boolean): boolean => {
      if (this.#takes(expression, isIndex, changes, found)) return true;
      takeRow(expression);
      return false;
    };
    const rowKey = (expression: Expression): string | undefined => {
      const place = this.#placeIn(expression);
      return place && this.#rowKey(place);
    };
    const inBoth = { key: rowKey, take: takeRow };
    new CertainVisit({ expression: visit, inBoth }, this.#indexNames).statements(loop.body);
    if (found.values.size === 0 && found.rows.size === 0) return loop;
    const copy = this.#copyWith(found);
    return {
      ...loop,
      prelude: [...(loop.prelude ?? []), ...this.#before(found)],
      body: copy.statements(loop.body),
      update: copy.statements(loop.update),
    };
  }

  /** The cell that is read, or named to be written to. */
  #placeIn(expression: Expression): Place | undefined {
    const isPlaced = expression.kind === 'assign' && this.#cells.has(expression.local);
    const place = expression.kind === 'read' ? expression.index : isPlaced ? expression.value : undefined;
    return place?.kind === 'place' ? place : undefined;
  }

  /** Whether the whole expression is computed before. */
  #takes(expression: Expression, isIndex: boolean, changes: Changes, { values }: Found): boolean {
    if (!movable.has(expression.kind) || scalarKindOf(expression) !== 'number') return false;
    const isFactor = isIndex && isProduct(expression);
    if ((!takesLong(expression) && !isFactor) || !changes.leave(expression)) return false;
    const key = this.#keys.of(expression);
    if (!values.has(key)) values.set(key, { local: this.#newLocal(), value: expression, isFactor });
    return true;
  }

  #takeRow(place: Place, changes: Changes, { rows }: Found): void {
    const { table, row } = place;
    // The memory of a table that grows may move.
    if (table.isGrowing === true || !changes.leave(row) || !changes.leaveTable(table)) return;
    const key = this.#rowKey(place);
    if (rows.has(key)) return;
    const array: ArrayLocal = { kind: 'array', name: `h${this.locals.length}`, group: table.cells.group };
    this.locals.push(array);
    this.#rows.set(array, table);
    rows.set(key, { array, place });
  }

  #before({ values, rows }: Found): readonly Statement[] {
    const copy = new KernelCopy(() => undefined);
    return [
      ...[...values.values()].flatMap(({ local, value, isFactor }) => {
        if (!isFactor) return [assign(local, copy.expression(value))];
        const wide = this.#newLocal();
        // In an index -0 is 0.
        const narrow: Expression = { kind: 'arithmetic', operator: '+', left: read(wide), right: constant(0) };
        return [assign(wide, copy.expression(value)), unless(isWithinArrays(wide)), assign(local, narrow)];
      }),
      ...[...rows.values()].map(
        ({ array, place: { table, row } }): Statement => ({ kind: 'row', array, table, index: copy.expression(row) }),
      ),
    ];
  }

  #copyWith({ values, rows }: Found): KernelCopy {
    const rowOf = (place: Expression | undefined): ArrayLocal | undefined =>
      place?.kind === 'place' ? rows.get(this.#rowKey(place))?.array : undefined;
    const named = (index: Expression): Expression | undefined =>
      index.kind === 'local' ? this.#cells.get(index.local) : index;
    const columnOf = (index: Expression): Expression => (index.kind === 'place' ? index.column : index);
    const copy: KernelCopy = new KernelCopy(
      (expression) => {
        const moved = movable.has(expression.kind) ? values.get(this.#keys.of(expression)) : undefined;
        if (moved !== undefined) return read(moved.local);
        if (expression.kind === 'read') {
          const array = rowOf(named(expression.index));
          if (array !== undefined) return { kind: 'read', array, index: copy.expression(columnOf(expression.index)) };
        }
        if (expression.kind === 'assign' && this.#cells.has(expression.local) && rowOf(expression.value) !== undefined)
          return { ...expression, value: copy.expression(columnOf(expression.value)) };
        return undefined;
      },
      (statement) => {
        if (statement.kind !== 'write') return undefined;
        const array = rowOf(named(statement.index));
        if (array === undefined) return undefined;
        const index = copy.expression(columnOf(statement.index));
        return [{ ...statement, array, index, value: copy.expression(statement.value) }];
      },
    );
    return copy;
  }

  /** Divisions that a round does several times, of what the round does not change. */
  #withSharedQuotients(body: readonly Statement[]): readonly Statement[] {
    const changes = new Changes(body);
    const counts = new Map<string, number>();
    visitStatements(body, {
      expression: (one) => {
        if (isQuotient(one)) counts.set(this.#keys.of(one), (counts.get(this.#keys.of(one)) ?? 0) + 1);
      },
    });
    const found: Found = { values: new Map(), rows: new Map() };
    const visit = (expression: Expression): boolean => {
      if (!isQuotient(expression) || readsElements(expression) || !changes.leave(expression)) return false;
      const key = this.#keys.of(expression);
      if ((counts.get(key) ?? 0) < 2) return false;
      if (!found.values.has(key))
        found.values.set(key, { local: this.#newLocal(), value: expression, isFactor: false });
      return true;
    };
    new CertainVisit({ expression: visit }, this.#indexNames).statements(body);
    if (found.values.size === 0) return body;
    return [...this.#before(found), ...this.#copyWith(found).statements(body)];
  }

  /** The length of an array, computed of what never changes and used again: once there is such an array, it is known to be no more. */
  withSharedLengths(body: readonly Statement[], set: ReadonlySet<Local>): readonly Statement[] {
    const lengths = new Map<string, Expression>();
    const counts = new Map<string, number>();
    visitStatements(body, {
      statement: (one) => {
        if (one.kind === 'allocate' && isProduct(one.length) && isOfConstants(one.length, set))
          lengths.set(this.#keys.of(one.length), one.length);
      },
      expression: (one) => {
        if (one.kind === 'arithmetic') counts.set(this.#keys.of(one), (counts.get(this.#keys.of(one)) ?? 0) + 1);
      },
    });
    const found: Found = { values: new Map(), rows: new Map() };
    for (const [key, value] of lengths) {
      if ((counts.get(key) ?? 0) > 1) found.values.set(key, { local: this.#newLocal(), value, isFactor: false });
    }
    if (found.values.size === 0) return body;
    return [...this.#before(found), ...this.#copyWith(found).statements(body)];
  }

  #newLocal(): Local {
    const local: Local = { kind: 'number', name: `h${this.locals.length}` };
    this.locals.push(local);
    return local;
  }

  #rowKey({ table, row }: Place): string {
    return `${this.#keys.ofObject(table)}[${this.#keys.of(row)}]`;
  }
}

function takesLong(expression: Expression): boolean {
  if (expression.kind === 'read' || isQuotient(expression)) return true;
  return partsOf(expression).some(takesLong);
}

function isQuotient(expression: Expression): boolean {
  if (expression.kind === 'imported') return true;
  if (expression.kind === 'math') return expression.operation === 'sqrt';
  return expression.kind === 'arithmetic' && (expression.operator === '%' || expression.operator === '/');
}

function readsElements(expression: Expression): boolean {
  return expression.kind === 'read' || expression.kind === 'place' || partsOf(expression).some(readsElements);
}

function isProduct(expression: Expression): boolean {
  if (expression.kind !== 'arithmetic') return false;
  if (expression.operator === '*') return true;
  return (expression.operator === '+' || expression.operator === '-') && partsOf(expression).some(isProduct);
}

function isOfConstants(expression: Expression, set: ReadonlySet<Local>): boolean {
  if (expression.kind === 'local') return !set.has(expression.local);
  if (expression.kind !== 'constant' && expression.kind !== 'arithmetic') return false;
  return partsOf(expression).every((part) => isOfConstants(part, set));
}

/** Part of an index that is larger than any array is no part of an index that there is. */
function isWithinArrays(local: Local): Expression {
  return {
    kind: 'both',
    left: { kind: 'compare', operator: '>=', left: read(local), right: constant(-longestKernelArray) },
    right: { kind: 'compare', operator: '<=', left: read(local), right: constant(longestKernelArray) },
  };
}

function indexNames(body: readonly Statement[]): ReadonlySet<Local> {
  const other = new Map<Local, number>();
  const count = (expression: Expression, by: number): void => {
    if (expression.kind === 'local') other.set(expression.local, (other.get(expression.local) ?? 0) + by);
  };
  visitStatements(body, {
    statement: (one) => {
      if (one.kind === 'write') count(one.index, -1);
    },
    expression: (one) => {
      count(one, 1);
      if (one.kind === 'read') count(one.index, -1);
    },
  });
  return new Set([...other].flatMap(([local, uses]) => (uses === 0 ? [local] : [])));
}

/** Those that are set to the place of a cell, in one statement, and read as an index of the table's cells. */
function cellNames(body: readonly Statement[], names: ReadonlySet<Local>): ReadonlyMap<Local, Place> {
  const cells = new Map<Local, Place>();
  for (const [local, value] of onlyValues(body))
    if (value.kind === 'place' && names.has(local)) cells.set(local, value);
  const check = (array: ArrayLocal, index: Expression): void => {
    if (index.kind === 'local' && cells.get(index.local)?.table.cells !== array) cells.delete(index.local);
  };
  visitStatements(body, {
    statement: (one) => {
      if (one.kind === 'write') check(one.array, one.index);
    },
    expression: (one) => {
      if (one.kind === 'read') check(one.array, one.index);
    },
  });
  return cells;
}
