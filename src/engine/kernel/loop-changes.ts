// What the statements of a loop set, read and change.
import { type ArrayGroup, type Expression, groupOf, type Local, type Statement, type TableLocal } from './kernel-ir.ts';
import { visitStatements } from './walk-kernel.ts';

export type Loop = Extract<Statement, { kind: 'loop' }>;

export function setIn(statements: readonly Statement[]): Set<Local> {
  const set = new Set<Local>();
  visitStatements(statements, {
    expression: (one) => {
      if (one.kind === 'assign' || one.kind === 'postfix') set.add(one.local);
    },
    statement: (one) => {
      if (one.kind === 'forget') set.add(one.local);
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
