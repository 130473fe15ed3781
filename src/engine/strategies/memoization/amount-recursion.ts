// Recursions inside of a function that go through a list from its beginning and take its numbers from an amount: `ways(index, left - coin)` and the
// like. Only where their order is proven: the index stays or grows by one up to the end of the list, what is taken are its items, and no amount
// below zero is asked for but where a guard answers it with a constant.
import ts from 'typescript';
import { isWriteTarget } from '../../source/effects-references.ts';
import type { SymbolFacts } from '../../source/effects-symbols.ts';
import { isInside } from '../../source/ranges/expressions.ts';
import { globalFact } from '../../source/ranges/library-facts.ts';
import type { Subject } from '../../source/subject.ts';
import { isArithmetic, plain, raisedBy } from './arithmetic.ts';
import { callsOf, isReadOfArgument, limitIn } from './inner-table.ts';
import { type Guard, guardOf } from './recursion-text.ts';

export interface AmountBody {
  readonly constants: readonly { readonly name: ts.Identifier; readonly value: ts.Expression }[];
  readonly guards: readonly Guard[];
  readonly result: ts.Expression;
}

export interface AmountRecursion {
  readonly body: AmountBody;
  readonly names: readonly [string, string];
  readonly calls: readonly ts.CallExpression[];
  /** What each call takes from the amount; absent where it takes nothing. */
  readonly taken: ReadonlyMap<ts.CallExpression, ts.Expression>;
  /** Whose items are taken, up to its end. */
  readonly list: string;
  readonly amount: string;
  /** What is answered for less than nothing; absent where that is never asked for. */
  readonly below?: ts.Expression;
  readonly use: ts.ReturnStatement;
}

/** Undefined where the order is not proven. */
export function amountRecursion(outer: Subject, inner: Subject, symbols: SymbolFacts): AmountRecursion | undefined {
  const [first, second, ...more] = inner.node.parameters.map((parameter) =>
    ts.isIdentifier(parameter.name) && parameter.initializer === undefined ? parameter.name.text : undefined,
  );
  if (first === undefined || second === undefined || more.length > 0) return undefined;
  const names = [first, second] as const;
  const body = bodyOf(inner);
  const all = callsOf(inner, outer);
  const calls = all.filter((call) => isInside(call, inner.node));
  const [start, ...others] = all.filter((call) => !calls.includes(call));
  if (body === undefined || start === undefined || others.length > 0 || calls.length < 2) return undefined;
  const use = start.parent;
  const isReturned = ts.isReturnStatement(use) && use.parent === outer.node.body;
  const amount = start.arguments[1];
  if (!isReturned || amount === undefined || start.arguments.length !== 2 || start.arguments[0]?.getText() !== '0')
    return undefined;
  if (!isKeptNumber(amount, outer)) return undefined;
  if (!isTotal(body, calls, names, { outer, symbols })) return undefined;
  const taken = new Map<ts.CallExpression, ts.Expression>();
  const lists = new Set<string>();
  for (const call of calls) {
    const [index, left] = call.arguments;
    if (index === undefined || left === undefined || call.arguments.length !== 2) return undefined;
    const up = raisedBy(index, first);
    const what = takenFrom(left, second);
    if (up === undefined || (what === undefined && !(up === 1 && isNamed(left, second)))) return undefined;
    if (what === undefined) continue;
    const list = listOf(what, first, body, outer);
    if (list === undefined) return undefined;
    lists.add(list);
    taken.set(call, what);
  }
  const firstCall = body.guards.findIndex(({ value }) => calls.some((call) => isInside(call, value)));
  const front = firstCall < 0 ? body.guards : body.guards.slice(0, firstCall);
  const limit = front.flatMap(({ condition }) => limitOf(condition, first, body, outer) ?? [])[0];
  const [list] = lists;
  // Another list may be shorter than the one that ends the recursion.
  if (list === undefined || lists.size > 1 || limit !== `${list}.length`) return undefined;
  const below = answerBelow(front, second, symbols);
  if (below === undefined && ![...taken].every(([call, what]) => isLeftOut(call, what, body, second))) return undefined;
  const site = { body, names, calls, taken, list, amount: amount.getText(), use };
  return below === undefined ? site : { ...site, below };
}

