// A loop whose iterations, inner loops included, do nothing but keep the least or the largest of their numbers: each part can do so with a variable of its
// own that starts as the function's does, and the caller takes the best of the parts in the same way. Exact, in any order for `Math.min` and `Math.max`, and
// for `if (d < best) best = d` because the parts are taken in order: of equal ones (0 and -0) the first stays, and NaN never is one.
import ts from 'typescript';
import { isNumberType } from '../../source/primitive-types.ts';
import { bare, isInside } from '../../source/ranges/expressions.ts';
import { globalName } from '../../source/ranges/library-facts.ts';
import type { Subject } from '../../source/subject.ts';
import { mentionsIn } from './loop-text.ts';

export interface OwnBest {
  readonly declaration: ts.VariableDeclaration;
  readonly form: 'best';
  /** What takes another one in: `if (d < best) best = d`, or `best = Math.min(best, d)`. */
  readonly takes: '<' | '>' | 'min' | 'max';
}

interface Step {
  readonly whole: ts.Node;
  readonly mentions: readonly ts.Expression[];
  readonly takes: OwnBest['takes'];
}

export interface FoundBest {
  readonly of: OwnBest;
  readonly steps: readonly ts.Node[];
  readonly mentions: readonly ts.Expression[];
  readonly target: ts.Symbol;
}

/** `written`: everything in the loop that changes something outside of the iteration. */
export function ownBest(written: readonly ts.Expression[], loop: ts.Node, subject: Subject): FoundBest | undefined {
  const { checker, node } = subject;
  const [first] = written;
  const target = first && ts.isIdentifier(first) ? checker.getSymbolAtLocation(first) : undefined;
  const declaration = target?.valueDeclaration;
  if (target === undefined || declaration === undefined || !ts.isVariableDeclaration(declaration)) return undefined;
  if (!isInside(declaration, node) || isInside(declaration, loop) || !startsAsNumber(declaration, subject))
    return undefined;
  if (!written.every((one) => ts.isIdentifier(one) && checker.getSymbolAtLocation(one) === target)) return undefined;
  const steps = written.flatMap((one) => stepOf(one as ts.Identifier, target, subject) ?? []);
  const [{ takes } = { takes: undefined }] = steps;
  if (takes === undefined || steps.length < written.length || steps.some((step) => step.takes !== takes))
    return undefined;
  const mentions = steps.flatMap((step) => step.mentions);
  // What comes before could change it, and what the loop does with it besides would see that of its part.
  const isElsewhere = mentionsIn(node, target, checker).some(
    (one) => one !== declaration.name && one.pos < loop.end && !mentions.includes(one),
  );
  return isElsewhere
    ? undefined
    : { of: { declaration, form: 'best', takes }, steps: steps.map(({ whole }) => whole), mentions, target };
}

/** The line that takes in the best of a part. */
export function takingBest({ takes }: OwnBest, best: string, one: string): string {
  return takes === '<' || takes === '>'
    ? `if (${one} ${takes} ${best}) ${best} = ${one}`
    : `${best} = Math.${takes}(${best}, ${one})`;
}

/** With a number that is written out, as every part will. */
function startsAsNumber({ initializer, name }: ts.VariableDeclaration, { checker }: Subject): boolean {
  if (initializer === undefined || !ts.isIdentifier(name) || !isNumberType(checker.getTypeAtLocation(name)))
    return false;
  const value = bare(initializer);
  const number =
    ts.isPrefixUnaryExpression(value) && value.operator === ts.SyntaxKind.MinusToken ? bare(value.operand) : value;
  if (ts.isNumericLiteral(number)) return true;
  if (ts.isIdentifier(number)) return globalName(number, checker) === 'Infinity';
  return ts.isPropertyAccessExpression(number) && globalName(bare(number.expression), checker) === 'Number';
}

function stepOf(written: ts.Identifier, target: ts.Symbol, { checker }: Subject): Step | undefined {
  const assignment = written.parent;
  if (!ts.isBinaryExpression(assignment) || assignment.left !== written) return undefined;
  const statement = assignment.parent;
  if (assignment.operatorToken.kind !== ts.SyntaxKind.EqualsToken || !ts.isExpressionStatement(statement))
    return undefined;
  const isTarget = (given: ts.Expression): given is ts.Identifier =>
    ts.isIdentifier(given) && checker.getSymbolAtLocation(given) === target;
  const value = bare(assignment.right);
  if (ts.isCallExpression(value)) {
    const name =
      ts.isPropertyAccessExpression(value.expression) &&
      globalName(bare(value.expression.expression), checker) === 'Math'
        ? value.expression.name.text
        : '';
    const own = value.arguments.filter(isTarget);
    if ((name !== 'min' && name !== 'max') || own.length !== 1 || value.arguments.some(ts.isSpreadElement))
      return undefined;
    return { whole: assignment, mentions: [written, ...own], takes: name };
  }
  const condition = conditionOf(statement);
  if (condition === undefined || !ts.isBinaryExpression(condition)) return undefined;
  const { left, right, operatorToken } = condition;
  const isLess = operatorToken.kind === ts.SyntaxKind.LessThanToken;
  if (!isLess && operatorToken.kind !== ts.SyntaxKind.GreaterThanToken) return undefined;
  const [given, own, takes] = isTarget(right)
    ? ([left, right, isLess ? '<' : '>'] as const)
    : ([right, left, isLess ? '>' : '<'] as const);
  const isSame = isTarget(own) && isPlain(given) && bare(given).getText() === value.getText();
  if (!isSame || !isNumberType(checker.getTypeAtLocation(given))) return undefined;
  return { whole: assignment, mentions: [written, own], takes };
}

/** Of the `if` around a statement that is all it does. */
function conditionOf(statement: ts.Statement): ts.Expression | undefined {
  const { parent } = statement;
  const inner = ts.isBlock(parent) && parent.statements.length === 1 ? parent : statement;
  const around = inner.parent;
  if (!ts.isIfStatement(around) || around.thenStatement !== inner || around.elseStatement !== undefined)
    return undefined;
  return bare(around.expression);
}

/** Gives the same twice: a variable, or an element or a field of one. */
function isPlain(given: ts.Expression): boolean {
  const node = bare(given);
  if (ts.isIdentifier(node) || ts.isNumericLiteral(node)) return true;
  if (ts.isElementAccessExpression(node)) return isPlain(node.expression) && isPlain(node.argumentExpression);
  return ts.isPropertyAccessExpression(node) && isPlain(node.expression);
}
