// How a table (an array of rows) is made and used: which of its mentions are single cells `t[i][j]`, names for a row, or lengths.
// Everything else needs rows as values of their own and is a reason.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { enclosingFunction, wrapped } from '../../source/ranges/expressions.ts';
import type { FunctionVariables, Variable } from '../../source/ranges/function-variables.ts';
import { reasonAt } from '../../source/reason-at.ts';
import { allocationOf } from './allocations.ts';
import type { ArrayGroup } from './array-groups.ts';
import { type ElementUse, elementUse } from './element-uses.ts';
import { reasons } from './reasons.ts';
import { pushedOrigin, pushOf, type TableOrigin } from './table-origin.ts';

export interface CellUse extends ElementUse {
  readonly row: ts.Expression;
  /** The variable that names the row, where there is one. */
  readonly rowName?: Variable;
}

interface RowName {
  readonly variable: Variable;
  readonly declaration: ts.VariableDeclaration;
  readonly row: ts.Expression;
}

export interface TableUses {
  readonly variable: Variable;
  readonly declaration: ts.VariableDeclaration;
  readonly origin: TableOrigin;
  readonly cells: readonly CellUse[];
  readonly rowNames: readonly RowName[];
  readonly lengths: readonly {
    readonly node: ts.PropertyAccessExpression;
    readonly of: 'table' | 'row';
    readonly row?: ts.Expression;
  }[];
}

export function tableUsesOf(
  group: ArrayGroup,
  variables: FunctionVariables,
  checker: ts.TypeChecker,
): TableUses | Reason {
  const [variable, ...others] = group.variables;
  const declaration = variable?.declaration;
  if (variable === undefined || declaration === undefined || !ts.isVariableDeclaration(declaration)) {
    return reasonAt(variables.functionNode, reasons.noArrays(true));
  }
  const [other] = others;
  if (other !== undefined)
    return reasonAt(other.declaration ?? declaration, reasons.tableUse(variable.name, `is also called ${other.name}`));
  if (variable.definitions.length !== 1)
    return reasonAt(declaration, reasons.tableUse(variable.name, 'is given another value'));
  const allocation = declaration.initializer && allocationOf(declaration.initializer, checker);
  const pushes = variable.references.filter((reference) => pushOf(reference) !== undefined);
  let origin: TableOrigin | Reason;
  if (typeof allocation === 'object' && allocation.kind === 'table') {
    origin = {
      kind: 'made',
      rows: allocation.rows.expression,
      demandsLength: allocation.rows.demandsLength,
      row: allocation.row,
    };
  } else origin = pushedOrigin(variable, declaration, pushes, variables, checker);
  if ('code' in origin) return origin;
  const found: Found = { cells: [], rowNames: [], lengths: [] };
  for (const reference of variable.references) {
    if (reference.parent === declaration && declaration.name === reference) continue;
    if (origin.kind === 'pushed' && pushOf(reference) !== undefined) continue;
    const problem = addTableUse(reference, variable, variables, found);
    if (problem !== undefined) return problem;
  }
  return { variable, declaration, origin, ...found };
}

/** The uses of a table that is made elsewhere: the mentions given, all of them reads of cells, rows by name, and lengths. */
export function readsOfTable(
  variable: Variable,
  references: readonly ts.Identifier[],
  variables: FunctionVariables,
): Pick<TableUses, 'cells' | 'rowNames' | 'lengths'> | Reason {
  const found: Found = { cells: [], rowNames: [], lengths: [] };
  for (const reference of references) {
    const problem = addTableUse(reference, variable, variables, found);
    if (problem !== undefined) return problem;
  }
  const written = found.cells.find(({ store }) => store !== undefined);
  return written === undefined
    ? found
    : reasonAt(written.node, reasons.tableUse(variable.name, 'has a cell written that the caller sees'));
}

type Found = { -readonly [Key in 'cells' | 'rowNames' | 'lengths']: TableUses[Key][number][] };

