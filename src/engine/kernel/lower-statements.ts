// Statements in the kernel's form. What is not in the subset is an obstacle at its place in the source.
import ts from 'typescript';
import { bare } from '../source/ranges/expressions.ts';
import { arrayGroup, unite } from './array-groups.ts';
import {
  type ArrayGroup,
  type ArrayLocal,
  type Expression,
  groupOf,
  type Local,
  NotAKernel,
  type Statement,
  scalarKindOf,
} from './kernel-ir.ts';
import { assign, constant, increment, read } from './kernel-steps.ts';
import { kindOfFill, looksAllocated, lowerAllocation } from './lower-allocation.ts';
import { lowerCondition, lowerEffect, lowerExpression, storeTo } from './lower-expressions.ts';
import { growsAlone, lowerGrowingDeclaration, lowerRowAssignment, unlessSet } from './lower-growing.ts';
import type { FunctionLowering } from './lower-kernel.ts';
import { arrayOf, lengthOf, numberOf } from './lower-operands.ts';
import { lowerRecordDeclaration, recordNamed } from './lower-records.ts';
import { cellOf, lowerRow, lowerTableDeclaration, rowAccess, tableOf, whole } from './lower-tables.ts';

export function lowerStatements(scope: FunctionLowering, nodes: readonly ts.Statement[]): readonly Statement[] {
  return nodes.flatMap((node) => lowerStatement(scope, node, []));
}

function lowerStatement(scope: FunctionLowering, node: ts.Statement, labels: readonly string[]): readonly Statement[] {
  if (ts.isVariableStatement(node)) return lowerDeclarations(scope, node.declarationList);
  if (ts.isExpressionStatement(node)) return lowerExpressionStatement(scope, node.expression);
  if (ts.isIfStatement(node)) {
    return [
      {
        kind: 'if',
        condition: lowerCondition(scope, node.expression),
        whenTrue: lowerStatement(scope, node.thenStatement, []),
        whenFalse: node.elseStatement === undefined ? [] : lowerStatement(scope, node.elseStatement, []),
      },
    ];
  }
  if (ts.isBlock(node)) {
    const body = lowerStatements(scope, node.statements);
    return labels.length === 0 ? body : [{ kind: 'block', body, labels }];
  }
  if (ts.isForStatement(node)) return lowerFor(scope, node, labels);
  if (ts.isForOfStatement(node)) return lowerForOf(scope, node, labels);
  if (ts.isWhileStatement(node) || ts.isDoStatement(node)) {
    const test = lowerCondition(scope, node.expression);
    return [loop(scope, { test, testsFirst: ts.isWhileStatement(node), update: [] }, node.statement, labels)];
  }
  if (ts.isLabeledStatement(node)) {
    const label = node.label.text;
    const inner = lowerStatement(scope, node.statement, [...labels, label]);
    const isTarget = inner.some((one) => 'labels' in one && one.labels.includes(label));
    return isTarget ? inner : [{ kind: 'block', body: inner, labels: [label] }];
  }
  if (ts.isBreakOrContinueStatement(node)) return [lowerJump(scope, node)];
  if (ts.isReturnStatement(node)) return lowerReturn(scope, node);
  if (ts.isSwitchStatement(node)) return lowerSwitch(scope, node, labels);
  if (ts.isThrowStatement(node)) return [{ kind: 'giveUp' }];
  if (node.kind === ts.SyntaxKind.EmptyStatement || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node))
    return [];
  throw new NotAKernel('statement', node, firstWord(node));
}

function firstWord(node: ts.Node): string {
  return /^[\w$]+/.exec(node.getText())?.[0] ?? 'this statement';
}

