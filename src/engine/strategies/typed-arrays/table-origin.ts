// How a table comes into being: made as a whole, or one row pushed in every iteration of a counting loop.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { bare, isInside } from '../../source/ranges/expressions.ts';
import type { FunctionVariables, Variable } from '../../source/ranges/function-variables.ts';
import { reasonAt } from '../../source/reason-at.ts';
import { allocationOf, type FilledAllocation } from './allocations.ts';
import { reasons } from './reasons.ts';
import { isSteadyLimit } from './steady-limit.ts';

/** Where the rows come from. */
export type TableOrigin =
  | {
      readonly kind: 'made';
      readonly rows: ts.Expression;
      readonly demandsLength: boolean;
      readonly row: FilledAllocation;
    }
  /** One row pushed in every iteration of a counting loop right after the declaration. */
  | {
      readonly kind: 'pushed';
      readonly loop: ts.ForStatement;
      readonly counter: Variable;
      readonly limit: ts.Expression;
      readonly isInclusive: boolean;
      readonly push: ts.Statement;
      readonly row: FilledAllocation;
    };

/** The call `t.push(...)` of which the mention is the receiver. */
export function pushOf(reference: ts.Identifier): ts.CallExpression | undefined {
  const member = reference.parent;
  if (!ts.isPropertyAccessExpression(member) || member.name.text !== 'push' || member.questionDotToken !== undefined)
    return undefined;
  return ts.isCallExpression(member.parent) && member.parent.expression === member ? member.parent : undefined;
}

export function pushedOrigin(
  variable: Variable,
  declaration: ts.VariableDeclaration,
  pushes: readonly ts.Identifier[],
  variables: FunctionVariables,
  checker: ts.TypeChecker,
): TableOrigin | Reason {
  const [push, another] = pushes;
  const call = push && pushOf(push);
  const grows = (node: ts.Node): Reason => reasonAt(node, reasons.grows(variable.name, 'push()'));
  if (call === undefined) return reasonAt(declaration, reasons.unknownAllocation(variable.name));
  if (another !== undefined) return grows(another);
  const [argument, ...more] = call.arguments;
  const row = argument && more.length === 0 ? allocationOf(argument, checker) : undefined;
  if (row === 'unset') return reasonAt(call, reasons.unset(variable.name));
  if (typeof row !== 'object' || row.kind !== 'filled') return grows(call);
  const push_ = call.parent;
  const loop = ts.isBlock(push_.parent) ? push_.parent.parent : push_.parent;
  if (
    !ts.isExpressionStatement(push_) ||
    !ts.isForStatement(loop) ||
    loop.statement !== (ts.isBlock(push_.parent) ? push_.parent : push_)
  )
    return grows(call);
  const counting = countingLoop(loop, variables);
  const isNextTo = loop.parent === declaration.parent.parent.parent && loop.pos > declaration.pos;
  if (counting === undefined || !isNextTo || mayLeaveEarly(loop.statement)) return grows(call);
  if (!isSteadyLimit(counting.limit, variables, checker)) return grows(call);
  const early = variable.references.find(
    (reference) =>
      reference !== declaration.name &&
      (reference.pos < loop.pos || (isInside(reference, loop) && reference.pos < call.pos)),
  );
  if (early !== undefined) return reasonAt(early, reasons.tableUse(variable.name, 'is used before it is filled'));
  return { kind: 'pushed', loop, ...counting, push: push_, row };
}

interface Counting {
  readonly counter: Variable;
  readonly limit: ts.Expression;
  readonly isInclusive: boolean;
}

/** `for (let i = 0; i < limit; i++)`, also with `<=`. */
export function countingLoop(loop: ts.ForStatement, variables: FunctionVariables): Counting | undefined {
  const counting = countingFrom(loop, variables);
  return counting?.start === 0 ? counting : undefined;
}

/** The same from another whole number on. */
export function countingFrom(
  loop: ts.ForStatement,
  variables: FunctionVariables,
): (Counting & { readonly start: number }) | undefined {
  const { initializer, condition } = loop;
  if (initializer !== undefined && (initializer.flags & ts.NodeFlags.BlockScoped) === 0) return undefined;
  if (initializer === undefined || !ts.isVariableDeclarationList(initializer) || initializer.declarations.length !== 1)
    return undefined;
  const [declared] = initializer.declarations;
  const counter = declared && variables.of(declared.name);
  if (
    counter === undefined ||
    declared?.initializer === undefined ||
    !ts.isNumericLiteral(declared.initializer) ||
    counter.changesElsewhere ||
    counter.definitions.length !== 2
  )
    return undefined;
  const step = counter.definitions.find((definition) => definition.kind === 'step');
  if (step?.kind !== 'step' || step.delta !== 1 || step.node !== loop.incrementor) return undefined;
  if (condition === undefined || !ts.isBinaryExpression(condition) || variables.of(bare(condition.left)) !== counter)
    return undefined;
  const operator = condition.operatorToken.kind;
  if (operator !== ts.SyntaxKind.LessThanToken && operator !== ts.SyntaxKind.LessThanEqualsToken) return undefined;
  const isInclusive = operator === ts.SyntaxKind.LessThanEqualsToken;
  return { counter, limit: condition.right, isInclusive, start: Number(declared.initializer.text) };
}

/** A jump anywhere in the body; a jump of an inner loop counts too, which only errs to the safe side. */
export function mayLeaveEarly(node: ts.Node): boolean {
  if (ts.isBreakOrContinueStatement(node) || ts.isReturnStatement(node) || ts.isThrowStatement(node)) return true;
  if (ts.isAwaitExpression(node) || ts.isYieldExpression(node)) return true;
  return ts.forEachChild(node, mayLeaveEarly) ?? false;
}
