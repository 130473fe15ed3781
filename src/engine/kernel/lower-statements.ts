// Statements in the kernel's form. What is not in the subset is an obstacle at its place in the source.
import ts from 'typescript';
import { bare } from '../source/ranges/expressions.ts';
import { unite } from './array-groups.ts';
import { isFilter } from './array-holders.ts';
import type { FunctionLowering } from './function-lowering.ts';
import {
  type Expression,
  NotAKernel,
  type ResultKind,
  type Statement,
  scalarKindOf,
  type TableLocal,
} from './kernel-ir.ts';
import { assign, constant, increment, isEqual, read, unless } from './kernel-steps.ts';
import { assignArray, lowerExpressionStatement } from './lower-assignments.ts';
import { characterOf } from './lower-characters.ts';
import { lowerDeclarations } from './lower-declarations.ts';
import { lowerCondition, lowerExpression } from './lower-expressions.ts';
import { iterated } from './lower-iterated.ts';
import { lowerMappedRows } from './lower-mapped.ts';
import { arrayOf, numberOf, unlessSet } from './lower-operands.ts';
import { lowerPartsReturn } from './lower-parts.ts';
import { tableOf, whole } from './lower-tables.ts';

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
  // A helper, from the beginning of the function on; its calls find it.
  if (ts.isFunctionDeclaration(node) && ts.isFunctionLike(node.parent.parent)) return [];
  throw new NotAKernel('statement', node, firstWord(node));
}

function firstWord(node: ts.Node): string {
  return /^[\w$]+/.exec(node.getText())?.[0] ?? 'this statement';
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
  const { before, length, elements } = iterated(scope, node.expression, name, index);
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

function lowerJump(scope: FunctionLowering, node: ts.BreakOrContinueStatement): Statement {
  const kind = ts.isBreakStatement(node) ? 'break' : 'continue';
  if (node.label !== undefined) return { kind, label: node.label.text };
  const target = scope.breakTargets.findLast(({ isLoop }) => isLoop || kind === 'break');
  if (target === undefined) throw new NotAKernel('statement', node, kind);
  return { kind, label: target.label };
}

function lowerReturn(scope: FunctionLowering, node: ts.ReturnStatement): readonly Statement[] {
  const toCallback = scope.returns.at(-1);
  if (toCallback !== undefined) return toCallback(node);
  const result = scope.owner?.result;
  if (node.expression === undefined) {
    if (result !== 'nothing') throw new NotAKernel('mixed-result', node);
    return [{ kind: 'return', value: undefined }];
  }
  if (result === 'nothing') throw new NotAKernel('mixed-result', node);
  return lowerReturned(scope, node.expression);
}

export function lowerReturned(scope: FunctionLowering, expression: ts.Expression): readonly Statement[] {
  const result = scope.owner?.result;
  const node = bare(expression);
  if (typeof result === 'object' && ts.isConditionalExpression(node)) {
    const condition = lowerCondition(scope, node.condition);
    const whenTrue = lowerReturned(scope, node.whenTrue);
    return [{ kind: 'if', condition, whenTrue, whenFalse: lowerReturned(scope, node.whenFalse) }];
  }
  if (typeof result === 'object' && 'cells' in result) return lowerTableReturn(scope, result, node);
  if (typeof result === 'object' && result.parts !== undefined) return lowerPartsReturn(scope, result, node);
  if (typeof result === 'object') {
    if (!ts.isIdentifier(node)) {
      const array = isFilter(node) ? scope.ownedTemporary(result.array) : scope.arrayTemporary(result.array);
      const made = onceOnly(scope, () => assignArray(scope, array, node));
      return [...made, { kind: 'return', value: array }];
    }
    const array = arrayOf(scope, node);
    unite(result.array, array.group, node);
    return [...unlessSet(array), { kind: 'return', value: array }];
  }
  const value = lowerExpression(scope, node);
  if (scalarKindOf(value) !== result) throw new NotAKernel('mixed-result', node);
  return [{ kind: 'return', value }];
}

/** What returns is not in a loop: what it allocates, it allocates once. */
function onceOnly<Lowered>(scope: FunctionLowering, lower: () => Lowered): Lowered {
  const { loopDepth } = scope;
  scope.loopDepth = 0;
  const lowered = lower();
  scope.loopDepth = loopDepth;
  return lowered;
}

function lowerTableReturn(
  scope: FunctionLowering,
  { cells, fields, width }: Extract<ResultKind, { readonly cells: unknown }>,
  value: ts.Expression,
): readonly Statement[] {
  const made = lowerMappedRows(scope, value);
  const table = made?.table ?? tableOf(scope, value);
  if (table === undefined || table.fields !== fields) throw new NotAKernel('expression', value, value.getText());
  unite(cells, table.cells.group, value);
  return [
    ...(made?.statements ?? []),
    ...whole(table, 'all rows'),
    ...asWide(table, width),
    { kind: 'return', value: table },
  ];
}

/** Tuples are as long as their type says. */
function asWide({ rows, columns }: TableLocal, width: number | undefined): readonly Statement[] {
  if (width === undefined) return [];
  const isEmpty = isEqual(read(rows), constant(0));
  return [unless({ kind: 'either', left: isEmpty, right: isEqual(read(columns), constant(width)) })];
}

/** As a chain of ifs, when no clause with statements runs on into the next one. */
function lowerSwitch(
  scope: FunctionLowering,
  node: ts.SwitchStatement,
  labels: readonly string[],
): readonly Statement[] {
  const label = scope.freshLabel();
  const subject = scope.temporary('number');
  const character = characterOf(scope, node.expression);
  const tested = (test: ts.Expression): Expression => {
    if (character === undefined) return numberOf(scope, test);
    const other = characterOf(scope, test);
    if (other === undefined) throw new NotAKernel('expression', test, test.getText());
    return other;
  };
  const start = assign(subject, character ?? numberOf(scope, node.expression));
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
        right: tested(test),
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