function addTableUse(
  reference: ts.Identifier,
  table: Variable,
  variables: FunctionVariables,
  found: Found,
): Reason | undefined {
  if (enclosingFunction(reference) !== variables.functionNode) return reasonAt(reference, reasons.captured(table.name));
  const value = wrapped(reference);
  const { parent } = value;
  if (
    ts.isPropertyAccessExpression(parent) &&
    parent.expression === value &&
    parent.name.text === 'length' &&
    isRead(parent)
  ) {
    found.lengths.push({ node: parent, of: 'table' });
    return undefined;
  }
  if (
    ts.isPropertyAccessExpression(parent) &&
    ['push', 'pop', 'shift', 'unshift', 'splice', 'length'].includes(parent.name.text)
  ) {
    return reasonAt(
      parent,
      reasons.grows(table.name, parent.name.text === 'length' ? 'length =' : `${parent.name.text}()`),
    );
  }
  if (ts.isReturnStatement(parent)) return reasonAt(parent, reasons.returned(table.name));
  if (!ts.isElementAccessExpression(parent) || parent.expression !== value || parent.questionDotToken !== undefined) {
    return reasonAt(
      reference,
      ts.isCallExpression(parent)
        ? reasons.escapes(table.name, `is handed to ${parent.expression.getText()}`)
        : reasons.tableUse(table.name, 'is used as a whole'),
    );
  }
  return addRowUse(parent, table, variables, found);
}

function isRead(access: ts.PropertyAccessExpression): boolean {
  const { parent } = wrapped(access);
  const isTarget =
    ts.isBinaryExpression(parent) &&
    parent.left === wrapped(access) &&
    parent.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
    parent.operatorToken.kind <= ts.SyntaxKind.LastAssignment;
  return (
    !isTarget &&
    !ts.isPrefixUnaryExpression(parent) &&
    !ts.isPostfixUnaryExpression(parent) &&
    !ts.isDeleteExpression(parent)
  );
}

function addRowUse(
  rowAccess: ts.ElementAccessExpression,
  table: Variable,
  variables: FunctionVariables,
  found: Found,
): Reason | undefined {
  const row = rowAccess.argumentExpression;
  const value = wrapped(rowAccess);
  const { parent } = value;
  if (ts.isElementAccessExpression(parent) && parent.expression === value && parent.questionDotToken === undefined) {
    return addCell(parent, row, table, undefined, found);
  }
  if (
    ts.isPropertyAccessExpression(parent) &&
    parent.expression === value &&
    parent.name.text === 'length' &&
    isRead(parent)
  ) {
    found.lengths.push({ node: parent, of: 'row', row });
    return undefined;
  }
  if (ts.isVariableDeclaration(parent) && parent.initializer === value)
    return addRowName(parent, row, table, variables, found);
  return reasonAt(rowAccess, reasons.tableUse(table.name, whatRowDoes(value, parent)));
}

function whatRowDoes(value: ts.Node, parent: ts.Node): string {
  if (ts.isBinaryExpression(parent) && parent.left === value) return 'has a row replaced';
  if (ts.isArrayLiteralExpression(parent)) return 'has rows that change places';
  if (ts.isForOfStatement(parent)) return 'has a row that is iterated';
  if (ts.isCallExpression(parent) || ts.isPropertyAccessExpression(parent))
    return 'has a row that is used as an array of its own';
  return 'has a row that is used as a value';
}

function addCell(
  node: ts.ElementAccessExpression,
  row: ts.Expression,
  table: Variable,
  rowName: Variable | undefined,
  found: Found,
): Reason | undefined {
  const use = elementUse(node, table, node.argumentExpression);
  if ('code' in use) return use;
  found.cells.push({ ...use, row, ...(rowName === undefined ? {} : { rowName }) });
  return undefined;
}

/** `const row = t[i]`, used as `row[j]` only. */
function addRowName(
  declaration: ts.VariableDeclaration,
  row: ts.Expression,
  table: Variable,
  variables: FunctionVariables,
  found: Found,
): Reason | undefined {
  const variable = variables.of(declaration.name);
  const isConst = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  if (variable === undefined || !isConst)
    return reasonAt(declaration, reasons.tableUse(table.name, 'has a row that is used as a value'));
  for (const reference of variable.references) {
    if (reference === declaration.name) continue;
    const value = wrapped(reference);
    const { parent } = value;
    const isOwn = enclosingFunction(reference) === variables.functionNode;
    if (
      isOwn &&
      ts.isElementAccessExpression(parent) &&
      parent.expression === value &&
      parent.questionDotToken === undefined
    ) {
      const problem = addCell(parent, row, table, variable, found);
      if (problem !== undefined) return problem;
    } else if (isOwn && ts.isPropertyAccessExpression(parent) && parent.name.text === 'length' && isRead(parent))
      found.lengths.push({ node: parent, of: 'row', row });
    else return reasonAt(reference, reasons.tableUse(table.name, 'has a row that is used as a value'));
  }
  found.rowNames.push({ variable, declaration, row });
  return undefined;
}
