// Code that can be run for an argument that nobody asked for: it computes numbers, throws nothing, certainly ends, and changes only variables of
// its own. More may, but is not understood here.
import ts from 'typescript';
import type { SymbolFacts } from '../../source/effects-symbols.ts';
import { areFixed } from '../../source/loops/counted-loop.ts';
import { bare, isAssignmentOperator, isInside, isStepOperator } from '../../source/ranges/expressions.ts';
import type { FunctionVariables, Variable } from '../../source/ranges/function-variables.ts';
import { globalFact } from '../../source/ranges/library-facts.ts';
import { isInteger, type NumberFact } from '../../source/ranges/number-fact.ts';
import type { ValueRanges } from '../../source/ranges/value-ranges.ts';
import { isArithmetic } from './arithmetic.ts';

export interface Code {
  readonly statements: readonly ts.Statement[];
  /** What is returned behind them. */
  readonly result: ts.Expression;
  readonly parameter: Variable;
  /** Of the function itself, which stand for numbers. */
  readonly calls: readonly ts.CallExpression[];
  readonly variables: FunctionVariables;
  readonly ranges: ValueRanges;
  readonly symbols: SymbolFacts;
}

/** A counter of that size still grows by one. */
const MOST_ROUNDS = 2 ** 32;

export function computesOnly(code: Code): boolean {
  return code.statements.every((statement) => isTotal(statement, code)) && isNumber(code.result, code);
}

function isTotal(node: ts.Statement, code: Code): boolean {
  if (ts.isBlock(node)) return node.statements.every((one) => isTotal(one, code));
  if (ts.isVariableStatement(node)) return areOwn(node.declarationList, code);
  if (ts.isExpressionStatement(node)) return isChange(node.expression, code);
  if (ts.isIfStatement(node)) {
    const { expression, thenStatement, elseStatement } = node;
    const isElseTotal = elseStatement === undefined || isTotal(elseStatement, code);
    return isNumber(expression, code) && isTotal(thenStatement, code) && isElseTotal;
  }
  return ts.isForStatement(node) && ends(node, code) && isTotal(node.statement, code);
}

/** Variables of the block, none of which hides the parameter. */
function areOwn(list: ts.VariableDeclarationList, code: Code): boolean {
  const isOfBlock =
    (list.flags & ts.NodeFlags.BlockScoped) !== 0 && (list.flags & ts.NodeFlags.Using) !== ts.NodeFlags.Using;
  return (
    isOfBlock &&
    list.declarations.every(
      ({ name, initializer }) =>
        ts.isIdentifier(name) &&
        name.text !== code.parameter.name &&
        initializer !== undefined &&
        isNumber(initializer, code),
    )
  );
}

function isChange(node: ts.Expression, code: Code): boolean {
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node))
    return isStepOperator(node.operator) && ownVariable(node.operand, code) !== undefined;
  return (
    ts.isBinaryExpression(node) &&
    isAssignmentOperator(node.operatorToken.kind) &&
    ownVariable(node.left, code) !== undefined &&
    isNumber(node.right, code)
  );
}

/** Arithmetic of the parameter, of its own variables and of constants of the language. */
function isNumber(expression: ts.Expression, code: Code): boolean {
  const { parameter, calls, symbols } = code;
  const isValue = (part: ts.Expression): boolean =>
    calls.some((call) => call === part) ||
    ownVariable(part, code) !== undefined ||
    globalFact(part, symbols.checker) !== undefined;
  return isArithmetic(expression, [parameter.name], symbols, isValue);
}

function ownVariable(node: ts.Node, { variables, parameter }: Code): Variable | undefined {
  const variable = ts.isIdentifier(node) ? variables.of(node) : undefined;
  const isOwn = variable !== undefined && variable !== parameter && !variable.isFree && !variable.changesElsewhere;
  return isOwn && variable.declaration !== undefined && !ts.isParameter(variable.declaration) ? variable : undefined;
}

/** `for (let i = 1; i <= n; i++)` or `i * i <= n`: a counter that only the loop raises reaches a limit that does not move. */
function ends(loop: ts.ForStatement, code: Code): boolean {
  const { initializer, condition, incrementor, statement } = loop;
  if (initializer === undefined || !ts.isVariableDeclarationList(initializer) || !areOwn(initializer, code))
    return false;
  const [declaration, ...more] = initializer.declarations;
  if (declaration?.initializer === undefined || more.length > 0 || condition === undefined) return false;
  const counter = ownVariable(declaration.name, code);
  if (counter === undefined || !code.variables.isFixedDuring(counter, statement)) return false;
  if (incrementor === undefined || !raises(incrementor, counter, code)) return false;
  const test = bare(condition);
  if (!ts.isBinaryExpression(test)) return false;
  const isBelow =
    test.operatorToken.kind === ts.SyntaxKind.LessThanToken ||
    test.operatorToken.kind === ts.SyntaxKind.LessThanEqualsToken;
  if (!isBelow || !isCounter(test.left, counter, code)) return false;
  const hasCalls = code.calls.some((call) => isInside(call, test.right));
  return (
    !hasCalls &&
    isNumber(test.right, code) &&
    areFixed(test.right, loop, code.variables) &&
    isWithin(code.ranges.factOf(declaration.initializer)) &&
    isWithin(code.ranges.factOf(test.right))
  );
}

function raises(incrementor: ts.Expression, counter: Variable, { variables }: Code): boolean {
  if (ts.isPrefixUnaryExpression(incrementor) || ts.isPostfixUnaryExpression(incrementor))
    return incrementor.operator === ts.SyntaxKind.PlusPlusToken && variables.of(incrementor.operand) === counter;
  return (
    ts.isBinaryExpression(incrementor) &&
    incrementor.operatorToken.kind === ts.SyntaxKind.PlusEqualsToken &&
    variables.of(incrementor.left) === counter &&
    ts.isNumericLiteral(incrementor.right) &&
    Number(incrementor.right.text) >= 1
  );
}

function isCounter(node: ts.Expression, counter: Variable, { variables }: Code): boolean {
  const inner = bare(node);
  if (ts.isIdentifier(inner)) return variables.of(inner) === counter;
  return (
    ts.isBinaryExpression(inner) &&
    inner.operatorToken.kind === ts.SyntaxKind.AsteriskToken &&
    [inner.left, inner.right].every((side) => variables.of(bare(side)) === counter)
  );
}

function isWithin(fact: NumberFact): boolean {
  return isInteger(fact) && fact.low >= -MOST_ROUNDS && fact.high <= MOST_ROUNDS;
}