function lowerDeclarations(scope: FunctionLowering, list: ts.VariableDeclarationList): readonly Statement[] {
  const flags = list.flags & (ts.NodeFlags.Using | ts.NodeFlags.AwaitUsing);
  if (flags === ts.NodeFlags.Using || flags === ts.NodeFlags.AwaitUsing)
    throw new NotAKernel('statement', list, 'using');
  return list.declarations.flatMap((declaration): readonly Statement[] => {
    const { name, initializer } = declaration;
    const record = lowerRecordDeclaration(scope, declaration);
    if (record !== undefined) {
      if (mayBePassedBy(list)) throw new NotAKernel('unset', declaration, name.getText());
      return record;
    }
    if (ts.isArrayBindingPattern(name)) return lowerPairs(scope, name, initializer);
    if (!ts.isIdentifier(name)) throw new NotAKernel('statement', declaration, 'a destructuring declaration');
    const made = lowerTableDeclaration(scope, declaration) ?? lowerGrowingDeclaration(scope, declaration);
    if (made !== undefined) {
      if (mayBePassedBy(list)) throw new NotAKernel('unset', declaration, name.text);
      return made;
    }
    const untyped = lowerUntyped(scope, declaration);
    if (untyped !== undefined && !('kind' in untyped)) return untyped;
    const variable = untyped ?? declaredVariable(scope, declaration, name);
    if (variable.kind === 'array' && mayBePassedBy(list)) throw new NotAKernel('unset', declaration, name.text);
    if (initializer === undefined) {
      if (variable.kind === 'array') throw new NotAKernel('unset', declaration, name.text);
      const isBlockScoped = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.BlockScoped) !== 0;
      return isBlockScoped ? [{ kind: 'forget', local: variable }] : [];
    }
    if (variable.kind === 'array') return assignArray(scope, variable, initializer);
    return [{ kind: 'evaluate', expression: storeTo(variable, lowerExpression(scope, initializer), initializer) }];
  });
}

/** `let [x, y] = [a, b]` of numbers and booleans: no value can name the variables that only come to be here. */
function lowerPairs(
  scope: FunctionLowering,
  pattern: ts.ArrayBindingPattern,
  initializer: ts.Expression | undefined,
): readonly Statement[] {
  const made = initializer && bare(initializer);
  const values = made !== undefined && ts.isArrayLiteralExpression(made) ? made.elements : undefined;
  const isVar =
    ts.isVariableDeclaration(pattern.parent) &&
    (ts.getCombinedNodeFlags(pattern.parent) & ts.NodeFlags.BlockScoped) === 0;
  if (values === undefined || values.length !== pattern.elements.length || values.some(ts.isSpreadElement) || isVar)
    throw new NotAKernel('statement', pattern, 'a destructuring declaration');
  const pairs = pattern.elements.map((element, index) => {
    const value = values[index];
    const isPlain =
      ts.isBindingElement(element) &&
      ts.isIdentifier(element.name) &&
      element.initializer === undefined &&
      element.dotDotDotToken === undefined;
    if (!isPlain || value === undefined || ts.isOmittedExpression(value))
      throw new NotAKernel('statement', pattern, 'a destructuring declaration');
    return { name: element.name as ts.Identifier, value };
  });
  return pairs.map(({ name, value }): Statement => {
    const variable = scope.declare(name);
    if (variable.kind === 'array') throw new NotAKernel('statement', pattern, 'a destructuring declaration');
    return { kind: 'evaluate', expression: storeTo(variable, lowerExpression(scope, value), value) };
  });
}

/** An array that is made in every round of a loop takes the place of the one before; that, and one that grows, nobody else may hold. */
function declaredVariable(
  scope: FunctionLowering,
  { initializer }: ts.VariableDeclaration,
  name: ts.Identifier,
): Local | ArrayLocal {
  const row = initializer && rowAccess(scope, initializer);
  if (row !== undefined) return scope.declareAs(name, row.table.cells.group);
  const isNew = initializer !== undefined && looksAllocated(initializer, scope.checker);
  const isOwned = isNew && (scope.loopDepth > 0 || growsAlone(name, scope.checker));
  const group = isOwned ? arrayGroup(scope.checker.getTypeAtLocation(name), scope.checker) : undefined;
  return group === undefined ? scope.declare(name) : scope.declareOwned(name, group);
}

/** Of the type any, and yet known by what it is set to: `new Array(n).fill(0)`, which is any[], and what is read from it. */
function lowerUntyped(
  scope: FunctionLowering,
  { name, initializer }: ts.VariableDeclaration,
): ArrayLocal | readonly Statement[] | undefined {
  if (!ts.isIdentifier(name) || initializer === undefined) return undefined;
  const { checker } = scope;
  const type = checker.getTypeAtLocation(name);
  if ((type.flags & ts.TypeFlags.Any) !== 0) {
    const value = lowerExpression(scope, initializer);
    const variable = scope.declareAs(name, scalarKindOf(value));
    if (variable.kind === 'array') return undefined;
    return [{ kind: 'evaluate', expression: storeTo(variable, value, initializer) }];
  }
  const element = checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference)[0] : undefined;
  if (element === undefined || (element.flags & ts.TypeFlags.Any) === 0) return undefined;
  const elements = kindOfFill(initializer, checker);
  if (elements === undefined) return undefined;
  const group = { elements, typedName: undefined, isFromOutside: false, isWritten: false };
  if (scope.loopDepth > 0) return scope.declareOwned(name, group);
  const array = scope.declareAs(name, group);
  return array.kind === 'array' ? array : undefined;
}