/** Constants and guards in any order, then one `return`; comments between them would be lost. */
function bodyOf({ node, sourceFile }: Subject): AmountBody | undefined {
  const { body } = node;
  if (body === undefined || !ts.isBlock(body) || /\/[/*]/.test(body.getText(sourceFile))) return undefined;
  const constants: AmountBody['constants'][number][] = [];
  const guards: Guard[] = [];
  for (const statement of body.statements.slice(0, -1)) {
    const guard = guardOf(statement);
    if (guard !== undefined) guards.push(guard);
    else if (ts.isVariableStatement(statement) && (statement.declarationList.flags & ts.NodeFlags.Const) !== 0)
      for (const { name, initializer } of statement.declarationList.declarations) {
        if (!ts.isIdentifier(name) || initializer === undefined) return undefined;
        constants.push({ name, value: initializer });
      }
    else return undefined;
  }
  const last = body.statements.at(-1);
  if (last === undefined || !ts.isReturnStatement(last) || last.expression === undefined) return undefined;
  return { constants, guards, result: last.expression };
}

function isTotal(
  { constants, guards, result }: AmountBody,
  calls: readonly ts.CallExpression[],
  names: readonly string[],
  { outer, symbols }: { readonly outer: Subject; readonly symbols: SymbolFacts },
): boolean {
  const known = [...names, ...constants.map(({ name }) => name.text)];
  // A name that hides another one may stand for either.
  if (new Set(known).size < known.length || known.some((name) => isKnownOutside(name, outer))) return false;
  const isValue = (part: ts.Expression): boolean =>
    calls.some((call) => call === part) ||
    isReadOfArgument(part, outer, names, symbols) ||
    isConstant(part, symbols) ||
    (ts.isIdentifier(part) && part.text === 'undefined');
  const parts = [
    ...constants.map(({ value }) => value),
    ...guards.flatMap(({ condition, value }) => [condition, value]),
  ];
  return [...parts, result].every((part) => isArithmetic(part, known, symbols, isValue));
}

function isKnownOutside(name: string, { node }: Subject): boolean {
  return node.parameters.some((parameter) => ts.isIdentifier(parameter.name) && parameter.name.text === name);
}

/** `true`, `Infinity` */
function isConstant(part: ts.Expression, symbols: SymbolFacts): boolean {
  const isTruth = part.kind === ts.SyntaxKind.TrueKeyword || part.kind === ts.SyntaxKind.FalseKeyword;
  return isTruth || globalFact(part, symbols.checker) !== undefined;
}

function isNamed(node: ts.Expression, name: string): boolean {
  const inner = plain(node);
  return ts.isIdentifier(inner) && inner.text === name;
}

/** The `coin` of `left - coin`. */
function takenFrom(left: ts.Expression, name: string): ts.Expression | undefined {
  const inner = plain(left);
  const isDifference = ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.MinusToken;
  return isDifference && isNamed(inner.left, name) ? inner.right : undefined;
}

/** The list of numbers of which it is the item at the index: `coins[index]`, or a constant that holds that. */
function listOf(what: ts.Expression, index: string, body: AmountBody, outer: Subject): string | undefined {
  const item = itemOf(what, body.constants);
  if (!ts.isElementAccessExpression(item) || !isNamed(item.argumentExpression, index)) return undefined;
  const { checker } = outer;
  const type = checker.getTypeAtLocation(item.expression);
  const [element] = checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference) : [];
  const isOfNumbers = element !== undefined && (element.flags & ts.TypeFlags.NumberLike) !== 0;
  return isOfNumbers && ts.isIdentifier(item.expression) ? item.expression.text : undefined;
}

export function itemOf(what: ts.Expression, constants: AmountBody['constants']): ts.Expression {
  const inner = plain(what);
  if (ts.isNonNullExpression(inner)) return itemOf(inner.expression, constants);
  const constant = ts.isIdentifier(inner) ? constants.find(({ name }) => name.text === inner.text) : undefined;
  return constant === undefined ? inner : itemOf(constant.value, []);
}

/** `coins.length` of `index === coins.length`, or of `coin === undefined` where `coin` is `coins[index]`. */
export function limitOf(condition: ts.Expression, index: string, body: AmountBody, outer: Subject): string | undefined {
  const direct = limitIn(condition, index);
  if (direct !== undefined) return isLengthOfParameter(direct, outer) ? direct.getText() : undefined;
  const inner = plain(condition);
  if (!ts.isBinaryExpression(inner)) return undefined;
  const { left, right, operatorToken } = inner;
  if (operatorToken.kind === ts.SyntaxKind.BarBarToken)
    return limitOf(left, index, body, outer) ?? limitOf(right, index, body, outer);
  const isAbsent = operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken && right.getText() === 'undefined';
  const list = isAbsent ? listOf(left, index, body, outer) : undefined;
  return list === undefined ? undefined : `${list}.length`;
}

function isLengthOfParameter(limit: ts.Expression, outer: Subject): boolean {
  return (
    ts.isPropertyAccessExpression(limit) &&
    ts.isIdentifier(limit.expression) &&
    isKnownOutside(limit.expression.text, outer)
  );
}

/** What the guards give for every amount below zero, where that is one constant. */
function answerBelow(guards: readonly Guard[], left: string, symbols: SymbolFacts): ts.Expression | undefined {
  for (const { condition, value } of guards) {
    if (isBelowZero(condition, left)) {
      const isFixed = isArithmetic(value, [], symbols, (part) => isConstant(part, symbols));
      return isFixed ? value : undefined;
    }
    // Whatever else a guard says, it must fail for those amounts.
    if (!isOfNoLess(condition, left)) return undefined;
  }
  return undefined;
}

export function isBelowZero(condition: ts.Expression, left: string): boolean {
  const inner = plain(condition);
  if (!ts.isBinaryExpression(inner)) return false;
  if (inner.operatorToken.kind === ts.SyntaxKind.BarBarToken)
    return isBelowZero(inner.left, left) || isBelowZero(inner.right, left);
  return (
    inner.operatorToken.kind === ts.SyntaxKind.LessThanToken &&
    isNamed(inner.left, left) &&
    plain(inner.right).getText() === '0'
  );
}

/** `left === 0`, or another number that is not below zero. */
function isOfNoLess(condition: ts.Expression, left: string): boolean {
  const inner = plain(condition);
  return (
    ts.isBinaryExpression(inner) &&
    inner.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken &&
    isNamed(inner.left, left) &&
    ts.isNumericLiteral(plain(inner.right))
  );
}

/** `left === 0` */
export function isOfNone(condition: ts.Expression, left: string): boolean {
  const inner = plain(condition);
  return isOfNoLess(condition, left) && ts.isBinaryExpression(inner) && plain(inner.right).getText() === '0';
}

/** Whether a guard in front of the call answers where it would take more than there is: `if (weights[i] > left) return ...;` */
function isLeftOut(call: ts.CallExpression, what: ts.Expression, { guards }: AmountBody, left: string): boolean {
  const text = withoutMarks(what);
  return guards.some(({ condition, value }) => {
    const inner = plain(condition);
    if (!ts.isBinaryExpression(inner) || value.end > call.pos) return false;
    const [more, less] =
      inner.operatorToken.kind === ts.SyntaxKind.GreaterThanToken
        ? [inner.left, inner.right]
        : [inner.right, inner.left];
    const isComparison =
      inner.operatorToken.kind === ts.SyntaxKind.GreaterThanToken ||
      inner.operatorToken.kind === ts.SyntaxKind.LessThanToken;
    return isComparison && isNamed(less, left) && withoutMarks(more) === text;
  });
}

function withoutMarks(node: ts.Expression): string {
  const inner = plain(node);
  return ts.isNonNullExpression(inner) ? withoutMarks(inner.expression) : inner.getText();
}

/** A number that the function was given and nothing assigns to. */
function isKeptNumber(amount: ts.Expression, { node, checker }: Subject): boolean {
  if (!ts.isIdentifier(amount) || (checker.getTypeAtLocation(amount).flags & ts.TypeFlags.NumberLike) === 0)
    return false;
  const declaration = checker.getSymbolAtLocation(amount)?.valueDeclaration;
  if (declaration === undefined || !ts.isParameter(declaration) || declaration.parent !== node) return false;
  const isWritten = (part: ts.Node): boolean =>
    (ts.isIdentifier(part) && part.text === amount.text && isWriteTarget(part)) ||
    ts.forEachChild(part, (child) => isWritten(child) || undefined) === true;
  return !isWritten(node);
}
