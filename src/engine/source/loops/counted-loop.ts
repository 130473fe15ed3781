// Loops of the form `for (let i = 0; i < limit; i++)` whose number of rounds is known before they start.
import ts from 'typescript';
import { bare, isSideEffectFree } from '../ranges/expressions.ts';
import type { FunctionVariables, Variable } from '../ranges/function-variables.ts';
import { longestArray } from '../ranges/library-facts.ts';
import { isInteger, isNumber } from '../ranges/number-fact.ts';
import type { ValueRanges } from '../ranges/value-ranges.ts';

export interface CountedLoop {
  readonly node: ts.ForStatement;
  readonly index: Variable;
  readonly limit: ts.Expression;
}

/** Counts from 0 up by 1; the body assigns neither the index nor what the limit is made of, resizing of arrays aside. */
export function readCountedLoop(node: ts.Node, variables: FunctionVariables): CountedLoop | undefined {
  if (!ts.isForStatement(node)) return undefined;
  const { initializer, condition, incrementor, statement } = node;
  if (initializer === undefined || !ts.isVariableDeclarationList(initializer)) return undefined;
  const [declaration, ...more] = initializer.declarations;
  if (declaration === undefined || more.length > 0 || !(initializer.flags & ts.NodeFlags.Let)) return undefined;
  const index = variables.of(declaration.name);
  const start = declaration.initializer && bare(declaration.initializer);
  if (index === undefined || start === undefined || !ts.isNumericLiteral(start) || start.text !== '0') return undefined;
  if (condition === undefined || !ts.isBinaryExpression(condition)) return undefined;
  if (condition.operatorToken.kind !== ts.SyntaxKind.LessThanToken || variables.of(condition.left) !== index)
    return undefined;
  if (incrementor === undefined || !stepsByOne(incrementor, index, variables)) return undefined;
  if (index.changesElsewhere || !variables.isFixedDuring(index, statement)) return undefined;
  const limit = condition.right;
  if (!isSideEffectFree(limit) || !areFixed(limit, node, variables)) return undefined;
  return { node, index, limit };
}

function stepsByOne(step: ts.Expression, index: Variable, variables: FunctionVariables): boolean {
  if (ts.isPostfixUnaryExpression(step) || ts.isPrefixUnaryExpression(step))
    return step.operator === ts.SyntaxKind.PlusPlusToken && variables.of(step.operand) === index;
  return (
    ts.isBinaryExpression(step) &&
    step.operatorToken.kind === ts.SyntaxKind.PlusEqualsToken &&
    variables.of(step.left) === index &&
    step.right.getText() === '1'
  );
}

/** Every variable of the expression keeps its value in the region. */
export function areFixed(expression: ts.Node, region: ts.Node, variables: FunctionVariables): boolean {
  const visit = (node: ts.Node): boolean => {
    if (ts.isIdentifier(node)) {
      const variable = variables.of(node);
      if (variable !== undefined && (variable.changesElsewhere || !variables.isFixedDuring(variable, region)))
        return false;
    }
    return !(ts.forEachChild(node, (child) => !visit(child)) ?? false);
  };
  return visit(expression);
}

/** How often the loop runs, as code, and whether that is certainly a length that arrays can have; undefined when it may be no number. */
export function roundsOf(
  { limit }: CountedLoop,
  ranges: ValueRanges,
): { readonly text: string; readonly isLength: boolean } | undefined {
  const fact = ranges.factOf(limit);
  const isLength = isInteger(fact) && fact.low >= 0 && fact.high <= longestArray + 1;
  if (isLength) return { text: limit.getText(), isLength };
  return isNumber(fact) ? { text: `Math.max(0, Math.ceil(${limit.getText()}) || 0)`, isLength } : undefined;
}

export function statementsOf(body: ts.Statement): readonly ts.Statement[] {
  return ts.isBlock(body) ? body.statements : [body];
}

/** A break or continue that belongs to the loop itself, or leaves it by a label. */
export function hasJump(body: ts.Statement): boolean {
  const visit = (node: ts.Node, isNested: boolean): boolean => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return false;
    if (ts.isBreakOrContinueStatement(node)) return !isNested || node.label !== undefined;
    // A continue in a switch is still the loop's; both count.
    const nested = isNested || ts.isIterationStatement(node, false);
    return ts.forEachChild(node, (child) => visit(child, nested)) ?? false;
  };
  return visit(body, false);
}
