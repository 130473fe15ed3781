// What is gone through element by element: an array that a variable holds, a row of a table, its rows, records, or an array that is made for it.
import ts from 'typescript';
import { bare } from '../source/ranges/expressions.ts';
import { looksAllocated } from './allocation-forms.ts';
import { arrayGroup } from './array-groups.ts';
import type { FunctionLowering } from './function-lowering.ts';
import {
  type ArrayLocal,
  type Expression,
  groupOf,
  type Local,
  NotAKernel,
  type Statement,
  type TableLocal,
} from './kernel-ir.ts';
import { assign, constant, read } from './kernel-steps.ts';
import { arrayOf, lengthOf, unlessSet } from './lower-operands.ts';
import { recordNamed } from './lower-records.ts';
import { lowerRow, tableOf } from './lower-tables.ts';
import { visitStatements } from './walk-kernel.ts';

export interface Elements {
  /** Finds, or makes, what is gone through. */
  readonly before: readonly Statement[];
  readonly length: () => Expression;
  /** Where elements are numbers or truths in one array. */
  readonly array: ArrayLocal | undefined;
  /** The element of that index gets its name, or its parts theirs. */
  readonly named: (name: ts.BindingName, index: Local) => readonly Statement[];
}

export function elementsOf(scope: FunctionLowering, expression: ts.Expression): Elements {
  const node = bare(expression);
  const records = ts.isIdentifier(node) ? scope.recordsOf(node) : undefined;
  if (records !== undefined) {
    const named: Elements['named'] = (name, index) => recordNamed(scope, name, { records, index });
    return { before: [], length: () => read(records.count), array: undefined, named };
  }
  const table = tableOf(scope, node);
  if (table !== undefined) {
    // The memory of a table that grows may move.
    if (table.isGrowing === true) throw new NotAKernel('expression', node, node.getText());
    const named: Elements['named'] = (name, index) => rowNamed(scope, name, table, index);
    return { before: [], length: () => read(table.rows), array: undefined, named };
  }
  const { array, before } = heldOrMade(scope, node);
  if (groupOf(array).isText === true) throw new NotAKernel('expression', node, node.getText());
  const named: Elements['named'] = (name, index) => {
    if (!ts.isIdentifier(name)) throw new NotAKernel('type', name, name.getText());
    const variable = scope.declareAs(name, groupOf(array).elements);
    return variable.kind === 'array' ? [] : [assign(variable, { kind: 'read', array, index: read(index) })];
  };
  return { before, length: () => lengthOf(array), array, named };
}

/** An array of numbers or truths, where it is looked at and not kept. */
export function heldOrMade(
  scope: FunctionLowering,
  expression: ts.Expression,
): { readonly array: ArrayLocal; readonly before: readonly Statement[] } {
  const node = bare(expression);
  const row = lowerRow(scope, node);
  if (row !== undefined) {
    const array = scope.arrayTemporary(row.table.cells.group);
    return { array, before: [row.into(array)] };
  }
  if (looksAllocated(node, scope.checker)) {
    const group = arrayGroup(scope.checker.getTypeAtLocation(node), scope.checker);
    const array = group && scope.ownedTemporary(group);
    const made = array && scope.allocation(array, node);
    if (array === undefined || made === undefined) throw new NotAKernel('expression', node, node.getText());
    return { array, before: made };
  }
  const array = arrayOf(scope, node);
  return { array, before: unlessSet(array) };
}

/** The row of that index, or its parts. */
export function rowNamed(
  scope: FunctionLowering,
  name: ts.BindingName,
  table: TableLocal,
  index: Local,
): readonly Statement[] {
  const { group } = table.cells;
  const array = ts.isIdentifier(name) ? scope.declareAs(name, group) : scope.arrayTemporary(group);
  if (array.kind !== 'array') throw new NotAKernel('type', name, name.getText());
  const parts = ts.isIdentifier(name) ? [] : partsNamed(scope, name, array);
  return [{ kind: 'row', array, table, index: read(index) }, ...parts];
}

/** `[x, y]` of a row: where there is no such element, the original takes over. */
function partsNamed(scope: FunctionLowering, pattern: ts.BindingPattern, array: ArrayLocal): readonly Statement[] {
  if (ts.isObjectBindingPattern(pattern)) throw new NotAKernel('statement', pattern, 'a destructuring declaration');
  return pattern.elements.flatMap((element, index): readonly Statement[] => {
    if (ts.isOmittedExpression(element)) return [];
    if (!ts.isIdentifier(element.name) || element.initializer !== undefined || element.dotDotDotToken !== undefined)
      throw new NotAKernel('statement', pattern, 'a destructuring declaration');
    const variable = scope.declareAs(element.name, groupOf(array).elements);
    return variable.kind === 'array' ? [] : [assign(variable, { kind: 'read', array, index: constant(index) })];
  });
}

/** Whether the statements make the array longer or shorter. */
export function changesLength(statements: readonly Statement[], array: ArrayLocal): boolean {
  return holdings(statements).some((one) => one.array === array);
}

/**
 * Whether variables that are none of these come to hold other arrays. What stores an element has the array in hand before it computes the value, in
 * which the statements may be.
 */
export function setsOthers(statements: readonly Statement[], own: ReadonlySet<Local | ArrayLocal>): boolean {
  return holdings(statements).some(({ kind, array }) => setting.has(kind) && !own.has(array));
}

const setting: ReadonlySet<Statement['kind']> = new Set(['share', 'allocate', 'empty', 'row']);

/** Those that do more to an array than to set its elements. */
function holdings(statements: readonly Statement[]) {
  const found: { readonly kind: Statement['kind']; readonly array: ArrayLocal }[] = [];
  visitStatements(statements, {
    statement: (one) => {
      if (!('array' in one) || one.kind === 'fill' || (one.kind === 'write' && one.mayAppend !== true)) return;
      found.push(one);
    },
  });
  return found;
}
