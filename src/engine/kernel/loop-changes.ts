// What the statements of a loop set, read and change.
import {
  type ArrayGroup,
  type ArrayLocal,
  type Expression,
  groupOf,
  type Local,
  type Statement,
  type TableLocal,
} from './kernel-ir.ts';
import { isScalar, partsOf, visitStatements } from './walk-kernel.ts';

export type Loop = Extract<Statement, { kind: 'loop' }>;

export function setIn(statements: readonly Statement[]): Set<Local> {
  const set = new Set<Local>();
  visitStatements(statements, {
    expression: (one) => {
      if (one.kind === 'assign' || one.kind === 'postfix') set.add(one.local);
    },
    statement: (one) => {
      if (one.kind === 'forget') set.add(one.local);
      if (one.kind === 'write' && one.keptIn !== undefined) set.add(one.keptIn);
    },
  });
  return set;
}

/** Variables whose values are looked at, the counts of tables included. */
export function readIn(statements: readonly Statement[]): Set<Local> {
  const read = new Set<Local>();
  const addCounts = ({ rows, columns }: TableLocal): void => {
    read.add(rows);
    read.add(columns);
  };
  visitStatements(statements, {
    expression: (one) => {
      if (one.kind === 'local' || one.kind === 'postfix') read.add(one.local);
      if (one.kind === 'place') addCounts(one.table);
      if (one.kind !== 'call') return;
      for (const operand of one.operands) if (operand.kind === 'table') addCounts(operand);
    },
    statement: (one) => {
      if (one.kind === 'row') addCounts(one.table);
      if (one.kind === 'return' && one.value?.kind === 'table') addCounts(one.value);
    },
  });
  return read;
}

/** Arrays whose length or place may become others; with 'elements', those that are only written to as well. */
export function changedIn(statements: readonly Statement[], what: 'lengths' | 'elements'): Set<ArrayGroup> {
  const changed = new Set<ArrayGroup>();
  visitStatements(statements, {
    statement: (one) => {
      if (!('array' in one)) return;
      const staysAsLong = one.kind === 'fill' || (one.kind === 'write' && one.mayAppend !== true);
      if (what === 'elements' || !staysAsLong) changed.add(groupOf(one.array));
    },
  });
  return changed;
}

/** Values of variables that are set in one place. */
export function onlyValues(statements: readonly Statement[]): ReadonlyMap<Local, Expression> {
  const values = new Map<Local, Expression>();
  const several = new Set<Local>();
  visitStatements(statements, {
    expression: (one) => {
      if (one.kind !== 'assign') return;
      if (values.has(one.local)) several.add(one.local);
      values.set(one.local, one.value);
    },
  });
  return new Map([...values].filter(([local]) => !several.has(local)));
}

/** All statements but the loop. */
export function withoutLoop(statements: readonly Statement[], loop: Loop): readonly Statement[] {
  return statements.flatMap((statement): readonly Statement[] => {
    if (statement === loop) return [];
    switch (statement.kind) {
      case 'if': {
        const { whenTrue, whenFalse } = statement;
        return [{ ...statement, whenTrue: withoutLoop(whenTrue, loop), whenFalse: withoutLoop(whenFalse, loop) }];
      }
      case 'loop':
      case 'block':
        return [{ ...statement, body: withoutLoop(statement.body, loop) }];
      default:
        return [statement];
    }
  });
}

/** What statements change, and what they leave as it is. */
export class Changes {
  readonly #set: ReadonlySet<Local>;
  /** Variables that come to hold another array. */
  readonly #moved = new Set<ArrayLocal>();
  readonly #written = new Set<ArrayGroup>();
  readonly #resized = new Set<ArrayGroup>();
  /** A function that is called may write to any array that it is given. */
  #handsOutArrays = false;

  constructor(statements: readonly Statement[]) {
    this.#set = setIn(statements);
    visitStatements(statements, {
      statement: (one) => {
        if (!('array' in one)) return;
        if (one.kind === 'row' || one.kind === 'share') {
          this.#moved.add(one.array);
          return;
        }
        this.#written.add(groupOf(one.array));
        const staysAsLong = one.kind === 'fill' || (one.kind === 'write' && one.mayAppend !== true);
        if (!staysAsLong) this.#resized.add(groupOf(one.array));
      },
      expression: (one) => {
        this.#handsOutArrays ||= one.kind === 'call' && !one.operands.every(isScalar);
      },
    });
  }

  /** Whether the expression comes out the same afterwards; it has no effects then. */
  leave(expression: Expression): boolean {
    switch (expression.kind) {
      case 'constant':
        return true;
      case 'local':
        return !this.#set.has(expression.local);
      case 'length':
        return !this.#changesPlaceOf(expression.array);
      case 'read':
        if (this.#handsOutArrays || this.#written.has(groupOf(expression.array))) return false;
        return !this.#changesPlaceOf(expression.array) && this.leave(expression.index);
      case 'place':
        return this.leaveTable(expression.table) && partsOf(expression).every((part) => this.leave(part));
      default:
        return movable.has(expression.kind) && partsOf(expression).every((part) => this.leave(part));
    }
  }

  leaveTable({ cells, rows, columns }: TableLocal): boolean {
    return !this.#changesPlaceOf(cells) && !this.#set.has(rows) && !this.#set.has(columns);
  }

  #changesPlaceOf(array: ArrayLocal): boolean {
    return this.#moved.has(array) || this.#resized.has(groupOf(array));
  }
}

/** What the rounds of a loop change. */
export function changesOf({ test, body, update }: Loop): Changes {
  return new Changes([
    ...(test === undefined ? [] : [{ kind: 'evaluate', expression: test } as const]),
    ...body,
    ...update,
  ]);
}

/** Without effects, and a value of their own. */
export const movable: ReadonlySet<Expression['kind']> = new Set(['read', 'arithmetic', 'negate', 'math', 'imported']);
