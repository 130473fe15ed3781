// What one variable that a loop writes means for running its iterations in any order: scratch of each iteration, a reduction whose parts can be
// combined, the value of the last iteration, or something that one iteration hands to the next.
import ts from 'typescript';
import { bare, isInside } from '../ranges/expressions.ts';
import type { LoopScalar } from './loop-facts.ts';

export interface ScalarQuestion {
  readonly symbol: ts.Symbol;
  readonly name: string;
  readonly loop: ts.IterationStatement;
  /** All mentions in the function, in source order. */
  readonly mentions: readonly ts.Identifier[];
  readonly functionNode: ts.Node;
  /** Whether the values are certainly strings, certainly integers; see `isInteger` of the ranges. */
  readonly isText: boolean;
  readonly isIntegral: (expression: ts.Expression) => boolean;
}

export function classifyScalar(question: ScalarQuestion): LoopScalar {
  const { symbol, name } = question;
  const reduction = reductionOf(question);
  if (reduction !== undefined) return { name, symbol, class: 'reduction', ...reduction };
  const inside = question.mentions.filter((mention) => isInside(mention, question.loop.statement));
  const isReadAfter = isReadLater(question);
  const [first] = inside;
  const isSetFirst = first !== undefined && isUnconditionalSet(first, question.loop) && !inClosure(inside, question);
  if (isSetFirst) return { name, symbol, class: isReadAfter ? 'last-value' : 'private' };
  return { name, symbol, class: 'carried' };
}

/** After the loop, or in a loop around it before. */
function isReadLater({ mentions, loop, functionNode }: ScalarQuestion): boolean {
  const repeats = isRepeated(loop, functionNode);
  return mentions.some((mention) => {
    if (isInside(mention, loop)) return false;
    if (ts.isVariableDeclaration(mention.parent) && mention.parent.name === mention) return false;
    const isOnlySet =
      ts.isBinaryExpression(mention.parent) &&
      mention.parent.left === mention &&
      mention.parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
    return !isOnlySet && (repeats || mention.pos > loop.pos);
  });
}

function isRepeated(loop: ts.Node, functionNode: ts.Node): boolean {
  for (let node = loop.parent; node !== functionNode && node !== undefined; node = node.parent) {
    if (ts.isIterationStatement(node, false)) return true;
  }
  return false;
}