/** A declaration that other code of its scope can be reached without: `var` in a block, anything in a clause of a switch. */
function mayBePassedBy(list: ts.VariableDeclarationList): boolean {
  const isVar = (list.flags & ts.NodeFlags.BlockScoped) === 0;
  const around = list.parent.parent;
  return ts.isCaseOrDefaultClause(around) || (isVar && !(ts.isBlock(around) && ts.isFunctionLike(around.parent)));
}

function assignArray(scope: FunctionLowering, array: ArrayLocal, value: ts.Expression): readonly Statement[] {
  const allocation = lowerAllocation(scope, array, value);
  if (allocation !== undefined) {
    if (scope.loopDepth > 0 && array.isOwned !== true) throw new NotAKernel('allocation-in-loop', value, array.name);
    return allocation;
  }
  if (array.isOwned === true) throw new NotAKernel('shared-array', value, array.name);
  const row = lowerRow(scope, value);
  if (row !== undefined) {
    unite(array.group, row.table.cells.group, value);
    return [row.into(array)];
  }
  const from = sharedArray(scope, value);
  unite(array.group, from.group, value);
  return [{ kind: 'share', array, from }];
}

/** An array of which another variable comes to hold the same. */
function sharedArray(scope: FunctionLowering, value: ts.Expression): ArrayLocal {
  const array = arrayOf(scope, value);
  if (array.isOwned === true) throw new NotAKernel('shared-array', value, array.name);
  return array;
}

function lowerExpressionStatement(scope: FunctionLowering, expression: ts.Expression): readonly Statement[] {
  const node = bare(expression);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    const target = bare(node.left);
    if (ts.isArrayLiteralExpression(target)) return lowerExchange(scope, target, node.right);
    if (ts.isIdentifier(target)) {
      const variable = scope.variableOf(target);
      if (variable?.kind === 'array') {
        if (variable.isOwned === true) throw new NotAKernel('shared-array', node, variable.name);
        return assignArray(scope, variable, node.right);
      }
    }
    const row = lowerRowAssignment(scope, target, node.right);
    if (row !== undefined) return row;
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.CommaToken) {
    return [...lowerExpressionStatement(scope, node.left), ...lowerExpressionStatement(scope, node.right)];
  }
  return lowerEffect(scope, node);
}

/** `[a, b] = [b, a]`: all values first, then the stores from left to right. */
function lowerExchange(
  scope: FunctionLowering,
  target: ts.ArrayLiteralExpression,
  value: ts.Expression,
): readonly Statement[] {
  const values = bare(value);
  if (!ts.isArrayLiteralExpression(values) || values.elements.length !== target.elements.length)
    throw new NotAKernel('expression', target, 'a destructuring assignment');
  const before: Statement[] = [];
  const after = target.elements.flatMap((element, index): readonly Statement[] => {
    const given = values.elements[index];
    const place = bare(element);
    if (given === undefined || ts.isSpreadElement(given) || ts.isOmittedExpression(given))
      throw new NotAKernel('expression', target, 'a destructuring assignment');
    const variable = ts.isIdentifier(place) ? scope.variableOf(place) : undefined;
    if (variable?.kind === 'array') {
      const from = sharedArray(scope, given);
      if (variable.isOwned === true) throw new NotAKernel('shared-array', element, variable.name);
      unite(variable.group, from.group, given);
      const copy = scope.arrayTemporary(variable.group);
      before.push({ kind: 'share', array: copy, from });
      return [{ kind: 'share', array: variable, from: copy }];
    }
    const lowered = lowerExpression(scope, given);
    const copy = scope.temporary(scalarKindOf(lowered));
    before.push({ kind: 'evaluate', expression: { kind: 'assign', local: copy, value: lowered } });
    const read: Expression = { kind: 'local', local: copy };
    if (variable !== undefined) return [{ kind: 'evaluate', expression: storeTo(variable, read, element) }];
    if (!ts.isElementAccessExpression(place)) throw new NotAKernel('expression', element, element.getText());
    const cell = cellOf(scope, place);
    const array = cell?.array ?? arrayOf(scope, place.expression);
    const group = groupOf(array);
    if (copy.kind !== group.elements || group.isText === true) throw new NotAKernel('type', element, element.getText());
    group.isWritten = true;
    return [{ kind: 'write', array, index: cell?.index ?? numberOf(scope, place.argumentExpression), value: read }];
  });
  return [...before, ...after];
}

