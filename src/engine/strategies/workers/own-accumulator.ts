// A loop whose iterations do nothing but append to one list, or count: every part can do so with a list or a count of its own, the loop as it stands, and the
// caller puts those of the parts together in order. Counts are whole numbers, so it does not matter in which order they are added up.
import ts from 'typescript';
import { isTarget } from '../../source/loops/places.ts';
import { bare, isInside } from '../../source/ranges/expressions.ts';
import type { Subject } from '../../source/subject.ts';
import { expressionStatementOf } from './loop-delivery.ts';

export interface OwnAccumulator {
  readonly kind: 'own';
  readonly of: 'list' | 'count';
  /** Everything that appends or counts; the loop mentions the variable nowhere else. */
  readonly statements: readonly ts.ExpressionStatement[];
  /** The mention of the variable in each of them: `out.push`, `count`. */
  readonly mentions: readonly ts.Expression[];
  /** What is appended. */
  readonly values: readonly ts.Expression[];
  readonly target: ts.Symbol;
}

interface Step {
  readonly statement: ts.ExpressionStatement;
  readonly variable: ts.Identifier;
  readonly mention: ts.Expression;
  readonly value: ts.Expression | undefined;
}

/** `written`: everything in the loop that changes something outside of the iteration. */
export function ownAccumulator(written: readonly ts.Expression[], subject: Subject): OwnAccumulator | undefined {
  const { checker } = subject;
  const steps = written.flatMap((node) => stepOf(node) ?? []);
  const [first] = steps;
  const target = first && checker.getSymbolAtLocation(first.variable);
  if (target === undefined || steps.length !== written.length) return undefined;
  const isSame = steps.every(({ variable }) => checker.getSymbolAtLocation(variable) === target);
  const values = steps.flatMap(({ value }) => value ?? []);
  const of = values.length === 0 ? 'count' : 'list';
  // One append alone is handed over as a value of its iteration, which asks less of it.
  const isFitting = of === 'count' ? isWhole(target, subject) : steps.length > 1 && values.length === steps.length;
  if (!isSame || !isFitting || !isListOrCount(target, subject)) return undefined;
  const [statements, mentions] = [steps.map(({ statement }) => statement), steps.map(({ mention }) => mention)];
  return { kind: 'own', of, statements, mentions, values, target };
}

/** The `let` or `const` of the function that starts it. */
function isListOrCount({ valueDeclaration: declaration }: ts.Symbol, { node }: Subject): boolean {
  return declaration !== undefined && ts.isVariableDeclaration(declaration) && isInside(declaration, node);
}

function stepOf(written: ts.Expression): Step | undefined {
  const statement = expressionStatementOf(written);
  if (statement === undefined) return undefined;
  const { expression } = statement;
  if (!ts.isCallExpression(expression)) {
    const counted = countedVariable(expression);
    return counted && { statement, variable: counted, mention: counted, value: undefined };
  }
  const { expression: callee, arguments: given, questionDotToken } = expression;
  const [value, another] = given;
  const isPush = ts.isPropertyAccessExpression(callee) && callee.name.text === 'push' && questionDotToken === undefined;
  if (!isPush || !ts.isIdentifier(callee.expression) || value === undefined || another !== undefined) return undefined;
  // What is appended changes something itself.
  if (ts.isSpreadElement(value) || isInside(written, value)) return undefined;
  return { statement, variable: callee.expression, mention: callee, value };
}

/** `count` of `count++`, `--count` and `count += 2`. */
function countedVariable(expression: ts.Node): ts.Identifier | undefined {
  if (ts.isPostfixUnaryExpression(expression)) return identifier(expression.operand);
  if (ts.isPrefixUnaryExpression(expression)) {
    const isStep = [ts.SyntaxKind.PlusPlusToken, ts.SyntaxKind.MinusMinusToken].includes(expression.operator);
    return isStep ? identifier(expression.operand) : undefined;
  }
  if (!ts.isBinaryExpression(expression)) return undefined;
  const { kind } = expression.operatorToken;
  const isStep = kind === ts.SyntaxKind.PlusEqualsToken || kind === ts.SyntaxKind.MinusEqualsToken;
  return isStep && isSmallWhole(expression.right) ? identifier(expression.left) : undefined;
}

/** A number that starts as a whole one and is never anything but counted up and down. */
function isWhole(symbol: ts.Symbol, { node, checker }: Subject): boolean {
  const declaration = symbol.valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return false;
  if (declaration.initializer === undefined || !isSmallWhole(declaration.initializer)) return false;
  const isOther = (child: ts.Node): boolean => {
    const isIt = ts.isIdentifier(child) && child !== declaration.name && checker.getSymbolAtLocation(child) === symbol;
    if (!isIt) return ts.forEachChild(child, isOther) ?? false;
    return isTarget(child) && countedVariable(child.parent) !== child;
  };
  return !isOther(node);
}

/** So small that no loop counts to where whole numbers have gaps. */
function isSmallWhole(given: ts.Expression): boolean {
  const node = bare(given);
  return ts.isNumericLiteral(node) && Number.isInteger(Number(node.text)) && Number(node.text) < 1000;
}

function identifier(given: ts.Expression): ts.Identifier | undefined {
  const node = bare(given);
  return ts.isIdentifier(node) ? node : undefined;
}