/** `t = …;` as a statement of the loop's own block. */
function isUnconditionalSet(mention: ts.Identifier, loop: ts.IterationStatement): boolean {
  const assignment = mention.parent;
  if (!ts.isBinaryExpression(assignment) || assignment.left !== mention) return false;
  if (assignment.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return false;
  const statement = assignment.parent;
  if (!ts.isExpressionStatement(statement)) return false;
  // A `continue` before it would skip it.
  const block = statement.parent;
  if (mentionsOf(assignment.right, mention.text)) return false;
  if (statement === loop.statement) return true;
  if (block !== loop.statement || !ts.isBlock(block)) return false;
  const earlier = block.statements.slice(0, block.statements.indexOf(statement));
  return !earlier.some(mayJump);
}

function mayJump(node: ts.Node): boolean {
  if (ts.isContinueStatement(node) || ts.isBreakStatement(node)) return true;
  return ts.forEachChild(node, mayJump) ?? false;
}

function inClosure(inside: readonly ts.Identifier[], { loop }: ScalarQuestion): boolean {
  return inside.some((mention) => {
    for (let node: ts.Node = mention.parent; node !== loop; node = node.parent)
      if (ts.isFunctionLike(node)) return true;
    return false;
  });
}

type Reduction = Pick<LoopScalar, 'operator' | 'isRounded'> & { readonly operator: string };

/** Undefined unless every mention in the loop belongs to updates of one and the same kind. */
function reductionOf(question: ScalarQuestion): Reduction | undefined {
  const inside = question.mentions.filter((mention) => isInside(mention, question.loop));
  const updates = new Map<ts.Node, Reduction>();
  for (const mention of inside) {
    const update = updateAround(mention, question);
    if (update === undefined) return undefined;
    updates.set(update.node, update.reduction);
  }
  const covered = inside.every((mention) => [...updates.keys()].some((node) => isInside(mention, node)));
  const operators = new Set([...updates.values()].map(({ operator }) => operator));
  const [first] = updates.values();
  if (!covered || operators.size !== 1 || first === undefined || inClosure(inside, question)) return undefined;
  const isRounded = [...updates.values()].some((one) => one.isRounded === true);
  return { operator: first.operator, ...(isRounded ? { isRounded: true } : {}) };
}

function updateAround(
  mention: ts.Identifier,
  question: ScalarQuestion,
): { readonly node: ts.Node; readonly reduction: Reduction } | undefined {
  const { name, loop } = question;
  // Outwards: `s += x`, `s = s + x`, `s = Math.max(s, x)`, and the `if` around `m = x`.
  for (let node: ts.Node = mention; node !== loop; node = node.parent) {
    const reduction =
      ts.isExpression(node) && !ts.isIdentifier(node)
        ? updateOf(node, name, question)
        : ts.isIfStatement(node)
          ? selectionOf(node, name)
          : undefined;
    if (reduction !== undefined && (ts.isIfStatement(node) || isStatement(node))) return { node, reduction };
  }
  return undefined;
}

function isStatement(node: ts.Node): boolean {
  return ts.isExpressionStatement(node.parent);
}

const commutative: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.PlusToken, '+'],
  [ts.SyntaxKind.AsteriskToken, '*'],
  [ts.SyntaxKind.AmpersandToken, '&'],
  [ts.SyntaxKind.BarToken, '|'],
  [ts.SyntaxKind.CaretToken, '^'],
  [ts.SyntaxKind.AmpersandAmpersandToken, '&&'],
  [ts.SyntaxKind.BarBarToken, '||'],
  [ts.SyntaxKind.PlusEqualsToken, '+'],
  [ts.SyntaxKind.MinusEqualsToken, '+'],
  [ts.SyntaxKind.AsteriskEqualsToken, '*'],
  [ts.SyntaxKind.AmpersandEqualsToken, '&'],
  [ts.SyntaxKind.BarEqualsToken, '|'],
  [ts.SyntaxKind.CaretEqualsToken, '^'],
  [ts.SyntaxKind.AmpersandAmpersandEqualsToken, '&&'],
  [ts.SyntaxKind.BarBarEqualsToken, '||'],
]);

function updateOf(given: ts.Expression, name: string, question: ScalarQuestion): Reduction | undefined {
  if (ts.isPrefixUnaryExpression(given) || ts.isPostfixUnaryExpression(given)) {
    const isStep = given.operator === ts.SyntaxKind.PlusPlusToken || given.operator === ts.SyntaxKind.MinusMinusToken;
    return isStep && isNamed(given.operand, name) ? { operator: '+' } : undefined;
  }
  if (!ts.isBinaryExpression(given) || !isNamed(given.left, name)) return undefined;
  const { operatorToken, right } = given;
  if (operatorToken.kind !== ts.SyntaxKind.EqualsToken) {
    const operator = commutative.get(operatorToken.kind);
    return operator === undefined || mentionsOf(right, name) ? undefined : withRounding(operator, right, question);
  }
  return updateByValue(bare(right), name, question);
}

function updateByValue(value: ts.Expression, name: string, question: ScalarQuestion): Reduction | undefined {
  if (ts.isCallExpression(value)) {
    const callee = value.expression.getText();
    if (callee !== 'Math.min' && callee !== 'Math.max') return undefined;
    const own = value.arguments.filter((argument) => isNamed(argument, name));
    const others = value.arguments.filter((argument) => !isNamed(argument, name));
    if (own.length !== 1 || others.some((other) => mentionsOf(other, name))) return undefined;
    return { operator: callee === 'Math.min' ? 'min' : 'max' };
  }
  if (ts.isConditionalExpression(value)) return selectionByValue(value, name);
  if (!ts.isBinaryExpression(value)) return undefined;
  const kind = value.operatorToken.kind;
  const operator = commutative.get(kind);
  if (operator === undefined) return undefined;
  if (isNamed(value.left, name) && !mentionsOf(value.right, name)) return withRounding(operator, value.right, question);
  // `s = x + s`: text would be put in front, and `&&`, `||` would evaluate the other side first.
  const turns = isNamed(value.right, name) && !mentionsOf(value.left, name) && !question.isText;
  return turns && operator !== '&&' && operator !== '||' ? withRounding(operator, value.left, question) : undefined;
}

