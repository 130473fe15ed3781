// A loop whose iterations do nothing but append to one list, or count, all together or by key (own-table.ts), or keep the best (own-best.ts): every part can do so with a list, a count or a
// table of its own, the loop as it stands, and the caller puts those of the parts together in order. Counts are whole numbers, so it does not matter in
// which order they are added up.
import ts from 'typescript';
import { isTarget } from '../../source/loops/places.ts';
import { bare, isInside } from '../../source/ranges/expressions.ts';
import type { Subject } from '../../source/subject.ts';
import { discardedAround } from './loop-delivery.ts';
import { type OwnBest, ownBest } from './own-best.ts';
import { isSmallWhole, type OwnTable, ownTable } from './own-table.ts';

export interface OwnAccumulator {
  readonly kind: 'own';
  readonly of: 'list' | 'count' | OwnTable | OwnBest;
  /** Everything that appends or counts; the loop mentions the variable nowhere else. */
  readonly steps: readonly ts.Node[];
  /** The mention of the variable in each of them: `out.push`, `count`. */
  readonly mentions: readonly ts.Expression[];
  /** What is appended. */
  readonly values: readonly ts.Expression[];
  readonly target: ts.Symbol;
}

interface Step {
  readonly whole: ts.Expression;
  readonly variable: ts.Identifier;
  readonly mention: ts.Expression;
  readonly value: ts.Expression | undefined;
}

/** `written`: everything in the loop that changes something outside of the iteration. `fewest`: of appends to a list. */
export function ownAccumulator(
  written: readonly ts.Expression[],
  loop: ts.Node,
  subject: Subject,
  fewest: number,
): OwnAccumulator | undefined {
  const table = ownTable(written, loop, subject);
  const one = table ?? ownBest(written, loop, subject);
  return one === undefined ? ownListOrCount(written, subject, fewest) : { kind: 'own', values: [], ...one };
}

function ownListOrCount(
  written: readonly ts.Expression[],
  subject: Subject,
  fewest: number,
): OwnAccumulator | undefined {
  const { checker } = subject;
  const steps = written.flatMap((node) => stepOf(node, checker) ?? []);
  const [first] = steps;
  const target = first && checker.getSymbolAtLocation(first.variable);
  if (target === undefined || steps.length !== written.length) return undefined;
  const isSame = steps.every(({ variable }) => checker.getSymbolAtLocation(variable) === target);
  const values = steps.flatMap(({ value }) => value ?? []);
  const of = values.length === 0 ? 'count' : 'list';
  const isFitting =
    of === 'count' ? isWhole(target, subject) : steps.length >= fewest && values.length === steps.length;
  if (!isSame || !isFitting || !isListOrCount(target, subject)) return undefined;
  const mentions = steps.map(({ mention }) => mention);
  return { kind: 'own', of, steps: steps.map(({ whole }) => whole), mentions, values, target };
}

/** The `let` or `const` of the function that starts it. */
function isListOrCount({ valueDeclaration: declaration }: ts.Symbol, { node }: Subject): boolean {
  return declaration !== undefined && ts.isVariableDeclaration(declaration) && isInside(declaration, node);
}

function stepOf(written: ts.Expression, checker: ts.TypeChecker): Step | undefined {
  const around = discardedAround(written, checker);
  if (around === undefined) return undefined;
  const whole = bare(around);
  if (!ts.isCallExpression(whole)) {
    const counted = countedVariable(whole);
    return counted && { whole, variable: counted, mention: counted, value: undefined };
  }
  const { expression: callee, arguments: given, questionDotToken } = whole;
  const [value, another] = given;
  const isPush = ts.isPropertyAccessExpression(callee) && callee.name.text === 'push' && questionDotToken === undefined;
  if (!isPush || !ts.isIdentifier(callee.expression) || value === undefined || another !== undefined) return undefined;
  // What is appended changes something itself.
  if (ts.isSpreadElement(value) || isInside(written, value)) return undefined;
  return { whole, variable: callee.expression, mention: callee, value };
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

function identifier(given: ts.Expression): ts.Identifier | undefined {
  const node = bare(given);
  return ts.isIdentifier(node) ? node : undefined;
}