function loop(
  scope: FunctionLowering,
  head: { readonly test: Expression | undefined; readonly testsFirst: boolean; readonly update: readonly Statement[] },
  body: ts.Statement,
  labels: readonly string[],
  first: readonly Statement[] = [],
): Statement {
  const label = scope.freshLabel();
  scope.breakTargets.push({ label, isLoop: true });
  scope.loopDepth += 1;
  const statements = [...first, ...lowerStatement(scope, body, [])];
  scope.loopDepth -= 1;
  scope.breakTargets.pop();
  return { kind: 'loop', ...head, body: statements, labels: [label, ...labels] };
}

function lowerFor(scope: FunctionLowering, node: ts.ForStatement, labels: readonly string[]): readonly Statement[] {
  const { initializer } = node;
  const before =
    initializer === undefined
      ? []
      : ts.isVariableDeclarationList(initializer)
        ? lowerDeclarations(scope, initializer)
        : lowerExpressionStatement(scope, initializer);
  const test = node.condition && lowerCondition(scope, node.condition);
  const update = node.incrementor === undefined ? [] : lowerExpressionStatement(scope, node.incrementor);
  return [...before, loop(scope, { test, testsFirst: true, update }, node.statement, labels)];
}

/** Iterating an array goes by its index; its length is asked for in every round, for an array may grow meanwhile. */
function lowerForOf(scope: FunctionLowering, node: ts.ForOfStatement, labels: readonly string[]): readonly Statement[] {
  const { initializer } = node;
  const name = ts.isVariableDeclarationList(initializer) ? initializer.declarations[0]?.name : undefined;
  if (node.awaitModifier !== undefined || name === undefined)
    throw new NotAKernel('statement', node, 'this form of for-of');
  const index = scope.temporary('number');
  const { before, length, elements } =
    iteratedRecords(scope, node.expression, name, index) ??
    iteratedRows(scope, node.expression, name, index) ??
    iteratedArray(scope, node.expression, name, index);
  return [
    ...before,
    assign(index, constant(0)),
    loop(
      scope,
      {
        test: { kind: 'compare', operator: '<', left: read(index), right: length },
        testsFirst: true,
        update: [increment(index)],
      },
      node.statement,
      labels,
      elements,
    ),
  ];
}

interface Iterated {
  readonly before: readonly Statement[];
  readonly length: Expression;
  readonly elements: readonly Statement[];
}

function iteratedRecords(
  scope: FunctionLowering,
  expression: ts.Expression,
  name: ts.BindingName,
  index: Local,
): Iterated | undefined {
  const node = bare(expression);
  const records = ts.isIdentifier(node) ? scope.recordsOf(node) : undefined;
  if (records === undefined) return undefined;
  return { before: [], length: read(records.count), elements: recordNamed(scope, name, { records, index }) };
}

function iteratedRows(
  scope: FunctionLowering,
  expression: ts.Expression,
  name: ts.BindingName,
  index: Local,
): Iterated | undefined {
  const table = tableOf(scope, expression);
  if (table === undefined) return undefined;
  if (table.isGrowing === true) throw new NotAKernel('expression', expression, expression.getText());
  if (!ts.isIdentifier(name)) throw new NotAKernel('statement', name, 'this form of for-of');
  const array = scope.declareAs(name, table.cells.group);
  if (array.kind !== 'array') throw new NotAKernel('type', name, name.text);
  return { before: [], length: read(table.rows), elements: [{ kind: 'row', array, table, index: read(index) }] };
}

function iteratedArray(
  scope: FunctionLowering,
  expression: ts.Expression,
  name: ts.BindingName,
  index: Local,
): Iterated {
  if (!ts.isIdentifier(name)) throw new NotAKernel('statement', name, 'this form of for-of');
  const row = lowerRow(scope, expression);
  const source = row === undefined ? arrayOf(scope, expression) : scope.arrayTemporary(row.table.cells.group);
  if (source.group.isText === true)
    throw new NotAKernel('statement', expression, 'iterating a string, which goes by code points,');
  // The variable may come to hold another array meanwhile, unless it owns its array.
  const isKept = row !== undefined || source.isOwned === true;
  const array = isKept ? source : scope.arrayTemporary(source.group);
  const before: readonly Statement[] =
    row === undefined ? (isKept ? [] : [{ kind: 'share', array, from: source }]) : [row.into(source)];
  const variable = scope.declare(name);
  if (variable.kind === 'array') throw new NotAKernel('type', name, name.text);
  const element: Statement = {
    kind: 'evaluate',
    expression: storeTo(variable, { kind: 'read', array, index: read(index) }, name),
  };
  return { before, length: lengthOf(array), elements: [element] };
}