function withRounding(operator: string, operand: ts.Expression, question: ScalarQuestion): Reduction {
  if (operator === '+' && question.isText) return { operator: 'concat' };
  const rounds = (operator === '+' && !question.isIntegral(operand)) || operator === '*';
  return rounds ? { operator, isRounded: true } : { operator };
}

/** `m = x > m ? x : m`. */
function selectionByValue(
  { condition, whenTrue, whenFalse }: ts.ConditionalExpression,
  name: string,
): Reduction | undefined {
  const side = comparisonWith(condition, name);
  if (side === undefined || !isNamed(whenFalse, name) || bare(whenTrue).getText() !== side.other.getText())
    return undefined;
  return { operator: side.operator };
}

/** `if (x > m) m = x`, and the same with further assignments: then where it was found is kept too, and only `>` and `<` keep the first one. */
function selectionOf(node: ts.IfStatement, name: string): Reduction | undefined {
  if (node.elseStatement !== undefined) return undefined;
  const statements = ts.isBlock(node.thenStatement) ? node.thenStatement.statements : [node.thenStatement];
  const assigned = statements.map((statement) => {
    const expression = ts.isExpressionStatement(statement) ? bare(statement.expression) : undefined;
    return expression !== undefined &&
      ts.isBinaryExpression(expression) &&
      expression.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      ts.isIdentifier(expression.left)
      ? { target: expression.left.text, value: bare(expression.right) }
      : undefined;
  });
  const own = assigned.find((one) => one?.target === name);
  if (own === undefined || assigned.includes(undefined)) return undefined;
  if (isConstantTruth(own.value) && assigned.length === 1 && !mentionsOf(node.expression, name)) {
    return { operator: own.value.kind === ts.SyntaxKind.TrueKeyword ? '||' : '&&' };
  }
  const best = assigned.find((one) => one !== undefined && isStrictBest(node.expression, one.target, one.value));
  if (best === undefined) return undefined;
  const side = comparisonWith(node.expression, best.target);
  if (side === undefined) return undefined;
  const others = assigned.filter((one) => one !== undefined && one !== best);
  const isReadElsewhere = others.some(
    (one) => one !== undefined && assigned.some((other) => other !== undefined && mentionsOf(other.value, one.target)),
  );
  if (isReadElsewhere || mentionsOf(best.value, best.target)) return undefined;
  if (own === best && assigned.length === 1) return { operator: side.operator };
  return side.isStrict ? { operator: `arg${side.operator}` } : undefined;
}

function isConstantTruth(value: ts.Expression): boolean {
  return value.kind === ts.SyntaxKind.TrueKeyword || value.kind === ts.SyntaxKind.FalseKeyword;
}

function isStrictBest(condition: ts.Expression, target: string, value: ts.Expression): boolean {
  const side = comparisonWith(condition, target);
  return side !== undefined && side.other.getText() === value.getText();
}

interface Side {
  readonly other: ts.Expression;
  readonly operator: 'min' | 'max';
  readonly isStrict: boolean;
}

/** `x > m` and `m < x` look for the largest, `x < m` for the smallest. */
function comparisonWith(condition: ts.Expression, name: string): Side | undefined {
  const comparison = bare(condition);
  if (!ts.isBinaryExpression(comparison)) return undefined;
  const { left, right, operatorToken } = comparison;
  const isOnRight = isNamed(right, name);
  if (isOnRight === isNamed(left, name)) return undefined;
  const other = bare(isOnRight ? left : right);
  if (mentionsOf(other, name)) return undefined;
  const { kind } = operatorToken;
  const isGreater = kind === ts.SyntaxKind.GreaterThanToken || kind === ts.SyntaxKind.GreaterThanEqualsToken;
  const isLess = kind === ts.SyntaxKind.LessThanToken || kind === ts.SyntaxKind.LessThanEqualsToken;
  if (!isGreater && !isLess) return undefined;
  const isStrict = kind === ts.SyntaxKind.GreaterThanToken || kind === ts.SyntaxKind.LessThanToken;
  return { other, operator: isGreater === isOnRight ? 'max' : 'min', isStrict };
}

function isNamed(node: ts.Expression, name: string): boolean {
  const inner = bare(node);
  return ts.isIdentifier(inner) && inner.text === name;
}

function mentionsOf(node: ts.Node, name: string): boolean {
  if (ts.isIdentifier(node) && node.text === name) return true;
  return ts.forEachChild(node, (child) => mentionsOf(child, name)) ?? false;
}