function lowerJump(scope: FunctionLowering, node: ts.BreakOrContinueStatement): Statement {
  const kind = ts.isBreakStatement(node) ? 'break' : 'continue';
  if (node.label !== undefined) return { kind, label: node.label.text };
  const target = scope.breakTargets.findLast(({ isLoop }) => isLoop || kind === 'break');
  if (target === undefined) throw new NotAKernel('statement', node, kind);
  return { kind, label: target.label };
}

function lowerReturn(scope: FunctionLowering, node: ts.ReturnStatement): readonly Statement[] {
  const result = scope.owner?.result;
  if (node.expression === undefined) {
    if (result !== 'nothing') throw new NotAKernel('mixed-result', node);
    return [{ kind: 'return', value: undefined }];
  }
  if (result === 'nothing') throw new NotAKernel('mixed-result', node);
  if (typeof result === 'object' && 'cells' in result) return lowerTableReturn(scope, result.cells, node.expression);
  if (typeof result === 'object') {
    const direct = bare(node.expression);
    if (!ts.isIdentifier(direct)) {
      const array = scope.arrayTemporary(result.array);
      return [...assignArray(scope, array, node.expression), { kind: 'return', value: array }];
    }
    const array = arrayOf(scope, direct);
    unite(result.array, array.group, node.expression);
    return [...unlessSet(array), { kind: 'return', value: array }];
  }
  const value = lowerExpression(scope, node.expression);
  if (scalarKindOf(value) !== result) throw new NotAKernel('mixed-result', node);
  return [{ kind: 'return', value }];
}

function lowerTableReturn(scope: FunctionLowering, cells: ArrayGroup, value: ts.Expression): readonly Statement[] {
  const table = tableOf(scope, value);
  if (table === undefined) throw new NotAKernel('expression', value, value.getText());
  unite(cells, table.cells.group, value);
  return [...whole(table, 'all rows'), { kind: 'return', value: table }];
}

/** As a chain of ifs, when no clause with statements runs on into the next one. */
function lowerSwitch(
  scope: FunctionLowering,
  node: ts.SwitchStatement,
  labels: readonly string[],
): readonly Statement[] {
  const label = scope.freshLabel();
  const subject = scope.temporary('number');
  const start: Statement = {
    kind: 'evaluate',
    expression: { kind: 'assign', local: subject, value: numberOf(scope, node.expression) },
  };
  scope.breakTargets.push({ label, isLoop: false });
  const { clauses } = node.caseBlock;
  const groups: {
    readonly tests: ts.Expression[];
    readonly body: readonly ts.Statement[];
    readonly isDefault: boolean;
  }[] = [];
  let tests: ts.Expression[] = [];
  clauses.forEach((clause, index) => {
    const isLast = index === clauses.length - 1;
    if (ts.isDefaultClause(clause)) {
      if (!isLast) throw new NotAKernel('statement', clause, 'a default clause before others');
      groups.push({ tests, body: clause.statements, isDefault: true });
      return;
    }
    tests.push(clause.expression);
    if (clause.statements.length === 0 && !isLast) return;
    if (!isLast && !leaves(clause.statements.at(-1)))
      throw new NotAKernel('statement', clause, 'a case that runs on into the next one');
    groups.push({ tests, body: clause.statements, isDefault: false });
    tests = [];
  });
  const chain = groups.reduceRight<readonly Statement[]>((otherwise, group) => {
    const body = lowerStatements(scope, group.body);
    if (group.isDefault) return body;
    const conditions = group.tests.map(
      (test): Expression => ({
        kind: 'compare',
        operator: '===',
        left: { kind: 'local', local: subject },
        right: numberOf(scope, test),
      }),
    );
    const condition = conditions.reduce((left, right) => ({ kind: 'either', left, right }));
    return [{ kind: 'if', condition, whenTrue: body, whenFalse: otherwise }];
  }, []);
  scope.breakTargets.pop();
  return [start, { kind: 'block', body: chain, labels: [label, ...labels] }];
}

function leaves(statement: ts.Statement | undefined): boolean {
  if (statement === undefined) return false;
  if (ts.isBlock(statement)) return leaves(statement.statements.at(-1));
  return ts.isBreakOrContinueStatement(statement) || ts.isReturnStatement(statement) || ts.isThrowStatement(statement);
}
